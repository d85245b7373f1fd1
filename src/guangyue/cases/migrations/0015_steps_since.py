"""From when the limit of a step runs, so that a holiday notice moves it too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_duties_of_each_move")]
    operations = [
        migrations.AddField(
            model_name="case",
            name="step_since",
            field=models.DateTimeField(null=True, verbose_name="本环节起算"),
        ),
    ]
