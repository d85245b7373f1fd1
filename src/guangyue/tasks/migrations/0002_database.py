"""What only the database can promise: the road, the second pair of eyes, and what stays as it was written."""

from django.db import migrations

from guangyue.tasks import sql


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.ASSIGNMENTS, sql.NO_ASSIGNMENTS),
        migrations.RunSQL(sql.KEEP, sql.LET_GO),
    ]
