"""The lists of the desk and of the public: projects, consultations, comments, replies."""

from datetime import date

from django.db.models import Q
from django.http import HttpRequest
from django.utils.timezone import localdate
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.legislation.appraising import warning
from guangyue.legislation.kinds import (
    INDIVIDUALLY_ANSWERED,
    Category,
    RuleKind,
    Speaker,
    Stance,
    Uptake,
)
from guangyue.legislation.models import (
    Comment,
    LawProject,
    LegislativePlan,
    LegislativeTerms,
    PublicConsultation,
)
from guangyue.legislation.roads import ProjectState
from guangyue.organisations.lists import tag
from guangyue.organisations.models import Organisation


def _plans(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(pk), f"{year} 年") for pk, year in LegislativePlan.objects.values_list("pk", "year")]


def _units(request: HttpRequest) -> list[tuple[str, str]]:
    drafting = LawProject.objects.order_by().values("unit")
    rows = Organisation.objects.filter(pk__in=drafting).order_by("pk")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def punctuality(project: LawProject, on: date) -> str:
    """按期 in words."""
    judged = project.kept(on)
    if project.due is None:
        return "没有规定时限"
    if judged.late_days:
        return f"{'迟' if project.done_on else '逾期'} {judged.late_days} 天"
    if judged.met:
        return "按期完成"
    return "已取消" if project.state == ProjectState.CANCELLED else f"还有 {(project.due - on).days} 天"


def punctuality_tag(project: LawProject, on: date) -> Markup:
    judged = project.kept(on)
    look = "bad" if judged.late_days else "good" if judged.met else ""
    return tag(punctuality(project, on), look)


PROJECTS = Listing(
    key="legislation.projects",
    title="立法项目",
    columns=(
        Column("name", "名称"),
        Column("kind", "种类", value=LawProject.get_kind_display),
        Column("category", "类别", value=LawProject.get_category_display),
        Column("unit", "起草单位"),
        Column("state", "状态", value=LawProject.get_state_display),
        Column("due", "完成时限"),
        Column(
            "kept",
            "是否按期",
            value=lambda one: punctuality(one, localdate()),
            show=lambda one: punctuality_tag(one, localdate()),
        ),
        Column("plan__year", "计划年度", value=lambda one: f"{one.plan.year} 年", chosen=False),
        Column("number", "编号", chosen=False),
        Column("done_on", "完成日期", chosen=False),
    ),
    orders=(
        Order("due", "时限近的在前", ("due",), column="due"),
        Order("newest", "新近立项在前", ("-id",)),
    ),
    filters=(
        Choice("plan", "计划", _plans),
        Choice("kind", "种类", tuple(RuleKind.choices)),
        Choice("category", "类别", tuple(Category.choices)),
        Choice("unit", "起草单位", _units),
        Choice("state", "状态", tuple(ProjectState.choices)),
        DayRange("due", "完成时限"),
    ),
    search=("name__contains",),
    search_hint="项目名称",
    empty="还没有立法项目",
    empty_advice="登记年度立法计划以后，项目列在这里。",
)


def urging(terms: LegislativeTerms | None) -> Listing:
    """督促名单, with what the plan backwards says by these terms."""
    return Listing(
        key="legislation.urging",
        title="督促名单",
        columns=(
            *(
                column
                for column in PROJECTS.columns
                if column.key in ("name", "unit", "state", "due", "kept")
            ),
            Column("why", "提醒", value=lambda one: warning(one, terms, localdate())),
        ),
        orders=(PROJECTS.orders[0],),
        filters=(Choice("unit", "起草单位", _units), Choice("plan", "计划", _plans)),
        search=("name__contains",),
        search_hint="项目名称",
        empty="没有要督促的项目",
        empty_advice="逾期的，和按审查、审批的天数倒排已经来不及的项目，列在这里。",
    )


CONSULTATIONS = Listing(
    key="legislation.consultations",
    title="征求意见",
    columns=(
        Column("title", "标题"),
        Column("unit", "征求单位"),
        Column("opens", "开始"),
        Column("closes", "截止"),
        Column("stands", "状态", value=lambda one: one.stands(localdate())),
        Column("many", "意见", number=True),
        Column("waiting", "待答复", number=True),
        Column("number", "编号", chosen=False),
    ),
    orders=(Order("newest", "新近在前", ("-id",)), Order("closes", "先截止的在前", ("closes",), "closes")),
    filters=(
        Choice("unit", "征求单位", _units),
        YesNo("closed", "办结", Q(closed_at__isnull=False), ("已办结", "没有办结")),
        DayRange("closes", "截止"),
    ),
    search=("title__contains",),
    search_hint="标题",
    empty="还没有征求意见",
    empty_advice="在立法项目的页面上准备，或者就其他重大事项发起。",
    link=lambda one: one.desk_address,
)

COMMENTS = Listing(
    key="legislation.comments",
    title="意见",
    columns=(
        Column("article", "条文", value=lambda one: one.article.label if one.article else "全文"),
        Column("stance", "态度", value=Comment.get_stance_display),
        Column("text", "意见"),
        Column(
            "speaker",
            "身份",
            value=Comment.get_speaker_display,
            show=lambda one: tag(one.get_speaker_display(), "notice" if one.alone else ""),
        ),
        Column("name", "姓名或者单位", chosen=False),
        Column("received_at", "收到时间"),
        Column("receipt", "回执编号", chosen=False),
        Column(
            "uptake", "采纳情况", value=lambda one: one.reply.get_uptake_display() if one.reply else "待答复"
        ),
        Column("reason", "理由", value=lambda one: one.reply.reason if one.reply else "", chosen=False),
    ),
    orders=(Order("oldest", "先收到的在前", ("id",)), Order("newest", "新近在前", ("-id",))),
    filters=(
        Choice("stance", "态度", tuple(Stance.choices)),
        Choice("speaker", "身份", tuple(Speaker.choices)),
        YesNo("alone", "单独答复", Q(speaker__in=INDIVIDUALLY_ANSWERED)),
        YesNo("answered", "答复", Q(reply__isnull=False), ("已答复", "待答复")),
        Choice("reply__uptake", "采纳情况", tuple(Uptake.choices)),
        Choice("source", "来源", tuple(Comment.Source.choices)),
    ),
    search=("text__contains",),
    search_hint="意见里的字",
    empty="没有这样的意见",
    empty_advice="网上提出的自动列入；来信、座谈的可以登记或者用 Excel 导入。",
)

REPLIES = Listing(
    key="legislation.replies",
    title="意见采纳情况",
    columns=(
        Column("article", "条文", value=lambda one: one.article.label if one.article else "全文"),
        Column("summary", "意见摘要"),
        Column("said_by", "提出人", value=lambda one: one.said_by or "多位提出人"),
        Column("many", "意见条数", number=True),
        Column("uptake", "采纳情况", value=lambda one: one.get_uptake_display()),
        Column("reason", "理由"),
    ),
    orders=(Order("articles", "按条文", ("id",)),),
    filters=(Choice("uptake", "采纳情况", tuple(Uptake.choices)),),
    search=("summary__contains", "reason__contains"),
    search_hint="摘要、理由里的字",
    empty="没有收到意见",
    link=lambda one: "",
)

PUBLIC_CONSULTATIONS = Listing(
    key="legislation.public_consultations",
    title="征求意见",
    columns=(
        Column("title", "标题"),
        Column("unit", "征求单位"),
        Column("closes", "截止"),
        Column(
            "stands",
            "状态",
            value=lambda one: one.stands(localdate()),
            show=lambda one: _stands_tag(one, localdate()),
        ),
    ),
    orders=(Order("closes", "后截止的在前", ("-closes",), column="closes"),),
    filters=(
        Choice("unit", "征求单位", _units),
        YesNo("closed", "反馈", Q(closed_at__isnull=False), ("已公布反馈", "没有公布反馈")),
    ),
    search=("title__contains",),
    search_hint="标题",
    empty="现在没有征求意见",
    empty_advice="法规、规章草案和重大事项公开征求意见的时候，列在这里。",
)


def _stands_tag(consultation: PublicConsultation, on: date) -> Markup:
    words = consultation.stands(on)
    if consultation.is_open(on):
        return tag(f"{words}，还有 {consultation.days_left(on)} 天", "good")
    return tag(words, "notice" if consultation.closed_at is None else "")
