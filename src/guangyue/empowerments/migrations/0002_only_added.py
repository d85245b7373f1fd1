"""The moves of powers are only ever added to."""

from django.db import migrations

from guangyue.empowerments.sql import KEEP, LET_GO


class Migration(migrations.Migration):
    dependencies = [("empowerments", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
