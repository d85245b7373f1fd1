"""提出人: who is shown beside an answer of his own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("legislation", "0002_database")]
    operations = [
        migrations.AddField(
            "reply",
            "said_by",
            models.CharField("提出人", max_length=120, blank=True, default=""),
            preserve_default=False,
        )
    ]
