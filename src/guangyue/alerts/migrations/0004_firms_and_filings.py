"""Who signs in for a source is its firm, and where its own plan was filed stands with it alone."""

from django.db import migrations, models

FIRMS = """
update alerts_source source set firm_id = firm.id from registries_firm firm
where source.firm_id is null and firm.account_id = source.account_id;
set constraints all immediate;  -- what is still to be checked of a table keeps it from being altered
"""
FILINGS = """
with filed as (
    delete from alerts_planfiling where kind = 'factory' returning region_id, owner, filed_with, filed_on
)
update alerts_source source set plan_filed_with = filed.filed_with, plan_filed_on = filed.filed_on from filed
where source.plan_filed_on is null and source.name = filed.owner and source.region_id = filed.region_id
"""


class Migration(migrations.Migration):
    dependencies = [("alerts", "0003_counties_and_filings"), ("registries", "0001_initial")]
    operations = [
        migrations.RunSQL(FIRMS, migrations.RunSQL.noop),
        migrations.RemoveField("source", "account"),
        migrations.RunSQL(FILINGS, migrations.RunSQL.noop),
        migrations.AlterField(
            "planfiling",
            "kind",
            models.CharField(
                choices=[
                    ("city", "市级预案"),
                    ("county", "县（市、区）预案"),
                    ("member", "成员单位实施方案"),
                ],
                max_length=8,
                verbose_name="种类",
            ),
        ),
    ]
