"""What only the database can promise: ratings that stay, sums that are right, numbers given once."""

from django.db import migrations

from guangyue.ratings import sql


class Migration(migrations.Migration):
    dependencies = [("ratings", "0001_initial")]
    operations = [
        migrations.RunSQL(sql.NUMBERS, sql.NO_NUMBERS),
        migrations.RunSQL(sql.KEPT, sql.NOT_KEPT),
        migrations.RunSQL(sql.SUMS, sql.NO_SUMS),
        migrations.RunSQL(sql.FINISHED, sql.NOT_FINISHED),
    ]
