"""立法计划: entered whole, changed by decision only, carried over with a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.document import Clause
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.legislation.catalogue import ListedGroup, check_groups, names_twice
from guangyue.legislation.kinds import Category, RuleKind
from guangyue.legislation.models import (
    LawProject,
    LegislativePlan,
    LegislativeTerms,
    PlanChange,
    PlanEntry,
)
from guangyue.legislation.refusals import NotThisWay
from guangyue.legislation.roads import CANCEL, Hand, ProjectState
from guangyue.legislation.services.moving import hold, note_move
from guangyue.legislation.timing import usual_due
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import NameIndex


@dataclass(frozen=True)
class Decision:
    """市政府的决定: what a plan is changed by."""

    reason: str
    decision: str
    decided_on: date


@dataclass(frozen=True)
class NewProject:
    """What is added to a plan, and why."""

    name: str
    kind: RuleKind
    category: Category
    unit: Organisation
    due: date | None = None
    ground: str = ""
    serves: Clause | None = None


@transaction.atomic
def enter_plan(
    *, year: int, number: str, title: str, adopted_on: date, groups: Sequence[ListedGroup], at: datetime
) -> LegislativePlan:
    """登记年度计划: with a wrong count, an unknown unit or a project named twice nothing is taken."""
    check_groups(groups)
    if LegislativePlan.objects.filter(year=year).exists():
        raise Refused(f"{year} 年的立法计划已经登记过。", field="year")
    if twice := next(names_twice(groups), ""):
        raise Refused(f"《{twice}》列了两次。", field="catalogue")
    listed_units = (project.unit for group in groups for project in group.projects)
    units = find_units(listed_units, on=adopted_on)
    plan = LegislativePlan.objects.create(year=year, number=number, title=title, adopted_on=adopted_on)
    position = 0
    for group in groups:
        for listed in group.projects:
            position += 1
            due = usual_due(group.category, year)
            new = NewProject(
                listed.name, group.kind, group.category, units[listed.unit], due, serves=listed.serves
            )
            project = _created(plan, new, at=at)
            _list(plan, project, position, cites=Clause(number, group.label))
    return plan


def find_units(printed: Iterable[str], *, on: date) -> dict[str, Organisation]:
    """Each by the name as it is printed; one that the register does not know refuses the plan."""
    index = NameIndex.load()
    found = {name: index.resolve(name, on) for name in printed}
    if unknown := sorted(name for name, meant in found.items() if meant is None):
        raise Refused(f"机构名录里没有：{'、'.join(unknown)}。", field="catalogue")
    return {name: meant.organisation for name, meant in found.items() if meant}


@transaction.atomic
def add_project(
    *, plan: LegislativePlan, new: NewProject, decided: Decision, by: User, at: datetime
) -> LawProject:
    """增列: also what a clean-up of existing texts asks to be revised or repealed."""
    if LawProject.objects.filter(name=new.name).exists():
        raise Refused("已经有同名的立法项目。", field="name")
    project = _created(plan, new, at=at)
    _change(project, PlanChange.What.ADDED, None, decided, by=by, at=at)
    return project


@transaction.atomic
def postpone_project(
    *, project: LawProject, due: date, decided: Decision, by: User, at: datetime
) -> LawProject:
    """延期: the day that was published stays in the plan."""
    project = hold(project)
    if project.is_over:
        raise NotThisWay
    if project.due and due <= project.due:
        raise Refused("新时限要晚于原来的时限。", field="due")
    before, project.due = project.due, due
    project.save(update_fields=["due"])
    _change(project, PlanChange.What.POSTPONED, before, decided, by=by, at=at)
    return project


@transaction.atomic
def cancel_project(*, project: LawProject, decided: Decision, by: User, at: datetime) -> LawProject:
    """取消."""
    project = hold(project)
    if project.is_over:
        raise NotThisWay
    source = project.state
    project.state = ProjectState.CANCELLED
    project.save(update_fields=["state"])
    _change(project, PlanChange.What.CANCELLED, project.due, decided, by=by, at=at)
    note_move(
        project,
        CANCEL,
        source=source,
        hand=Hand.GOVERNMENT,
        on=decided.decided_on,
        record=decided.decision,
        said=decided.reason,
        by=by,
        at=at,
    )
    return project


@transaction.atomic
def carry_over(*, project: LawProject, plan: LegislativePlan, note: str, due: date | None) -> PlanEntry:
    """结转: a project that goes on stands in a later plan too, with a note; the earlier entry stays."""
    project = hold(project)
    if project.is_over or plan.year <= project.plan.year:
        raise Refused("只能把没有完成的项目结转到以后年度的计划。", field="plan")
    project.plan, project.due = plan, due
    project.save(update_fields=["plan", "due"])
    last = plan.entries.order_by("-position").first()
    return _list(plan, project, (last.position if last else 0) + 1, note=note)


@transaction.atomic
def set_terms(
    *,
    since: date,
    min_days: int | None,
    review_days: int,
    approval_days: int,
    opposing_percent: int,
    many_comments: int,
    ground: str,
    by: User | None,
    at: datetime,
) -> LegislativeTerms:
    """设定补充规定: new rows only, so that what held on a day can be seen later."""
    return LegislativeTerms.objects.create(
        since=since,
        min_days=min_days,
        review_days=review_days,
        approval_days=approval_days,
        opposing_percent=opposing_percent,
        many_comments=many_comments,
        ground=ground,
        by=by,
        at=at,
    )


def _created(plan: LegislativePlan, new: NewProject, *, at: datetime) -> LawProject:
    return LawProject.objects.create(
        number=next_number("LF", "legislation_project_number", at=at),
        name=new.name,
        kind=new.kind,
        category=new.category,
        plan=plan,
        unit=new.unit,
        due=new.due,
        ground=new.ground,
        serves=new.serves,
    )


def _list(
    plan: LegislativePlan, project: LawProject, position: int, *, cites: Clause | None = None, note: str = ""
) -> PlanEntry:
    return PlanEntry.objects.create(
        plan=plan,
        project=project,
        position=position,
        kind=project.kind,
        category=project.category,
        due=project.due,
        cites=cites,
        carried_over=note,
    )


def _change(
    project: LawProject,
    what: PlanChange.What,
    before: date | None,
    decided: Decision,
    *,
    by: User,
    at: datetime,
) -> PlanChange:
    return PlanChange.objects.create(
        project=project,
        what=what,
        due_before=before,
        due_after=None if what == PlanChange.What.CANCELLED else project.due,
        reason=decided.reason,
        decision=decided.decision,
        decided_on=decided.decided_on,
        by=by,
        at=at,
    )
