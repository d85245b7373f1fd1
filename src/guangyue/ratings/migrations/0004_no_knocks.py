"""Knocks are counted by `accounts`: what was counted here is forgotten within the hour anyway."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ratings", "0003_newest_by_time"), ("accounts", "0002_knocks")]
    operations = [migrations.DeleteModel("Knock")]
