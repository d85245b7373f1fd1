import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from guangyue.matters import sql


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0002_changes_and_flags"),
    ]

    operations = [
        migrations.AddField(
            model_name="matter",
            name="levels",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=10),
                default=list,
                size=None,
                verbose_name="行使层级",
            ),
        ),
        migrations.AddField(
            model_name="matter",
            name="promised_days",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="承诺时限"),
        ),
        migrations.AddField(
            model_name="matter",
            name="situations",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="办理情形"),
        ),
        migrations.AddField(
            model_name="matter",
            name="aliases",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None, verbose_name="别名"
            ),
        ),
        migrations.CreateModel(
            name="MatterWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=60, verbose_name="检索词")),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="found_by",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "verbose_name": "事项检索词",
                "constraints": [
                    models.UniqueConstraint(fields=("word", "matter"), name="found_once_by_a_word")
                ],
            },
        ),
        migrations.RunSQL(sql.SAID, migrations.RunSQL.noop),
        migrations.RunSQL(sql.WORDS, migrations.RunSQL.noop),
    ]
