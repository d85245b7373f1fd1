"""What the frames show of accountability: what waits for deciders, for units and for whoever follows up."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q

from guangyue.accountability.counting import figures_of
from guangyue.accountability.models import Commitment, Interview, StepCase, Transfer
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS, SEE_STEPS, STATE_CASE
from guangyue.accountability.reading import clock_of
from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.kit.workdays import Calendar
from guangyue.systems.today import moment_of_the_city

MOST_TODOS = 50


@needs(DECIDE_STEPS)
def steps_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = StepCase.objects.within(scope).to_decide().exclude(proposed_by=user).with_parts()
    calendar = HolidayNotice.objects.calendar()
    for case in rows.order_by("due")[:MOST_TODOS]:
        yield _todo("追责事项待决定", case, calendar, detail="、".join(case.proposed_steps))


@needs(STATE_CASE)
def cases_to_state(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = StepCase.objects.within(scope).to_state().with_parts()
    calendar = HolidayNotice.objects.calendar()
    for case in rows.order_by("due")[:MOST_TODOS]:
        yield _todo("追责事项待陈述", case, calendar, detail=str(case.unit))


@needs(STATE_CASE)
def commitments_to_report(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = Commitment.objects.within(scope).to_report().select_related("interview__step__case__unit")
    for one in rows.order_by("due_on")[:MOST_TODOS]:
        yield _promised("约谈承诺待完成", one, detail=f"{one.due_on} 以前")


@needs(PROPOSE_STEPS)
def commitments_to_verify(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = Commitment.objects.within(scope).to_verify().exclude(reported_by=user)
    for one in rows.select_related("interview__step__case__unit").order_by("reported_at")[:MOST_TODOS]:
        yield _promised("约谈承诺待核实", one, detail=str(one.interview.step.case.unit))


@needs(PROPOSE_STEPS)
def interviews_to_hold(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for one in Interview.objects.within(scope).to_hold().with_parts().order_by("on")[:MOST_TODOS]:
        yield Todo("约谈纪要待登记", str(one), one.get_absolute_url(), one.planned_at, detail=str(one.on))


@needs(PROPOSE_STEPS)
def transfers_to_hear_of(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = Transfer.objects.within(scope).unanswered().select_related("case__unit")
    for one in rows.order_by("on")[:MOST_TODOS]:
        yield Todo(
            "移送等结果", str(one.case), one.case.get_absolute_url(), one.at, detail=one.get_organ_display()
        )


@needs(SEE_STEPS)
def find_step_cases(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(unit__name__contains=words) | Q(party__contains=words)
    for case in StepCase.objects.within(scope).filter(named).with_parts()[:most]:
        yield Found("追责事项", str(case), case.get_absolute_url(), case.get_state_display())


def steps_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    told = figures_of(date(on.year, 1, 1), on, scope=scope)
    waiting = StepCase.objects.within(scope).to_decide().count()
    yield Figure(
        "今年采取的措施", told.taken, "项", "gavel", detail=f"提议 {told.proposed} 件，{waiting} 件待决定"
    )


def _todo(kind: str, case: StepCase, calendar: Calendar, *, detail: str) -> Todo:
    return Todo(
        kind=kind,
        title=str(case),
        link=case.get_absolute_url(),
        since=case.proposed_at,
        detail=detail,
        clock=clock_of(case, calendar, at=moment_of_the_city()),
    )


def _promised(kind: str, one: Commitment, *, detail: str) -> Todo:
    since = one.reported_at or one.interview.held_at or one.interview.planned_at
    return Todo(kind, one.said, one.interview.get_absolute_url(), since, detail=detail)
