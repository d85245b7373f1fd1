"""The lists of events, meetings, months, proposals, and names nobody has settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup, escape

from guangyue.chronicle.models import Attendance, Event, Link, Month, Proposal, SeriesMeeting
from guangyue.chronicle.reading.kinds import Kind
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, Text, YesNo
from guangyue.kit.lists.filters import Narrowing, Written
from guangyue.kit.wording import day

SHOWN = 90  # letters of a text in a list


@dataclass(frozen=True)
class DaysWithin:
    """From a day to a day: what lasts longer than a day is found on each of its days (R8)."""

    title: str = "日期"

    kind: ClassVar[str] = "days"

    @property
    def key(self) -> str:
        return "on"

    @property
    def names(self) -> tuple[str, ...]:
        return ("on_from", "on_to")

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        ends = DayRange("on", self.title, "end").read({"on_from": written.get("on_from", "")}, request)
        starts = DayRange("on", self.title, "start").read({"on_to": written.get("on_to", "")}, request)
        whole = DayRange("on", self.title, "start").read(written, request)
        if whole is None:
            return None
        return Narrowing((ends.rows if ends else Q()) & (starts.rows if starts else Q()), whole.said)


@dataclass(frozen=True)
class Named:
    """人员: events that name somebody exactly so."""

    title: str = "人员"

    kind: ClassVar[str] = "text"

    @property
    def key(self) -> str:
        return "name"

    @property
    def names(self) -> tuple[str, ...]:
        return ("name",)

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        name = written.get("name", "").strip()
        if not name:
            return None
        return Narrowing(Q(pk__in=Attendance.objects.filter(name=name).values("event_id")), name)


def _series(request: HttpRequest) -> Iterable[tuple[str, str]]:
    names = SeriesMeeting.objects.public().order_by("series").values_list("series", flat=True).distinct()
    return [(name, name) for name in names]


def _months(request: HttpRequest) -> Iterable[tuple[str, str]]:
    return [(str(month.first), str(month.year_month)) for month in Month.objects.printed()]


def _days(event: Event) -> str:
    return event.days


def _short(event: Event) -> Markup:
    text = event.text if len(event.text) <= SHOWN else f"{event.text[:SHOWN]}…"
    return escape(text)


def _people(event: Event) -> str:
    names = [attendance.name for attendance in event.attendances.all()]
    return "、".join(names[:4]) + (f"等{len(names)}人" if len(names) > 4 else "")


def _issue(month: Month) -> str:
    return str(month.issue) if month.issue else ""


def _topics(meeting: SeriesMeeting) -> str:
    return "；".join(meeting.topics) or (f"通过{meeting.source}" if meeting.source else "")


def _span(proposal: Proposal) -> str:
    return (
        day(proposal.start)
        if proposal.start == proposal.end
        else f"{day(proposal.start)}至{day(proposal.end)}"
    )


EVENTS = Listing(
    key="chronicle.events",
    title="大事记",
    columns=(
        Column("start", "日期", value=_days),
        Column("text", "内容", show=_short),
        Column("kind", "种类", value=Event.get_kind_display),
        Column("people", "人员", value=_people),
    ),
    orders=(
        Order("newest", "新近在前", ("-start", "-order"), column="start"),
        Order("oldest", "早先在前", ("start", "order"), column="start"),
    ),
    filters=(
        DaysWithin(),
        Choice("month", "月份", _months, lookup="month__first"),
        Choice("kind", "种类", tuple((kind.name, kind.value) for kind in Kind)),
        Named(),
        Choice("series", "例会", _series, lookup="meeting__series"),
    ),
    search=("text__contains",),
    search_hint="地点、会议、事由或者人名",
    empty="还没有大事记",
    empty_advice="公报发布以后，大事记按日收录在这里。",
)

MEETINGS = Listing(
    key="chronicle.meetings",
    title="例会",
    columns=(
        Column("number", "次数", value=str),
        Column("on", "日期"),
        Column("topics", "议题", value=_topics),
        Column("source", "出处", chosen=False),
    ),
    orders=(
        Order("newest", "新近在前", ("-on",), column="on"),
        Order("oldest", "早先在前", ("on",), column="on"),
    ),
    filters=(Choice("series", "例会", _series), DayRange("on", "日期")),
    search=("topics__icontains",),
    search_hint="议题",
    empty="还没有编号的例会",
    empty_advice="大事记里写明第几次的会议列在这里。",
    link=lambda meeting: meeting.event.get_absolute_url() if meeting.event else "",
)

MONTHS = Listing(
    key="chronicle.months",
    title="大事记编写",
    columns=(
        Column("first", "月份", value=lambda month: str(month.year_month)),
        Column("state", "状态", value=Month.get_state_display),
        Column("many", "事件", number=True),
        Column("issue", "刊于", value=_issue),
        Column("closes_on", "征集截止"),
    ),
    orders=(
        Order("newest", "新近在前", ("-first",), column="first"),
        Order("oldest", "早先在前", ("first",), column="first"),
    ),
    filters=(Choice("state", "状态", tuple(Month.State.choices)),),
    empty="还没有大事记",
    empty_advice="公报发布后自动收录；下个月的从右上角开始编写。",
    link=lambda month: reverse("chronicle:desk_month", args=[month.first.year, month.first.month]),
)

PROPOSALS = Listing(
    key="chronicle.proposals",
    title="大事记报送",
    columns=(
        Column("start", "日期", value=_span),
        Column("text", "内容"),
        Column("organisation", "报送单位"),
        Column("state", "状态", value=Proposal.get_state_display),
        Column("answer", "答复"),
    ),
    orders=(
        Order("newest", "新近在前", ("-start",), column="start"),
        Order("oldest", "早先在前", ("start",), column="start"),
    ),
    filters=(Choice("state", "状态", tuple(Proposal.State.choices)), DayRange("start", "日期")),
    search=("text__contains", "organisation__name__contains"),
    search_hint="内容或者单位",
    empty="还没有报送",
    empty_advice="从右上角报送本单位的事件，供市政府办公室编写大事记。",
)

NAMES = Listing(
    key="chronicle.names",
    title="人员认定",
    columns=(
        Column("name", "姓名"),
        Column("title", "印出的职务"),
        Column("roles", "参加方式", value=lambda one: one.roles_said),
        Column("event", "事件"),
        Column("person", "认定为", value=lambda one: str(one.person) if one.person else ""),
        Column("settled_by", "认定人", chosen=False),
    ),
    orders=(
        Order("newest", "新近在前", ("-event__start",)),
        Order("name", "按姓名", ("name",), column="name"),
    ),
    filters=(
        YesNo("known", "认定", Q(person__isnull=False), ("已认定", "未认定")),
        Text("called", "姓名", "name__startswith"),
    ),
    search=("name__startswith", "title__contains"),
    search_hint="姓名或者职务",
    empty="还没有人名",
    link=lambda one: reverse("chronicle:settling", args=[one.pk]),
)

LINKS = Listing(
    key="chronicle.links",
    title="关联公文",
    columns=(
        Column("event", "事件"),
        Column("target", "公文", value=str),
        Column("kind", "关联", value=Link.get_kind_display),
        Column("evidence", "理由"),
        Column("state", "状态", value=Link.get_state_display),
    ),
    orders=(Order("newest", "新近在前", ("-event__start",)), Order("oldest", "早先在前", ("event__start",))),
    filters=(
        Choice("state", "状态", tuple(Link.State.choices)),
        Choice("kind", "关联", tuple(Link.Kind.choices)),
    ),
    search=("target__contains", "title__contains", "event__text__contains"),
    search_hint="文号、标题或者事由",
    empty="还没有关联",
    empty_advice="例会的议题和随后印发的公文题目相近时，自动列在这里，由人确认。",
    link=lambda link: reverse("chronicle:linking", args=[link.pk]),
)
