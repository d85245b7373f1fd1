"""The lists of organisations, people, notices, bodies, meetings and decisions."""

from datetime import date

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.wording import day
from guangyue.organisations.models import (
    Body,
    Decision,
    Meeting,
    Notice,
    Organisation,
    Region,
    Tenure,
)

LOOKS = {
    Tenure.Standing.PROBATION: "notice",
    Tenure.Standing.AWAITING: "bad",
    Tenure.Standing.IN_POST: "good",
}


def tag(words: str, look: str = "") -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(look or "plain", words)


def _counties(request: HttpRequest) -> list[tuple[str, str]]:
    rows = Region.objects.on(timezone.localdate()).exclude(kind__in=("street", "town", "township"))
    return [(region.code, region.name) for region in rows]


def _standing(tenure: Tenure) -> str:
    return tenure.standing(timezone.localdate()).label


def standing_tag(tenure: Tenure, on: date | None = None) -> Markup:
    """在任, 试用, 待转正… as of a day, or of today."""
    standing = tenure.standing(on or timezone.localdate())
    return tag(standing.label, LOOKS.get(standing, ""))


def _due(decision: Decision) -> Markup | date:
    if decision.is_overdue(timezone.localdate()):
        late = (timezone.localdate() - decision.due).days
        return Markup("{} {}").format(day(decision.due), tag(f"逾期 {late} 天", "bad"))
    return decision.due


def _notice_state(notice: Notice) -> Markup:
    """With a word where the gazette prints something else."""
    differs = Markup(" {}").format(tag("与公报不一致", "bad")) if notice.differences else ""
    good = notice.state == Notice.State.EFFECTIVE
    return Markup("{}{}").format(tag(notice.get_state_display(), "good" if good else "notice"), differs)


def _lead(body: Body) -> str:
    return "、".join(seat.printed for seat in body.seats.all() if seat.leads)


ORGANISATIONS = Listing(
    key="organisations.organisations",
    title="机构名录",
    columns=(
        Column("name", "名称"),
        Column("kind", "类别", value=Organisation.get_kind_display),
        Column("parent", "上级机构"),
        Column("region", "所在区划"),
        Column("since", "设立", chosen=False),
        Column("until", "撤销"),
        Column("named_in", "见于公报", chosen=False),
    ),
    orders=(
        Order("entered", "按登记先后", ("id",)),
        Order("name", "按名称", ("name",), column="name"),
        Order("ended", "新撤销在前", ("-until",), column="until"),
    ),
    filters=(
        Choice("kind", "类别", tuple(Organisation.Kind.choices)),
        Choice("region", "所在区划", _counties, lookup="region_id"),
        YesNo("ended", "状态", Q(until__isnull=False), ("已撤销", "现有")),
    ),
    search=("spellings__contains",),
    search_hint="现名、旧称或者简称",
    empty="登记册里还没有机构",
    link=lambda organisation: reverse("organisations:desk_organisation", args=[organisation.key]),
)

PEOPLE = Listing(
    key="organisations.tenures",
    title="任职名册",
    columns=(
        Column("person", "姓名"),
        Column("post", "职务"),
        Column("since", "任职"),
        Column("probation_until", "试用期至"),
        Column("until", "离任"),
        Column("standing", "状态", value=_standing, show=standing_tag),
        Column("ending", "离任方式", value=Tenure.get_ending_display, chosen=False),
        Column("note", "附注", chosen=False),
        Column("source", "来源", value=Tenure.get_source_display),
    ),
    orders=(
        Order("newest", "新任职在前", ("-since",), column="since"),
        Order("oldest", "任职早在前", ("since",), column="since"),
        Order("left", "新离任在前", ("-until",), column="until"),
    ),
    filters=(
        Choice("source", "来源", tuple(Tenure.Source.choices)),
        Choice("ending", "离任方式", tuple(Tenure.Ending.choices)),
        YesNo("present", "状态", Q(until=None), ("现任", "已离任")),
        DayRange("since", "任职日期"),
        DayRange("until", "离任日期"),
    ),
    search=("person__name__contains", "post__organisation__name__contains", "post__title__contains"),
    search_hint="姓名、机构或者职务",
    empty="还没有任职记录",
    empty_advice="任免通知生效以后出现在这里。",
    link=lambda tenure: reverse("organisations:desk_person", args=[tenure.person_id]),
)

TRIALS = Listing(
    key="organisations.trials",
    title="试用期",
    columns=(
        Column("person", "姓名"),
        Column("post", "职务"),
        Column("since", "任职"),
        Column("probation_until", "试用期至"),
        Column("standing", "状态", value=_standing, show=standing_tag),
        Column("notice", "依据", value=lambda tenure: tenure.ordered_by and tenure.ordered_by.cites),
    ),
    orders=(
        Order("soonest", "先到期在前", ("probation_until",), column="probation_until"),
        Order("latest", "后到期在前", ("-probation_until",), column="probation_until"),
    ),
    filters=(DayRange("probation_until", "试用期至"),),
    search=("person__name__contains", "post__organisation__name__contains"),
    search_hint="姓名或者机构",
    empty="没有尚未转正的试用人员",
    link=lambda tenure: reverse("organisations:confirmation", args=[tenure.pk]),
)

NOTICES = Listing(
    key="organisations.notices",
    title="任免通知",
    columns=(
        Column("number", "文号"),
        Column("title", "标题"),
        Column("issued_on", "成文日期"),
        Column("appointed", "任命", number=True),
        Column("removed", "免去", number=True),
    ),
    orders=(
        Order("newest", "新近在前", ("-issued_on",), column="issued_on"),
        Order("oldest", "早先在前", ("issued_on",), column="issued_on"),
    ),
    filters=(DayRange("issued_on", "成文日期"),),
    search=("number__contains", "title__contains", "people__contains"),
    search_hint="文号、标题或者姓名",
    empty="还没有生效的任免通知",
)

DESK_NOTICES = Listing(
    key="organisations.desk_notices",
    title="任免通知",
    columns=(
        *NOTICES.columns,
        Column("state", "状态", value=Notice.get_state_display, show=_notice_state),
        Column("printed_in", "刊于公报"),
    ),
    orders=NOTICES.orders,
    filters=(
        Choice("state", "状态", tuple(Notice.State.choices)),
        YesNo("differing", "与公报", ~Q(differences=[]), ("有差异", "没有差异")),
        *NOTICES.filters,
    ),
    search=NOTICES.search,
    search_hint=NOTICES.search_hint,
    empty="还没有任免通知",
    empty_advice="公报发布后自动列在这里，也可以从右上角录入。",
    link=lambda notice: reverse("organisations:desk_notice", args=[notice.pk]),
)

BODIES = Listing(
    key="organisations.bodies",
    title="议事协调机构",
    columns=(
        Column("organisation__name", "名称"),
        Column("kind", "类别", value=Body.get_kind_display),
        Column("level", "层级", value=Body.get_level_display),
        Column("lead", "召集人或组长", value=_lead),
        Column("office", "办公室所在单位"),
        Column("cadence", "会议周期", value=Body.get_cadence_display, chosen=False),
        Column("cites", "依据"),
    ),
    orders=(
        Order("oldest", "按设立先后", ("known_from",), column="cites"),
        Order("newest", "新设立在前", ("-known_from",), column="cites"),
        Order("name", "按名称", ("organisation__name",), column="organisation__name"),
    ),
    filters=(
        Choice("kind", "类别", tuple(Body.Kind.choices)),
        Choice("level", "层级", tuple(Body.Level.choices)),
        YesNo("ended", "状态", Q(organisation__until__isnull=False), ("已撤销", "现有")),
    ),
    search=("spellings__contains",),
    search_hint="现名、旧称或者简称",
    empty="还没有议事协调机构",
)

DESK_BODIES = Listing(
    key="organisations.desk_bodies",
    title="议事协调机构",
    columns=BODIES.columns,
    orders=BODIES.orders,
    filters=BODIES.filters,
    search=BODIES.search,
    search_hint=BODIES.search_hint,
    empty=BODIES.empty,
    link=lambda body: reverse("organisations:desk_body", args=[body.organisation.key]),
)

MEETINGS = Listing(
    key="organisations.meetings",
    title="会议",
    columns=(
        Column("body", "议事协调机构"),
        Column("kind", "类别", value=Meeting.get_kind_display),
        Column("planned_on", "拟开日期"),
        Column("held_on", "召开日期"),
        Column("state", "进度", value=Meeting.get_state_display),
    ),
    orders=(
        Order("newest", "新近在前", ("-planned_on",), column="planned_on"),
        Order("oldest", "早先在前", ("planned_on",), column="planned_on"),
    ),
    filters=(
        Choice("state", "进度", tuple(Meeting.State.choices)),
        Choice("kind", "类别", tuple(Meeting.Kind.choices)),
        DayRange("planned_on", "拟开日期"),
    ),
    search=("body__organisation__name__contains",),
    search_hint="机构",
    empty="还没有会议",
    empty_advice="在议事协调机构的页面上提出议题。",
)

DECISIONS = Listing(
    key="organisations.decisions",
    title="议定事项",
    columns=(
        Column("text", "议定事项"),
        Column("owner", "责任单位"),
        Column("due", "完成时限", show=_due),
        Column("done_on", "完成"),
        Column("meeting", "会议"),
    ),
    orders=(
        Order("soonest", "先到期在前", ("due",), column="due"),
        Order("latest", "后到期在前", ("-due",), column="due"),
    ),
    filters=(YesNo("open", "状态", Q(done_on=None), ("未完成", "已完成")), DayRange("due", "完成时限")),
    search=("text__contains", "owner__name__contains"),
    search_hint="事项或者责任单位",
    empty="还没有议定事项",
    link=lambda decision: decision.meeting.get_absolute_url(),
)

DELEGATIONS = Listing(
    key="organisations.delegations",
    title="委托代行",
    columns=(
        Column("post", "代行职务"),
        Column("delegate", "代行人"),
        Column("matters", "代行事项"),
        Column("since", "起"),
        Column("until", "止"),
        Column("withdrawn_on", "收回"),
        Column("ground", "依据"),
    ),
    orders=(
        Order("newest", "新近在前", ("-since",), column="since"),
        Order("ending", "先到期在前", ("until",), column="until"),
    ),
    filters=(DayRange("since", "起"), DayRange("until", "止")),
    search=("post__organisation__name__contains", "delegate__name__contains"),
    search_hint="机构或者代行人",
    empty="还没有委托代行",
    link=lambda delegation: reverse("organisations:withdrawal", args=[delegation.pk]),
)
