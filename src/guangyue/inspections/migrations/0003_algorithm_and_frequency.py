"""What a batch is drawn by, which it commits itself to as well; how often credit wants a unit to be checked."""

from django.db import migrations, models

from guangyue.inspections import sql


class Migration(migrations.Migration):
    dependencies = [("inspections", "0002_database")]
    operations = [
        migrations.AddField(
            model_name="batch",
            name="algorithm",
            field=models.CharField(
                choices=[("GYDRAW", "GYDRAW-1，按等级权重"), ("NOMCOM", "RFC 3797，机会均等")],
                default="GYDRAW",
                max_length=6,
                verbose_name="抽取算法",
            ),
        ),
        migrations.AddField(
            model_name="subject",
            name="frequency",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="抽查频次倍数"),
        ),
        migrations.AddField(
            model_name="target",
            name="frequency",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="抽查频次倍数"),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(("frequency__gte", 1)), name="nobody_is_checked_less_than_once"
            ),
        ),
        migrations.RunSQL(sql.keep_batch(sql.COMMITTED_TO), sql.keep_batch(sql.COMMITTED_TO_AT_FIRST)),
    ]
