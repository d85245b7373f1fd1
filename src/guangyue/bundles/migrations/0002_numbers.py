"""What only the database can promise: numbers given once."""

from django.db import migrations

from guangyue.bundles.sql import NO_NUMBERS, NUMBERS


class Migration(migrations.Migration):
    dependencies = [("bundles", "0001_initial")]
    operations = [migrations.RunSQL(NUMBERS, NO_NUMBERS)]
