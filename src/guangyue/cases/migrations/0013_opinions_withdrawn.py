"""What nobody needs any more says so, also of cases closed before; a point of review never carried a file."""

from django.db import migrations

WITHDRAW = """
update cases_opinion set withdrawn_at = closed.closed_at
from cases_case closed
where closed.id = cases_opinion.case_id and closed.closed_at is not null
  and cases_opinion.given_at is null and cases_opinion.withdrawn_at is null
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_cases_of_bundle")]
    operations = [
        migrations.RunSQL(WITHDRAW, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="pointresult", name="file"),
    ]
