"""Rows that are only added, and cases that move only by a move: the database holds to it."""

from django.db import migrations

from guangyue.cases.sql import APPEND_ONLY, MOVED_BY_A_MOVE, MOVED_BY_ANYTHING, NOT_APPEND_ONLY


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_tallies")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
        migrations.RunSQL(MOVED_BY_A_MOVE, MOVED_BY_ANYTHING),
    ]
