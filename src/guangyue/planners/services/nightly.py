"""每日提醒: advice past its day, groups that have not come this month, reports that are due."""

from datetime import date, datetime, timedelta

from django.urls import reverse

from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.kit.limits import month_end
from guangyue.planners.calendar import Owed, Standing
from guangyue.planners.declared import pilot
from guangyue.planners.models import Advice, Group, Seat, Visit
from guangyue.planners.owing import owing
from guangyue.planners.services.telling import tell_district, tell_office, tell_planner


@job("planners.remind", title="提醒规划师服务、答复和报告")
def remind(*, at: datetime) -> None:
    on = local_day(at)
    _chase_answers(on, at=at)
    if pilot().holds_on(on):
        _remind_groups(on, at=at)
    for owed in owing(on):
        if owed.standing in (Standing.SOON, Standing.OVERDUE):
            _call_for(owed.owed, owed.standing, at=at)


def _chase_answers(on: date, *, at: datetime) -> None:
    """Once, on the day after the last."""
    for advice in Advice.objects.overdue(on).select_related("group__area"):
        tell_district(advice, f"意见建议超期未答复：{advice.topic}", "请立即答复。", "overdue", at=at)


def _remind_groups(on: date, *, at: datetime) -> None:
    """In the last days of a month without a visit."""
    if on + timedelta(days=pilot().reminded_before) < month_end(on):
        return
    came = Visit.objects.made().between(on.replace(day=1), on).values("group")
    seats = Seat.objects.current().filter(group__in=Group.objects.open()).exclude(group__in=came)
    for seat in seats.select_related("planner__account", "group__area"):
        tell_planner(
            seat.planner,
            f"{seat.group.area}本月还没有到片区",
            f"每月至少 1 次，请在 {month_end(on)} 前到片区服务并与主要负责同志当面交流。",
            key=f"planners.month-{on:%Y-%m}-{seat.pk}",
            at=at,
        )


def _call_for(owed: Owed, standing: Standing, *, at: datetime) -> None:
    tell_office(
        f"{owed.title}{'已经超期' if standing is Standing.OVERDUE else '快到期'}",
        f"最迟 {owed.due} 报{owed.term.to}。",
        link=reverse("planners:reports"),
        key=f"planners.report-{owed.term.key}-{owed.due}-{standing.name}",
        at=at,
    )
