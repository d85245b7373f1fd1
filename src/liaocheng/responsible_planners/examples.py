"""How S46 answers the catalogue's worked examples: by the functions that reckon real groups."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.limits import month_end, valid_through
from guangyue.kit.money import Money
from guangyue.planners import reckoning
from guangyue.planners.calendar import Owed
from guangyue.planners.marks import mean_of
from guangyue.planners.pilot import AreaType, Home, Qualification, Work
from guangyue.planners.reckoning import Counted, Visited
from guangyue.systems import examples
from guangyue.systems.calendars import calendar_given
from liaocheng.responsible_planners.pilot import PILOT

Answers = Mapping[str, object]
HELD = {
    "registered_planner": Qualification.REGISTERED_PLANNER,
    "registered_architect": Qualification.REGISTERED_ARCHITECT,
}
SENIOR = ("高级", "正高级")
HOMES = {"first_tier": Home.FIRST_TIER, "local": Home.LOCAL}
YEAR = 12


def _year(given: examples.Given) -> Answers:
    """Counted already: months with a visit, and days."""
    visits, fee = given.part("group_visits"), Money.yuan(int(given.take("fee")))
    months = int(given.take("months_of_year") or YEAR)
    counted = Counted(
        months=months,
        missed=months - int(visits.take("months_with_visit")),
        days_due=Fraction(PILOT.days_a_year * months, YEAR),
        days=int(visits.take("days")),
    )
    return {"deduction": _yuan(reckoning.deduct(fee, counted)), "rate": float(counted.rate)}


def _visits(given: examples.Given) -> Answers:
    """Counted from single visits: `day hours` and `talk`."""
    visits = [_visited(line) for line in given.take("visits")]
    year, fee = int(given.take("year")), Money.yuan(int(given.take("fee")))
    since, until = reckoning.year_within(year, PILOT.since, PILOT.until)
    counted = reckoning.count(visits, since=since, until=until, pilot=PILOT)
    states = reckoning.month_states(visits, reckoning.months_between(since, until), on=until)
    due = reckoning.fee_of_months(fee, counted.months)
    return {
        "missed": counted.missed,
        "days": counted.days,
        "no_talk": [f"{first:%Y-%m}" for first, state in states.items() if state is reckoning.Month.NO_TALK],
        "deduction": _yuan(reckoning.deduct(due, counted)),
    }


def _visited(line: str) -> Visited:
    day, hours, *said = line.split()
    return Visited(date.fromisoformat(day), Decimal(hours), "talk" in said)


def _group(given: examples.Given) -> Answers:
    group = given.part("group")
    seated = [home for key, home in HOMES.items() for _ in range(int(group.take(key) or 0))]
    return {"complete": PILOT.is_complete(seated)}


def _planner(given: examples.Given) -> Answers:
    planner = given.part("planner")
    held = {one for key, one in HELD.items() if planner.take(key)}
    if planner.text("title") in SENIOR:
        held.add(Qualification.SENIOR_TITLE)
    return {"eligible": PILOT.is_eligible(held)}


def _record(given: examples.Given) -> Answers:
    return {"accepted": PILOT.holds_on(examples.the_day(given.day("record_date")))}


def _visit(given: examples.Given) -> Answers:
    visit = given.part("visit")
    hours = Decimal(str(visit.take("hours")))
    return {
        "visit": hours > 0,
        "service_day": reckoning.is_service_day(hours, least=PILOT.hours_of_a_day),
    }


def _area(given: examples.Given) -> Answers:
    kind, content = AreaType(given.text("area_type")), given.text("content")
    return {
        "focus": PILOT.focus_of(kind).words,
        "known_work": any(content in one.value for one in Work),
    }


def _contract(given: examples.Given) -> Answers:
    contract = given.part("contract")
    until = valid_through(examples.the_day(contract.day("since")), months=PILOT.term_years * YEAR)
    assessed = contract.text("assessed")
    return {
        "until": until,
        "per_contract_only_after": PILOT.until if until > PILOT.until else None,
        "renewable": assessed == "合格",
    }


def _institution(given: examples.Given) -> Answers:
    institution = given.part("institution")
    held = institution.text("city"), institution.text("grade")
    return {"accepted": held in {(city, PILOT.institution_grade) for city in PILOT.first_tier}}


def _advice(given: examples.Given) -> Answers:
    sent = datetime.combine(examples.the_day(given.day("advice_sent")), time(10), SHANGHAI)
    on = given.day("on")
    due = local_day(Clock(PILOT.answered_within, sent).due(calendar_given(given), at=sent).moment)
    return {"answer_due": due, "overdue": on is not None and on > due}


def _report(given: examples.Given) -> Answers:
    term = PILOT.report(given.text("report"))
    since = examples.the_day(given.day("since"))
    owed = Owed(term, max(since, PILOT.since), min(month_end(since, term.months - 1), PILOT.until))
    standing = owed.standing(
        sent=given.day("sent"), on=examples.the_day(given.day("on")), reminded_before=PILOT.reminded_before
    )
    return {"due": owed.due, "standing": standing.value, "to": term.to}


def _marks(given: examples.Given) -> Answers:
    mean = mean_of(given.take("marks"), fewest=PILOT.fewest_marks)
    return {"shown": None if mean is None else float(mean)}


def _yuan(money: Money) -> int | float:
    return money.fen // 100 if money.fen % 100 == 0 else money.fen / 100


answer = examples.answering(
    {
        "group_visits": _year,
        "visits": _visits,
        "group": _group,
        "planner": _planner,
        "record_date": _record,
        "visit": _visit,
        "area_type": _area,
        "contract": _contract,
        "institution": _institution,
        "advice_sent": _advice,
        "report": _report,
        "marks": _marks,
    }
)
