"""What only the database can promise: numbers given once, sheets that go their road, what stays as it was."""

from django.db import migrations

from guangyue.alerts import air_sql, sheet_sql


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial")]
    operations = [
        migrations.RunSQL(sheet_sql.NUMBERS, sheet_sql.NO_NUMBERS),
        migrations.RunSQL(sheet_sql.SHEETS, sheet_sql.NO_SHEETS),
        migrations.RunSQL(sheet_sql.WARNINGS, sheet_sql.NO_WARNINGS),
        migrations.RunSQL(sheet_sql.MOVES, sheet_sql.NO_MOVES),
        migrations.RunSQL(air_sql.KEEP, air_sql.LET_GO),
    ]
