"""How S36 answers the catalogue's worked examples: through the functions that judge real acts and permits."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from guangyue.empowerments.counting import last_day
from guangyue.kit.identities import make_credit_code
from guangyue.kit.plain import fingerprint
from guangyue.kit.workdays import Calendar, Entry, kept_calendar
from guangyue.matters.declaration import PowerKind
from guangyue.supervision.covering import Coverage
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.handing import handed_over_in_time, lacks_supervision
from guangyue.supervision.sending import Arrival, SentAct, arrival, fault_of, timeliness
from guangyue.supervision.training import may_enter
from guangyue.systems import examples

Answers = Mapping[str, object]

SOME_DAY = date(2021, 4, 30)
SOME_FIRM = make_credit_code(region="371502", serial=1).text


def answer(given: examples.Given, asked: Collection[str]) -> Answers:
    """By what an example speaks of."""
    for key, answering in ANSWERS.items():
        if key in given:
            return answering(given)
    return {}


def _arrivals(given: examples.Given) -> Answers:
    """One after another into the same pool."""
    stored: dict[tuple[str, str], str] = {}
    came = []
    for row in given.take("acts"):
        act = _act(examples.Given(row))
        key = (act.source, act.source_id)
        came.append(arrival(stored.get(key), fingerprint(act)))
        stored[key] = fingerprint(act)
    return {"stored": len(stored), "updated": Arrival.CHANGED in came, "repeated": Arrival.SAME in came}


def _one_act(given: examples.Given) -> Answers:
    act = _act(given.part("act"))
    fault = fault_of(act, on=_day(given.day("today")))
    return {"accepted": fault is None, "field": fault.field if fault else ""}


def _coverage(given: examples.Given) -> Answers:
    covered = Coverage(int(given.take("items")), int(given.take("items_with_act_in_year")))
    rate = covered.rate
    return {"coverage": None if rate is None else float(rate), "sleeping": covered.sleeping}


def _permit(given: examples.Given) -> Answers:
    """Handed down or not, a permit is supervised."""
    given.take("delegated_permit")
    kind = PowerKind.PERMIT if given.take("kind", "permit") == "permit" else PowerKind.SERVICE
    items = 0 if examples.is_nothing(given.take("supervision_item")) else 1
    return {"defect": lacks_supervision(kind, items=items)}


def _sent(given: examples.Given) -> Answers:
    judged = timeliness(
        _day(given.day("act_date")), sent_on=_day(given.day("sent")), calendar=_calendar(given)
    )
    return {"working_days_used": judged.working_days, "on_time": judged.on_time, "due": judged.due}


def _rules(given: examples.Given) -> Answers:
    """监管细则 of delegated matters."""
    issued, days = _day(given.day("notice")), int(given.take("term_workdays"))
    return {"due": last_day(issued, days=days, calendar=_calendar(given))}


def _handed_over(given: examples.Given) -> Answers:
    decided, sent = _day(given.day("decided")), _day(given.day("handed_over"))
    return {"on_time": handed_over_in_time(decided, sent_on=sent)}


def _user(given: examples.Given) -> Answers:
    given.take("action")
    trained = given.part("user").take("training_date")
    trained_on = None if examples.is_nothing(trained) else examples.as_day(trained)
    return {"allowed": may_enter(trained_on, on=given.day("today") or SOME_DAY)}


ANSWERS: Mapping[str, Callable[[examples.Given], Answers]] = {
    "acts": _arrivals,
    "act": _one_act,
    "items": _coverage,
    "supervision_item": _permit,
    "act_date": _sent,
    "notice": _rules,
    "decided": _handed_over,
    "user": _user,
}


def _act(said: examples.Given) -> SentAct:
    """What an example leaves out is in order."""
    return SentAct(
        source=str(said.take("source", "A")),
        source_id=str(said.take("id", "1")),
        item_code=str(said.take("item", "37-SC-001")),
        subject_kind=SubjectKind.FIRM,
        subject=str(said.take("subject", SOME_FIRM) or ""),
        day=examples.as_day(said.take("date")) or SOME_DAY,
        kind=ItemKind(said.take("kind", ItemKind.INSPECTION.value)),
        result=str(said.take("result", "未发现问题")),
        batch=str(said.take("batch", "2021-03") or ""),
        ground=str(said.take("ground", "") or ""),
    )


def _calendar(given: examples.Given) -> Calendar:
    """The kept one, with the days off and the days made up for as the example says."""
    entries: dict[date, Entry] = {}
    for key, works in (("holidays", False), ("makeup_workdays", True)):
        days: Collection[Any] = given.take(key) or ()
        entries |= {_day(examples.as_day(one)): Entry(works=works, name="", source="示例") for one in days}
    return kept_calendar().with_days(entries)


def _day(on: date | None) -> date:
    if on is None:
        raise ValueError("the example names no day")
    return on
