"""The lists of cases: all of them by day, and what is open by what is due first."""

from dataclasses import dataclass
from typing import ClassVar, cast

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from markupsafe import Markup

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.lights import light_of, told_clock
from guangyue.cases.models import Case
from guangyue.cases.models.case import CLOSED_NAMES, OUTCOMES, PHASES
from guangyue.kit.access import SignedInRequest
from guangyue.kit.clocks import Light
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.lists.filters import Narrowing, Unreadable, Written
from guangyue.matters.models import Exercise, Matter, MatterVersion
from guangyue.organisations.models import Organisation, Region
from guangyue.organisations.models.regions import COUNTY_LEVEL

MOST_HANDLERS = 50
DECIDED_LATE = Q(stopped_at__gt=F("due"))
HANDED_IN = [(key, title) for key, title in PHASES if key != Phase.DRAFT.name]
OPEN = [(key, title) for key, title in HANDED_IN if key not in CLOSED_NAMES]


def clock_shown(case: Case) -> Markup | str:
    light, words = told_clock(case, at=timezone.now())
    return Markup('<span class="light {}">{}</span>').format(light.name.lower(), words) if light else words


def phase_tag(case: Case) -> Markup:
    looks = {Phase.FINISHED: "good", Phase.SUPPLEMENT: "notice"}
    bad = case.stands_in.closed and case.stands_in is not Phase.FINISHED
    look = looks.get(case.stands_in, "bad" if bad else "plain")
    return Markup('<span class="tag {}">{}</span>').format(look, case.at_step.title)


@dataclass(frozen=True)
class OfMatter:
    """事项: a matter stands for all its versions; which those are is read first, so that the rows are found
    by their index."""

    key: str = "matter"
    title: str = "事项"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        released = Matter.objects.exclude(state=Matter.State.DRAFT).order_by("name")
        return list(released.values_list("code", "name"))

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        code = written.get(self.key, "")
        if not code:
            return None
        versions = list(MatterVersion.objects.filter(matter__code=code).values_list("pk", "matter__name"))
        if not versions:
            raise Unreadable("没有这个事项，已经忽略")
        return Narrowing(Q(version__in=[pk for pk, _ in versions]), versions[0][1])


@dataclass(frozen=True)
class ByHandler:
    """经办人: whoever is called so, read first for the same reason."""

    key: str = "handler"
    title: str = "经办人"
    kind: ClassVar[str] = "text"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        name = written.get(self.key, "").strip()
        if not name:
            return None
        called = User.objects.filter(name__startswith=name).values_list("pk", flat=True)
        return Narrowing(Q(handler__in=list(called[:MOST_HANDLERS])), name)


@dataclass(frozen=True)
class ByLight:
    """亮灯 of the clocks that run or stand now."""

    key: str = "light"
    title: str = "亮灯"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(light.name, light.value) for light in Light]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        name = written.get(self.key, "")
        if not name:
            return None
        if name not in Light.__members__:
            raise Unreadable("“亮灯”里没有这个选项，已经忽略")
        return Narrowing(light_of(Light[name], at=timezone.now()), Light[name].value)


@dataclass(frozen=True)
class RunningDue:
    """到期: of the clocks that run, from a day to a day."""

    days: DayRange
    kind: ClassVar[str] = DayRange.kind

    @property
    def title(self) -> str:
        return self.days.title

    @property
    def names(self) -> tuple[str, ...]:
        return self.days.names

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        asked = self.days.read(written, request)
        return Narrowing(asked.rows & Q(due__isnull=False, stopped_at=None), asked.said) if asked else None


def _units(request: HttpRequest) -> list[tuple[str, str]]:
    """Those that exercise a matter, within reach of whoever asks."""
    exercising = Exercise.objects.values("unit")
    within = Organisation.objects.within(cast(SignedInRequest, request).scope)
    rows = within.filter(pk__in=exercising).order_by("name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def _regions(request: HttpRequest) -> list[tuple[str, str]]:
    """The city and its counties: where there are windows."""
    rows = Region.objects.within(cast(SignedInRequest, request).scope)
    offered = rows.filter(kind__in=(Region.Kind.CITY, *COUNTY_LEVEL))
    return list(offered.order_by("code").values_list("code", "name"))


NUMBER = Column("number", "办件编号")
TITLE = Column("title", "事项")
APPLICANT = Column("applicant", "申请人", value=lambda case: case.masked_name)
STEP = Column("step", "环节", value=lambda case: case.at_step.title, show=phase_tag)
CLOCK = Column("due", "时限", value=lambda case: case.due, show=clock_shown)
UNIT = Column("unit", "决定机关", value=lambda case: case.unit.name)
REGION = Column("region", "受理地区", value=lambda case: case.region.name)
RUNNING_DUE = RunningDue(DayRange("due", "到期", moments=True))
FILTERS = (
    OfMatter(),
    Choice("unit", "决定机关", _units),
    Choice("region", "受理地区", _regions),
    Choice("channel", "渠道", tuple(Case.Channel.choices)),
    Choice("manner", "方式", tuple(Case.Manner.choices)),
    ByHandler(),
)

CASES = Listing(
    key="cases.cases",
    title="办件",
    columns=(
        NUMBER,
        TITLE,
        APPLICANT,
        UNIT,
        STEP,
        Column("handed_in_at", "收件时间"),
        CLOCK,
        Column("region", "受理地区", value=REGION.value, chosen=False),
        Column("variant", "办理情形", value=lambda case: case.situation.title, chosen=False),
        Column("desk", "现在何处", value=lambda case: case.desk and case.desk.name, chosen=False),
        Column("channel", "渠道", value=Case.get_channel_display, chosen=False),
        Column("manner", "方式", value=Case.get_manner_display, chosen=False),
        Column("outcome", "结果", value=Case.get_outcome_display, chosen=False),
        Column("handler", "经办人", value=lambda case: case.handler and case.handler.name, chosen=False),
        Column("accepted_at", "受理时间", chosen=False),
        Column("decided_at", "决定时间", chosen=False),
        Column("promised_days", "承诺工作日", number=True, chosen=False),
        Column("used_days", "实际工作日", number=True, chosen=False),
    ),
    orders=(
        Order("newest", "后收的在前", ("-handed_in_at",), column="handed_in_at"),
        Order("oldest", "先收的在前", ("handed_in_at",), column="handed_in_at"),
    ),
    filters=(
        Choice("phase", "阶段", tuple(HANDED_IN)),
        ByLight(),
        *FILTERS,
        Choice("outcome", "结果", tuple(OUTCOMES)),
        YesNo("late", "按时", DECIDED_LATE, words=("超期办结", "没有超期办结")),
        DayRange("handed_in_at", "收件时间", moments=True),
        RUNNING_DUE,
    ),
    search=("number__startswith", "applicant_name__startswith"),
    search_hint="办件编号或者申请人姓名、名称开头",
    empty="管辖范围内还没有办件",
    empty_advice="窗口收的、网上提交的申请，会出现在这里。",
)

OPEN_CASES = Listing(
    key="cases.open",
    title="在办件",
    columns=(
        NUMBER,
        TITLE,
        APPLICANT,
        STEP,
        CLOCK,
        Column("desk", "现在何处", value=lambda case: case.desk.name if case.desk else "申请人"),
        REGION,
        Column("handed_in_at", "收件时间"),
    ),
    orders=(
        Order("due", "先到期的在前", ("due",), column="due"),
        Order("oldest", "先收的在前", ("handed_in_at",), column="handed_in_at"),
        Order("newest", "后收的在前", ("-handed_in_at",), column="handed_in_at"),
    ),
    filters=(Choice("phase", "阶段", tuple(OPEN)), ByLight(), *FILTERS, RUNNING_DUE),
    search=("number__startswith", "applicant_name__startswith"),
    search_hint="办件编号或者申请人姓名、名称开头",
    empty="没有要办的",
    empty_advice="轮到您办的时候，办件会出现在这里。",
)
