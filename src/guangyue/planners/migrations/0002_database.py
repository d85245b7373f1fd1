"""What only the database can promise: the numbers of advice, and that what was noted stays as it was."""

from django.db import migrations

from guangyue.kit.append_only import append_only

BEGIN, END = append_only(
    "planners", "advicemove", "contractmove", "deduction", "evaluation", "report", "visitphoto"
)


class Migration(migrations.Migration):
    dependencies = [("planners", "0001_initial")]
    operations = [
        migrations.RunSQL("create sequence planners_advice_number", "drop sequence planners_advice_number"),
        migrations.RunSQL(BEGIN, END),
    ]
