"""What only the database can promise: acts, moves, checklists and exports stay as they were written."""

from django.db import migrations

from guangyue.supervision import sql


class Migration(migrations.Migration):
    dependencies = [("supervision", "0001_initial")]
    operations = [migrations.RunSQL(sql.KEEP, sql.LET_GO)]
