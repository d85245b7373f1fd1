"""What only the database can promise: snapshots and draws that stay, and numbers given once."""

from django.db import migrations

from guangyue.inspections import sql


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.NUMBERS, sql.NO_NUMBERS),
        migrations.RunSQL(sql.ROADS, sql.NO_ROADS),
        migrations.RunSQL(sql.SNAPSHOTS, sql.NO_SNAPSHOTS),
        migrations.RunSQL(sql.DRAWS, sql.NO_DRAWS),
        migrations.RunSQL(sql.TEAMS, sql.NO_TEAMS),
        migrations.RunSQL(sql.APPEND_ONLY, sql.NOT_APPEND_ONLY),
    ]
