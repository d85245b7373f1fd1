"""推进情况: plans by group, who is to be urged, and what every unit has done by its day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.kit.access import Scope
from guangyue.kit.sheets import Value
from guangyue.kit.wording import day
from guangyue.legislation.kinds import Category, RuleKind
from guangyue.legislation.models import LawProject, LegislativePlan, LegislativeTerms, PlanEntry
from guangyue.legislation.models.projects import LawProjectQuerySet
from guangyue.legislation.roads import BEFORE_REVIEW, ProjectState
from guangyue.legislation.timing import BackPlan
from guangyue.organisations.models import Organisation

HEADINGS = (
    "单位",
    "项目",
    "种类",
    "类别",
    "完成时限",
    "完成日期",
    "状态",
    "按期",
    "迟延天数",
    "还缺的步骤",
)


@dataclass(frozen=True)
class EntryGroup:
    """计划分组, as it was published."""

    kind: str
    category: str
    entries: tuple[PlanEntry, ...]

    @property
    def title(self) -> str:
        return f"{RuleKind(self.kind).label} · {Category(self.category).label}（{len(self.entries)} 件）"


def grouped(plan: LegislativePlan) -> list[EntryGroup]:
    groups: dict[tuple[str, str], list[PlanEntry]] = {}
    for entry in plan.entries.select_related("project__unit", "project__plan"):
        groups.setdefault((entry.kind, entry.category), []).append(entry)
    return [EntryGroup(kind, category, tuple(entries)) for (kind, category), entries in groups.items()]


@dataclass
class Standing:
    """How a plan or a unit stands."""

    all: int = 0
    done: int = 0
    late: int = 0
    under_way: int = 0
    late_days: int = 0
    unit: Organisation | None = None

    def add(self, project: LawProject, on: date) -> None:
        judged = project.kept(on)
        self.all += 1
        self.done += project.done_on is not None
        self.under_way += not project.is_over
        self.late += judged.overdue
        self.late_days += judged.late_days


def standing(plan: LegislativePlan, on: date) -> Standing:
    counted = Standing()
    for project in LawProject.objects.filter(plan=plan):
        counted.add(project, on)
    return counted


def appraised(projects: LawProjectQuerySet, on: date) -> list[Standing]:
    """By unit: the latest first."""
    by_unit: dict[int, Standing] = defaultdict(Standing)
    for project in projects.select_related("unit", "plan"):
        line = by_unit[project.unit_id]
        line.unit = project.unit
        line.add(project, on)
    return sorted(by_unit.values(), key=lambda line: (-line.late_days, line.unit.pk if line.unit else 0))


def feed(projects: LawProjectQuerySet, on: date) -> Iterator[Sequence[Value]]:
    """供数: a line a project, with the stages that are still to come."""
    for project in projects.select_related("unit", "plan"):
        judged = project.kept(on)
        yield (
            project.unit.name,
            project.name,
            str(project.get_kind_display()),
            str(project.get_category_display()),
            project.due,
            project.done_on,
            str(project.get_state_display()),
            judged.met,
            judged.late_days,
            "、".join(to_come(project)),
        )


def to_come(project: LawProject) -> list[str]:
    if project.state == ProjectState.CANCELLED:
        return []
    return [stage.title for stage in project.road if not stage.look]


def to_urge(scope: Scope, on: date) -> LawProjectQuerySet:
    """Late, or not yet sent for review when review and approval need all the days that are left."""
    rows = LawProject.objects.within(scope)
    terms = LegislativeTerms.objects.on(on)
    needed = timedelta(days=terms.review_days + terms.approval_days) if terms else timedelta()
    return rows.overdue(on) | rows.short_of_time(on + needed)


def back_plan(project: LawProject, terms: LegislativeTerms | None) -> BackPlan | None:
    """倒排 of a project with a day, while it is on its way."""
    if terms is None or project.due is None or project.is_over:
        return None
    return BackPlan(project.due, terms.review_days, terms.approval_days)


def warning(project: LawProject, terms: LegislativeTerms | None, on: date) -> str:
    """倒排提醒: what is later than the plan backwards allows; empty when there is time."""
    plan = back_plan(project, terms)
    if plan is None or terms is None or project.state not in BEFORE_REVIEW:
        return ""
    if on > plan.latest_submit:
        return f"最迟{day(plan.latest_submit)}报送审查，已经晚了 {(on - plan.latest_submit).days} 天。"
    before_comments = project.state in (ProjectState.LISTED, ProjectState.STUDYING, ProjectState.DRAFTING)
    if terms.min_days and before_comments and on > (opening := plan.latest_opening(terms.min_days)):
        return f"要在{day(plan.latest_submit)}前报送审查，最迟应在{day(opening)}开始征求意见。"
    return ""
