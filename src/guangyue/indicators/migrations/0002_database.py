"""What only the database can promise of targets: conclusions stay, and a figure keeps its number."""

from django.db import migrations

from guangyue.indicators import sql


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.KEEP, sql.LET_GO),
        migrations.RunSQL(sql.FREEZE, sql.THAW),
    ]
