"""How S36 answers the catalogue's worked examples: through the functions that judge real acts and permits."""

from collections.abc import Mapping
from datetime import date

from guangyue.empowerments.counting import last_day
from guangyue.kit.identities import make_credit_code
from guangyue.kit.plain import fingerprint
from guangyue.matters.declaration import PowerKind
from guangyue.supervision.covering import Coverage
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.handing import handed_over_in_time, lacks_supervision
from guangyue.supervision.sending import Arrival, SentAct, arrival, fault_of, timeliness
from guangyue.supervision.training import may_enter
from guangyue.systems import examples
from guangyue.systems.calendars import calendar_given

Answers = Mapping[str, object]

SOME_DAY = date(2021, 4, 30)
SOME_FIRM = make_credit_code(region="371502", serial=1).text


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
    fault = fault_of(act, on=examples.the_day(given.day("today")))
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
        examples.the_day(given.day("act_date")),
        sent_on=examples.the_day(given.day("sent")),
        calendar=calendar_given(given),
    )
    return {"working_days_used": judged.working_days, "on_time": judged.on_time, "due": judged.due}


def _rules(given: examples.Given) -> Answers:
    """监管细则 of delegated matters."""
    issued, days = examples.the_day(given.day("notice")), int(given.take("term_workdays"))
    return {"due": last_day(issued, days=days, calendar=calendar_given(given))}


def _handed_over(given: examples.Given) -> Answers:
    decided, sent = examples.the_day(given.day("decided")), examples.the_day(given.day("handed_over"))
    return {"on_time": handed_over_in_time(decided, sent_on=sent)}


def _user(given: examples.Given) -> Answers:
    given.take("action")
    trained = given.part("user").take("training_date")
    trained_on = None if examples.is_nothing(trained) else examples.as_day(trained)
    return {"allowed": may_enter(trained_on, on=given.day("today") or SOME_DAY)}


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


answer = examples.answering(
    {
        "acts": _arrivals,
        "act": _one_act,
        "items": _coverage,
        "supervision_item": _permit,
        "act_date": _sent,
        "notice": _rules,
        "decided": _handed_over,
        "user": _user,
    }
)
