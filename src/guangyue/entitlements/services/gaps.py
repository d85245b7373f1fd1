"""缺口报告: on the first of each month, what stands unclaimed, told to those who answer for the rules."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.entitlements.models import GapLine
from guangyue.entitlements.statistics import searched_policies, tallies
from guangyue.jobs.declarations import job
from guangyue.kit.access import EVERYWHERE


@transaction.atomic
def report_gaps(*, month: date, at: datetime) -> int:
    """A line for each policy and district; the month reported once stays as it was."""
    if GapLine.objects.filter(month=month).exists():
        return 0
    policies = searched_policies()
    lines = [
        GapLine(
            month=month,
            code=code,
            title=policies[code].title,
            led_by="、".join(one.name for one in policies[code].system.led_by),
            district_id=district,
            entitled=tally.entitled,
            applied=tally.applied,
            paid=tally.paid,
            unclaimed=tally.unclaimed,
            unclaimed_money=tally.unclaimed_money,
            median_days=tally.median_days,
            at=at,
        )
        for code, districts in tallies(scope=EVERYWHERE).items()
        if code in policies
        for district, tally in districts.items()
    ]
    return len(GapLine.objects.bulk_create(lines))


@job("entitlements.report_gaps", title="政策找人月度缺口报告")
def report_gaps_monthly(*, at: datetime) -> None:
    """Every night; the first one of a month reports it."""
    report_gaps(month=localdate(at).replace(day=1), at=at)
