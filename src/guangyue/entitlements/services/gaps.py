"""缺口报告: on the first of each month, what stands unclaimed, told to those who answer for the rules."""

from collections import Counter
from datetime import date, datetime
from urllib.parse import urlencode

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import roles_allowing
from guangyue.entitlements.models import GapLine
from guangyue.entitlements.permissions import SEE_FINDINGS
from guangyue.entitlements.statistics import searched_policies, tallies
from guangyue.jobs.declarations import job
from guangyue.kit.access import EVERYWHERE
from guangyue.notifications.services import notify

BETWEEN = "、"  # the names of several organisations


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
            led_by=BETWEEN.join(one.name for one in policies[code].system.led_by),
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
    GapLine.objects.bulk_create(lines)
    _tell_owners(lines, month, at=at)
    return len(lines)


def _tell_owners(lines: list[GapLine], month: date, *, at: datetime) -> None:
    """Those of the leading organisations who may see what was found, with what is theirs."""
    unclaimed: Counter[str] = Counter()
    for line in lines:
        for owner in line.led_by.split(BETWEEN):
            unclaimed[owner] += line.unclaimed
    seeing = Grant.objects.in_force(at=at).filter(role__in=roles_allowing(SEE_FINDINGS)).values("user")
    for user in User.objects.filter(pk__in=seeing).select_related("organisation"):
        owner = user.organisation.name if user.organisation else ""
        if unclaimed[owner]:
            notify(
                to=user,
                title=f"{month.year} 年 {month.month} 月政策申领缺口",
                body=f"{owner}牵头的政策有 {unclaimed[owner]} 项符合条件而没有申领，请看各县（市、区）。",
                link=f"{reverse('entitlements:gaps')}?{urlencode({'q': owner})}",
                key=f"gaps.{month:%Y%m}",
                at=at,
            )


@job("entitlements.report_gaps", title="政策找人月度缺口报告")
def report_gaps_monthly(*, at: datetime) -> None:
    """Every night; the first one of a month reports it."""
    report_gaps(month=localdate(at).replace(day=1), at=at)
