"""案卷: what a case page shows of a case, each part read at once."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch

from guangyue.accounts.models import User
from guangyue.cases.flow import ReviewPoint
from guangyue.cases.lateness import Share
from guangyue.cases.models import Case, Opinion, Paper, PaperFile, PointResult
from guangyue.cases.services.lateness import is_late, trace_time
from guangyue.cases.services.transferring import TRANSFER
from guangyue.kit.clocks import Clock, CountedDay, Reading
from guangyue.kit.masks import mask_id_number, mask_phone
from guangyue.kit.wording import day
from guangyue.kit.workdays import Calendar
from guangyue.matters.models import Exercise
from guangyue.organisations.models import Organisation

PAPERS_A_PAGE = 50
BESIDE = (
    "flow",
    "version__matter",
    "region",
    "unit",
    "desk",
    "person",
    "firm",
    "received_by",
    "handler",
    "decided_by",
)


@dataclass(frozen=True)
class Point:
    """审查要点 with its latest result at this step."""

    declared: ReviewPoint
    result: PointResult | None
    here: bool


@dataclass(frozen=True)
class ClockShown:
    """计时: what the clock shows, and every day from its start on."""

    reading: Reading
    days: tuple[CountedDay, ...]


@dataclass(frozen=True)
class TimeShown:
    """用时 of one who had the case, and whether he answers for it."""

    share: Share
    organisation: str
    person: str
    answers: bool


def identity_of(case: Case, *, shown: bool) -> list[tuple[str, object]]:
    """申请人: masked until somebody has said what for."""
    hidden = not shown
    told: list[tuple[str, object]] = [
        ("姓名或者名称", case.masked_name if hidden else case.applicant_name),
        ("证件号码", mask_id_number(case.applicant_number) if hidden else case.applicant_number),
        ("联系电话", mask_phone(case.phone) if hidden else case.phone),
        ("渠道", case.get_channel_display()),
        ("受理地区", case.region),
        ("决定机关", case.unit),
        ("结果怎么取", case.get_delivery_display()),
    ]
    if case.report_due:
        told.append(("应报送日", day(case.report_due) + ("，逾期报送" if case.reported_late else "")))
    return told


def papers_shown(case: Case, page: str) -> Page[Paper]:
    files = PaperFile.objects.filter(taken_out_at=None).select_related("file")
    rows = case.papers.order_by("pk").prefetch_related(Prefetch("files", files, to_attr="shown"))
    return Paginator(rows, PAPERS_A_PAGE).get_page(page)


def papers_counted(case: Case) -> list[tuple[str, int]]:
    """How many are in which state."""
    counted = dict(case.papers.order_by().values_list("state").annotate(Count("pk")))
    return [(state.label, counted[state]) for state in Paper.State if state in counted]


def points_shown(case: Case) -> list[Point]:
    results = {(one.step, one.number): one for one in case.point_results.select_related("by").order_by("pk")}
    latest = {number: one for (_, number), one in results.items()}
    return [
        Point(
            point,
            results.get((case.step, point.number)) if case.step in point.steps else latest.get(point.number),
            case.step in point.steps,
        )
        for point in case.flow.declared.points
    ]


def clock_shown(case: Case, *, calendar: Calendar, at: datetime) -> ClockShown | None:
    """A clock that has stopped shows what it showed then."""
    clock = case.clock
    if clock is None:
        return None
    seen = case.stopped_at or at
    return ClockShown(clock.read(calendar, at=seen), tuple(clock.days(calendar, at=seen)))


def elsewhere(case: Case) -> list[Organisation]:
    """The other units that exercise the matter, where the flow lets a case go to one."""
    if case.flow.declared.arrow(TRANSFER, since=case.step) is None:
        return []
    units = Exercise.objects.filter(matter=case.version.matter_id).exclude(unit=case.unit_id).values("unit")
    return list(Organisation.objects.filter(pk__in=units).order_by("name"))


def time_told(case: Case, *, at: datetime) -> list[TimeShown]:
    """责任倒查 of a late case: who had it for how long."""
    used = trace_time(case, at=at) if is_late(case, at=at) else None
    if used is None:
        return []
    shares = (*used.steps, *used.opinions)
    names = Organisation.objects.in_bulk([share.organisation for share in shares])
    people = User.objects.in_bulk([share.person for share in shares if share.person])
    return [
        TimeShown(
            share,
            names[share.organisation].name,
            people[share.person].name if share.person else "",
            share in used.answerable(),
        )
        for share in shares
    ]


def opinion_clock(opinion: Opinion, *, calendar: Calendar, at: datetime) -> Reading | None:
    if opinion.asked_at is None or opinion.given_at or opinion.withdrawn_at:
        return None
    return Clock(opinion.limit, opinion.asked_at).read(calendar, at=at)
