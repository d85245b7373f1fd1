"""What only the database can promise: numbers given once, records that stay as they were written."""

from django.db import migrations

from guangyue.legislation import sql


class Migration(migrations.Migration):
    dependencies = [("legislation", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.NUMBERS, sql.NO_NUMBERS),
        migrations.RunSQL(sql.KEEP, sql.LET_GO),
    ]
