"""A hint is released by whoever checks it."""

from django.db import migrations, models

from guangyue.alerts import sheet_sql


class Migration(migrations.Migration):
    dependencies = [("alerts", "0004_firms_and_filings")]
    operations = [
        migrations.AddField(
            "sheet", "needs_approval", models.BooleanField(default=True, verbose_name="核准后要审批")
        ),
        migrations.RemoveConstraint("sheet", "an_approved_sheet_says_by_whom"),
        migrations.AddConstraint(
            "sheet",
            models.CheckConstraint(
                condition=~models.Q(state__in=("approved", "sent"))
                | models.Q(needs_approval=False, approved_by=None)
                | (
                    models.Q(approved_by__isnull=False, approved_at__isnull=False)
                    & ~models.Q(approved_post="")
                ),
                name="an_approved_sheet_says_by_whom",
            ),
        ),
        migrations.RunSQL(sheet_sql.NO_SHEETS + sheet_sql.SHEETS, migrations.RunSQL.noop),
    ]
