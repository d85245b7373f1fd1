"""What only the database can promise: facts, statements and moves stay as they were written."""

from django.db import migrations

from guangyue.accountability import sql


class Migration(migrations.Migration):
    dependencies = [("accountability", "0001_initial")]
    operations = [migrations.RunSQL(sql.KEEP, sql.LET_GO)]
