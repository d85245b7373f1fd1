"""亮灯 of a case in a list: read from its last moment alone, so that a page of fifty asks nothing more."""

from datetime import datetime, time, timedelta

from django.db.models import Q

from guangyue.cases.models import Case
from guangyue.kit.clocks import SHANGHAI, Light, local_day

NEAR = timedelta(days=1)  # due today or tomorrow
RUNS = Q(due__isnull=False, stopped_at=None)
STANDS = Q(clock_started_at__isnull=False, due=None, stopped_at=None)


def light_of(light: Light, *, at: datetime) -> Q:
    """The rows that show this light."""
    near = end_of_near(at)
    match light:
        case Light.RED:
            return RUNS & Q(due__lt=at)
        case Light.YELLOW:
            return RUNS & Q(due__gte=at, due__lte=near)
        case Light.GREEN:
            return RUNS & Q(due__gt=near)
        case Light.GREY:
            return STANDS


def told_clock(case: Case, *, at: datetime) -> tuple[Light | None, str]:
    """The light and a few words; without a light before the clock starts and once it has stopped."""
    if case.stopped_at:
        return None, f"用 {case.used_days} / 承诺 {case.promised_days} 个工作日"
    if case.clock_started_at is None or not case.promised_days:
        return None, "没有时限" if case.accepted_at else "受理后起算"
    if case.due is None:
        return Light.GREY, "中止计时"
    day = local_day(case.due)
    if case.due < at:
        return Light.RED, f"超期 {(local_day(at) - day).days} 天"
    if case.due <= end_of_near(at):
        return Light.YELLOW, "今天到期" if day == local_day(at) else "明天到期"
    return Light.GREEN, f"{day.month}月{day.day}日到期"


def end_of_near(at: datetime) -> datetime:
    return datetime.combine(local_day(at) + NEAR, time.max, SHANGHAI)
