"""The road of a case, read from its rows."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch

from guangyue.cases.flow import COUNTY, Actor, Arrow, Flow
from guangyue.cases.models import Case, Move
from guangyue.cases.road import Deed, Stop, Way, draw_flow, road
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar
from guangyue.organisations.models import Organisation

COUNTY_TITLE = "县（市、区）政府"
WITH_ROAD = (Prefetch("moves", Move.objects.select_related("by", "desk")), "pauses")


def road_of_case(case: Case, *, at: datetime, calendar: Calendar | None = None) -> tuple[Stop, ...]:
    """办件的路; what `WITH_ROAD` fetches should be at hand, and the applicant; of many, the calendar too."""
    flow = case.flow.declared
    way = Way(
        flow=flow,
        step=case.step,
        opened_at=case.opened_at,
        deeds=[_deed(case, flow, move) for move in case.moves.all()],
        clock=None if case.stopped_at else case.clock,
        promised_days=case.promised_days,
        who_has_it=case.desk.name if case.desk else "",
        offices=names_of_offices(flow),
    )
    return road(way, calendar=calendar or HolidayNotice.objects.calendar(), at=at)


def road_of_flow(flow: Flow) -> tuple[Stop, ...]:
    return draw_flow(flow, offices=names_of_offices(flow))


def names_of_offices(flow: Flow) -> dict[str, str]:
    """What the organisations that its steps name are called."""
    keys = {step.office for step in flow.steps if step.office}
    names = dict(Organisation.objects.filter(key__in=keys - {COUNTY}).values_list("key", "name"))
    return names | ({COUNTY: COUNTY_TITLE} if COUNTY in keys else {})


def _deed(case: Case, flow: Flow, move: Move) -> Deed:
    arrow = flow.arrow(move.arrow, since=move.since)
    actor = arrow.by if arrow else Actor.SYSTEM
    return Deed(
        title=move.title,
        since=move.since,
        to=move.to,
        at=move.at,
        who=_who(case, move, actor),
        officer=move.by.name if move.by and actor is not Actor.APPLICANT else "",
        said=move.said,
        told=arrow is not None and _is_told(flow, arrow),
    )


def _is_told(flow: Flow, arrow: Arrow) -> bool:
    """Whether its reason is for the applicant: what a letter says, what he is asked for, what he said."""
    return bool(arrow.letter) or Actor.APPLICANT in (arrow.by, flow.step(arrow.to).actor)


def _who(case: Case, move: Move, actor: Actor) -> str:
    """The office; of what an applicant does, the applicant, with whoever did it on behalf."""
    if actor is not Actor.APPLICANT:
        return move.desk.name if move.desk else actor.value
    if move.by is None or move.by.pk in _accounts(case):
        return "申请人"
    return f"申请人（{move.by.name}代办）"


def _accounts(case: Case) -> Iterable[int | None]:
    return (subject.account_id for subject in (case.person, case.firm) if subject)
