"""What only the database can promise: records that stay as they were, rows only added, numbers given once."""

from django.db import migrations

from guangyue.credit import sql


class Migration(migrations.Migration):
    dependencies = [("credit", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.NUMBERS, sql.NO_NUMBERS),
        migrations.RunSQL(sql.KEEP, sql.LET_GO),
        migrations.RunSQL(sql.RECORDS, sql.NO_RECORDS),
    ]
