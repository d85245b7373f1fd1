"""How S11 answers the catalogue's worked examples: by the functions that cases and their pages use."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, time

from guangyue.cases.intaking import (
    Deficit,
    Intake,
    Missing,
    counted_day,
    decide_at_once,
    decide_intake,
    is_returned,
    may_ask_again,
    may_issue,
    supply_by,
)
from guangyue.cases.lateness import Stretch, time_used
from guangyue.cases.planning import Approval, GoesRound, Part, approval_time, plan
from guangyue.kit.clocks import SHANGHAI, Clock, Pause, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import ONE_DAY, Calendar, Entry
from guangyue.systems.examples import Given, Meaning, as_day
from liaocheng.one_window.document import CONSTRUCTION_DAYS

NOON = time(12)
ESSENTIAL = "主要"
REFUSED_AT_THE_WINDOW = "不受理"  # with the one-time notice; a refusal proper is not the window's
FIRST = date(2020, 6, 1)  # a Monday, for examples that give lengths and no days


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    for key, form in FORMS.items():
        if key in given:
            return form(given)
    raise ValueError("no form of these examples")


# 收件


def received(given: Given) -> Mapping[str, object]:
    """R3, R6: only what stands on the published list may be owed, and only with a promise."""
    missing = [
        Missing(one.get("title", one["kind"]), one["kind"] != ESSENTIAL and bool(one.get("on_list")))
        for one in given.take("missing")
    ]
    decision = decide_intake(
        missing,
        promised=bool(given.take("promise_signed", False)),
        enterprise=bool(given.take("enterprise_matter", False)),
    )
    told = decision.intake is Intake.TELL
    return {
        "decision": REFUSED_AT_THE_WINDOW if told else decision.intake.value,
        "notice": "one_time" if told else "none",
        "offer_deferral": decision.offers_deferral,
    }


def asked_again(given: Given) -> Mapping[str, object]:
    """R2: what was not told at once is asked for only of data that have changed."""
    given.take("second_notice")
    changed = bool(given.take("applicant_data_changed"))
    return {"accepted": may_ask_again(asked_before=True, data_changed=changed)}


def decided_at_once(given: Given) -> Mapping[str, object]:
    """R16."""
    check, reason = given.text("data_check"), given.text("reason")
    found = decide_at_once(
        listed=bool(given.take("秒批_listed")),
        fails=[reason] if check == "failed" else [],
        unproved=[reason or check] if check not in ("passed", "failed") else [],
    )
    return {
        "state": "秒批" if found.decides else "普通受理",
        "refused": False,
        "reason": Meaning(found.because, lambda said: bool(said) and str(said) in found.because),
    }


def arrived(given: Given) -> Mapping[str, object]:
    """R20."""
    at = datetime.fromisoformat(str(given.take("received_at"))).replace(tzinfo=SHANGHAI)
    waited = bool(given.take("waited", False))
    return {"received": counted_day(at, calendar=calendar_of(given), waited=waited)}


# 容缺


def issued(given: Given) -> Mapping[str, object]:
    """R7: a decision may be prepared, and is not given."""
    given.take("decision_ready")
    open_one = Deficit("材料", FIRST, None if given.take("deficit_open") else FIRST)
    return {"issue": "allowed" if may_issue([open_one]) else "refused"}


def owed(given: Given) -> Mapping[str, object]:
    by, today = given.day("deficit_supply_by"), given.day("today")
    if by is None or today is None:
        raise ValueError("a deficit needs its day")
    returned = is_returned([Deficit("材料", by, given.day("met"))], on=today)
    return {"state": "退件" if returned else "办理中"}


def promised(given: Given) -> Mapping[str, object]:
    """R6, R8."""
    accepted = given.day("accepted_deferred")
    if accepted is None:
        raise ValueError("a promise needs its day")
    by = supply_by(given.take("supply_days"), since=accepted, before=given.day("construction_starts"))
    return {"supply_by": by}


# 计时


def timed(given: Given) -> Mapping[str, object]:
    """R12: from acceptance, without the days on which it stood; a stop is given by its first and last day."""
    started = given.day("accepted")
    if started is None:
        raise ValueError("a clock needs its acceptance")
    stops = given.take("stops") or ()
    limit = Limit(given.take("limit_workdays") + given.take("extended_workdays", 0), Unit.WORKING_DAY)
    clock = Clock(limit, _noon(started), tuple(_pause(stop) for stop in stops))
    calendar = calendar_of(given)
    due = local_day(clock.due(calendar, at=_noon(started)).moment)
    decided = given.day("decided")
    return {"due": due, "late": decided is not None and decided > due}


def planned(given: Given) -> Mapping[str, object]:
    """R10: departments beside each other, and after those they depend on."""
    parts = [Part(one["dept"], one["limit"], tuple(one["depends"])) for one in given.take("subtasks")]
    try:
        found = plan(parts)
    except GoesRound as round_about:
        return {"refused": True, "members": sorted(round_about.members)}
    return {"refused": False, "plan_workdays": found.days, "critical": list(found.critical)}


def counted(given: Given) -> Mapping[str, object]:
    """R14: two approvals, and between them the owner's own time, during which none is open."""
    given.take("project")
    used, own = given.take("approval_days_used"), given.take("owner_preparation_days")
    first = used // 2
    opened = _noon(FIRST)
    over = _noon(_worked(FIRST, first))
    again = _noon(_worked(local_day(over), own))
    ended = _noon(_worked(local_day(again), used - first))
    time = approval_time(
        (Approval("前一项", opened, over), Approval("后一项", again, ended)),
        limit=CONSTRUCTION_DAYS,
        calendar=Calendar(),
        at=ended,
    )
    return {"within_100": time.within, "counted": time.days}


def traced(given: Given) -> Mapping[str, object]:
    """R18: departments by name, each step from one day to another, opinions with their limits."""
    names: list[str] = []
    steps = [_stretch(one, names) for one in given.take("steps")]
    opinions = [_stretch(one, names) for one in given.take("opinions") or ()]
    clock = Clock(Limit(given.take("limit_workdays"), Unit.WORKING_DAY), steps[0].since)
    used = time_used(steps, opinions, clock=clock, calendar=calendar_of(given), at=steps[-1].until)
    return {
        "days": {names[share.organisation]: share.days for share in used.steps},
        "answerable": [names[share.organisation] for share in used.answerable()],
    }


def calendar_of(given: Given) -> Calendar:
    """As given: weekdays, but for the holidays, and the weekends worked for them."""
    off = {_day(day): Entry(False, "", "") for day in given.take("holidays") or ()}
    worked = {_day(day): Entry(True, "", "") for day in given.take("workday_weekends") or ()}
    return Calendar().with_days({**off, **worked})


def _pause(stop: Mapping[str, object]) -> Pause:
    """It stands through its last day, and goes on the day after."""
    return Pause(_noon(_day(stop["from"])), _noon(_day(stop["to"]) + ONE_DAY), str(stop.get("reason", "")))


def _stretch(one: Mapping[str, object], names: list[str]) -> Stretch:
    department = str(one["dept"])
    if department not in names:
        names.append(department)
    days = one.get("limit")
    limit = Limit(days, Unit.WORKING_DAY) if isinstance(days, int) else None
    place = names.index(department)
    return Stretch(department, place, None, _noon(_day(one["from"])), _noon(_day(one["to"])), limit)


def _worked(day: date, days: int) -> date:
    """The day on which so many working days are over."""
    limit = Limit(days, Unit.WORKING_DAY)
    return local_day(Clock(limit, _noon(day)).due(Calendar(), at=_noon(day)).moment)


def _day(value: object) -> date:
    day = as_day(value)
    if day is None:
        raise ValueError("a day is missing")
    return day


def _noon(day: date) -> datetime:
    return datetime.combine(day, NOON, SHANGHAI)


FORMS: Mapping[str, Callable[[Given], Mapping[str, object]]] = {
    "missing": received,
    "second_notice": asked_again,
    "秒批_listed": decided_at_once,
    "received_at": arrived,
    "deficit_open": issued,
    "deficit_supply_by": owed,
    "accepted_deferred": promised,
    "accepted": timed,
    "subtasks": planned,
    "project": counted,
    "steps": traced,
}
