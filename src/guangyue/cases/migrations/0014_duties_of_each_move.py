"""A move that opens duties opens them each time it is made."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_opinions_withdrawn")]
    operations = [
        migrations.RemoveConstraint(model_name="duty", name="a_duty_once_in_a_case"),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                fields=["case", "key", "started_at"], name="a_duty_once_for_a_move"
            ),
        ),
    ]
