"""What only the database can promise: the road of a problem, and rows that are only added."""

from django.db import migrations

from guangyue.ledgers import sql


class Migration(migrations.Migration):
    dependencies = [("ledgers", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.NUMBERS, sql.NO_NUMBERS),
        migrations.RunSQL(sql.ROAD, sql.NO_ROAD),
        migrations.RunSQL(sql.LISTS, sql.NO_LISTS),
        migrations.RunSQL(sql.SIGNERS, sql.NO_SIGNERS),
        migrations.RunSQL(sql.SIGN_OFFS, sql.NO_SIGN_OFFS),
        migrations.RunSQL(sql.ONLY_ADDED, sql.CHANGED_AGAIN),
    ]
