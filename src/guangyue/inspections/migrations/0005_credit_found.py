from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf

from guangyue.inspections.kinds import CLASSES


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0004_joint_visits"),
    ]

    operations = [
        migrations.RenameField(
            model_name="subject",
            old_name="credit_class",
            new_name="credit_entered",
        ),
        migrations.AlterField(
            model_name="subject",
            name="credit_entered",
            field=models.CharField(blank=True, choices=CLASSES, max_length=1, verbose_name="登记的信用等级"),
        ),
        migrations.AddField(
            model_name="subject",
            name="credit_found",
            field=models.CharField(
                blank=True, choices=CLASSES, default="", max_length=1, verbose_name="信用监管的等级"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="subject",
            name="credit_class",
            field=models.GeneratedField(
                db_persist=True,
                expression=Coalesce(NullIf("credit_found", Value("")), "credit_entered"),
                output_field=models.CharField(max_length=1),
                verbose_name="信用等级",
            ),
        ),
    ]
