"""建单: measures, responsibilities and deadlines are written, handed in, and approved or sent back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.fields import unfilled
from guangyue.ledgers.flow import WRITABLE, FourList, State, is_too_late, missing_lists
from guangyue.ledgers.models import Deadline, Measure, Problem, Responsibility
from guangyue.ledgers.refusals import AfterTheLongStop, ListsMissing
from guangyue.ledgers.services.moving import hold, move, note, refuse_other_than_lead, refuse_same_hand

Line = Measure | Responsibility | Deadline


@dataclass(frozen=True)
class MeasureSaid:
    kind: str
    text: str
    standard: str


@dataclass(frozen=True)
class ResponsibilitySaid:
    role: Responsibility.Role
    unit: str
    person: str
    post: str
    phone: str = ""


@transaction.atomic
def add_measure(*, problem: Problem, said: MeasureSaid, by: User, at: datetime) -> Measure:
    held = hold(problem, *WRITABLE)
    if said.kind not in campaign_plans()[held.campaign_id].measures:
        raise Refused("请从这次整治的措施类型里选。", field="kind")
    measure = held.measures.create(round=held.round, **vars(said))
    _name_measures(held)
    note(held, "列入整改措施", by=by, at=at, changes=[(said.kind, "", f"{said.text}；{said.standard}")])
    return measure


@transaction.atomic
def add_responsibility(
    *, problem: Problem, said: ResponsibilitySaid, by: User, at: datetime
) -> Responsibility:
    """责任人 is a natural person with a post."""
    held = hold(problem, *WRITABLE)
    line = held.responsibilities.create(round=held.round, **vars(said))
    note(
        held,
        "列入责任",
        by=by,
        at=at,
        changes=[(said.role.label, "", f"{said.unit} {said.person} {said.post}")],
    )
    return line


@transaction.atomic
def add_deadline(*, problem: Problem, milestone: str, due: date, by: User, at: datetime) -> Deadline:
    held = hold(problem, *WRITABLE)
    _check_day(held, due, at=at)
    deadline = held.deadlines.create(round=held.round, milestone=milestone, due=due)
    _settle_due(held)
    note(held, "列入时限", by=by, at=at, changes=[(milestone, "", day(due))])
    return deadline


@transaction.atomic
def drop_line(*, line: Line, by: User, at: datetime) -> Problem:
    """One line of the lists is taken out again, before they are handed in."""
    held = hold(line.problem, *WRITABLE)
    if line.round != held.round:
        raise Refused("以前各轮的清单不能改动。")
    said = str(line)
    line.delete()
    _name_measures(held)
    _settle_due(held)
    note(held, "删去清单条目", by=by, at=at, changes=[(str(line._meta.verbose_name), said, "")])
    return held


@transaction.atomic
def move_deadline(*, deadline: Deadline, due: date, said: str, by: User, at: datetime) -> Deadline:
    """调整时限: by the lead, for a reason, and never past the long-stop."""
    held = hold(deadline.problem, State.LISTED, State.IN_WORK)
    refuse_other_than_lead(held, by)
    _check_day(held, due, at=at)
    before, deadline.due = deadline.due, due
    deadline.save()
    _settle_due(held)
    note(held, "调整时限", by=by, at=at, said=said, changes=[(deadline.milestone, day(before), day(due))])
    return deadline


@transaction.atomic
def submit_lists(*, problem: Problem, by: User, at: datetime) -> Problem:
    """提交: all four, or what is missing is named (R1)."""
    held = hold(problem, *WRITABLE)
    if missing := missing_lists(filled_lists(held)):
        raise ListsMissing(missing)
    held.applied_by, held.applied_at = by, at
    return move(held, State.DRAWN_UP, what="提交四张清单", by=by, at=at)


@transaction.atomic
def approve_lists(*, problem: Problem, by: User, at: datetime) -> Problem:
    held = hold(problem, State.DRAWN_UP)
    refuse_other_than_lead(held, by)
    refuse_same_hand(held, by)
    held.applied_by = held.applied_at = None
    return move(held, State.LISTED, what="审核同意四张清单", by=by, at=at)


@transaction.atomic
def send_back_lists(*, problem: Problem, said: str, by: User, at: datetime) -> Problem:
    held = hold(problem, State.DRAWN_UP)
    refuse_other_than_lead(held, by)
    held.applied_by = held.applied_at = None
    to = State.REGISTERED if held.round == 1 else State.REOPENED
    return move(held, to, what="退回四张清单", by=by, at=at, said=said)


def filled_lists(problem: Problem) -> set[FourList]:
    """Those of this round that are filled; the list of problems when it says all that is asked."""
    plan = campaign_plans()[problem.campaign_id]
    of_round = {"round": problem.round}
    found: Iterable[tuple[FourList, bool]] = (
        (
            FourList.PROBLEM,
            bool(problem.kind and problem.description) and not unfilled(plan.fields, problem.facts),
        ),
        (FourList.MEASURES, problem.measures.filter(**of_round).exists()),
        (FourList.RESPONSIBILITIES, problem.responsibilities.filter(**of_round).exists()),
        (FourList.DEADLINES, problem.deadlines.filter(**of_round).exists()),
    )
    return {one for one, filled in found if filled}


def _check_day(problem: Problem, due: date, *, at: datetime) -> None:
    if is_too_late(due, problem.latest):
        assert problem.latest is not None
        raise AfterTheLongStop(problem.latest)
    if due < problem.found_on:
        raise Refused("时限不能早于发现日期。", field="due")
    if due < local_day(at):
        raise Refused("时限不能早于今天。", field="due")


def _name_measures(problem: Problem) -> None:
    """What the lists and the public page tell of its measures."""
    kinds = problem.measures.filter(round=problem.round).values_list("kind", flat=True)
    problem.measure_kinds = list(dict.fromkeys(kinds))
    problem.save(update_fields=["measure_kinds"])


def _settle_due(problem: Problem) -> None:
    last = problem.deadlines.filter(round=problem.round).aggregate(last=Max("due"))["last"]
    problem.due = last or problem.latest
    problem.save(update_fields=["due"])
