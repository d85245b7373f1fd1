"""Forecasts, opinions and corrections are only ever added."""

from django.db import migrations

from guangyue.alerts import air_sql


class Migration(migrations.Migration):
    dependencies = [("alerts", "0006_planned_measures")]
    operations = [migrations.RunSQL(air_sql.KEEP, air_sql.LET_GO)]
