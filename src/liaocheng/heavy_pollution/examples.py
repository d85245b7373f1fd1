"""How S42 answers the catalogue's worked examples: through the functions that judge real forecasts."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from guangyue.alerts.air.index import air_index, counts_instead, part_of
from guangyue.alerts.air.standard import Item
from guangyue.alerts.consulting import consultation_due
from guangyue.alerts.deadlines import deadline
from guangyue.alerts.levels.blocks import daily, hourly
from guangyue.alerts.levels.lifting import lift_from, may_lift, will_not_improve
from guangyue.alerts.levels.processes import is_one_process
from guangyue.alerts.levels.weighing import Weighing, weigh
from guangyue.alerts.plans import Level
from guangyue.alerts.publishing import Haste, WarningDraft, county_may_warn, faults_of, lead_of
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.limits import Limit
from guangyue.systems import examples
from guangyue.systems.calendars import calendar_given
from liaocheng.heavy_pollution import reduction_examples
from liaocheng.heavy_pollution.plan import HEAVY, OFFICE_DIRECTOR, PLAN

Answers = Mapping[str, object]

SPELL = re.compile(r"(\d+) h of (\d+|nothing)")
HOUR = timedelta(hours=1)
HASTE = {"heavy": Haste.HEAVY_ALREADY, "regional": Haste.REGIONAL, "upgrade": Haste.UPGRADE}


def _concentration(given: examples.Given) -> Answers:
    item, said = _item(given.text("pollutant")), given.take("c")
    concentration = None if said is None else Decimal(str(said))
    part, instead = part_of(item, concentration), counts_instead(item, concentration)
    return {"iaqi": part, "heavy": part is not None and part > HEAVY, "use": instead and _said(instead)}


def _air(given: examples.Given) -> Answers:
    said = given.take("concentrations")
    index = air_index({_item(name): c if c is None else Decimal(str(c)) for name, c in said.items()})
    return {
        "aqi": index.value,
        "primary": [_said(item) for item in index.primary],
        "exceeding": [_said(item) for item in index.exceeding],
        "class": index.air_class.title if index.air_class else None,
    }


def _daily(given: examples.Given) -> Answers:
    means = [None if mean is None else Decimal(str(mean)) for mean in given.take("daily")]
    return _weighed(weigh(PLAN, daily(means)))


def _hourly(given: examples.Given) -> Answers:
    hours = list(_hours(given.text("hourly")))
    return _weighed(weigh(PLAN, hourly(hours, missing_allowed=PLAN.missing_allowed)))


def _weighed(weighing: Weighing) -> Answers:
    process = weighing.process
    days = process.days if process else ()
    return {
        "level": _key(weighing.level),
        "offset": weighing.offset,
        "blocks": [float(day.mean) for day in days if day.mean is not None],
        "hours": process.hours if process else 0,
        "merged": process.merged if process else False,
        "lacks": {
            key: min(sum(not one.met for one in condition) for condition in conditions)
            for key, conditions in weighing.why_not.items()
        },
    }


def _two_processes(given: examples.Given) -> Answers:
    gap = (
        _moment(given.part("process_2").take("start")) - _moment(given.part("process_1").take("end"))
    ) / HOUR
    return {"merged": is_one_process(PLAN, gap), "gap_h": gap}


def _strictest(given: examples.Given) -> Answers:
    """What is in force, what is forecast, what is measured, what the region says: whichever are given."""
    said = given.part("levels")
    return {"level": _key(PLAN.strictest(*(_level(said.text(who)) for who in said.values)))}


def _approved(given: examples.Given) -> Answers:
    level = PLAN.level(given.text("level"))
    missing = given.take("missing") or []
    draft = WarningDraft(
        level,
        {part.key: "" if part.key in missing else part.title for part in PLAN.parts},
        checked_by=given.text("checked_by") or OFFICE_DIRECTOR,
        approved_by=given.text("approver"),
    )
    faults = list(faults_of(PLAN, draft))
    return {"sendable": not faults, "needs": level.approver, "faults": len(faults)}


def _published(given: examples.Given) -> Answers:
    lead = lead_of(
        PLAN,
        _moment(given.take("published")),
        predicted_start=_moment(given.take("predicted_start")),
        haste=HASTE.get(given.text("reason")),
    )
    return {"accepted": lead.accepted, "lead_h": lead.hours}


def _county_notice(given: examples.Given) -> Answers:
    return _in_time(PLAN.limits.county_notice, given, "city_notice_received", "county_notice")


def _media(given: examples.Given) -> Answers:
    return _in_time(PLAN.limits.media, given, "response_start", "media")


def _county_report(given: examples.Given) -> Answers:
    return _in_time(PLAN.limits.county_report, given, "response_end", "county_report")


def _in_time(limit: Limit, given: examples.Given, since: str, done: str) -> Answers:
    calendar = calendar_given(given)
    judged = deadline(
        limit, since=_moment(given.take(since)), done=_moment(given.take(done)), calendar=calendar
    )
    return {"on_time": not judged.late(at=judged.due), "due": local_day(judged.due)}


def _lifting(given: examples.Given) -> Answers:
    hours = list(_hours(given.text("forecast_next")))
    return {
        "lift_possible": may_lift(PLAN, hours),
        "lift_from": lift_from(PLAN, hours),
        "start_at_once": will_not_improve(PLAN, hours),
    }


def _county_warning(given: examples.Given) -> Answers:
    given.take("county_warning")
    return {"allowed": county_may_warn(city_warning=_level(given.text("city_warning")))}


def _consultation(given: examples.Given) -> Answers:
    said = given.part("situation")
    due = consultation_due(**{name: bool(said.take(name)) for name in said.values})
    return {"consultation": due.value}


def _item(name: str) -> Item:
    return Item[name.upper()]


def _said(item: Item) -> str:
    return item.name.replace("H", "h")


def _level(key: str) -> Level | None:
    return PLAN.level(key) if key else None


def _key(level: Level | None) -> str | None:
    return level.key if level else None


def _moment(said: object) -> datetime:
    return datetime.fromisoformat(str(said)).replace(tzinfo=SHANGHAI)


def _hours(said: str) -> Iterator[int | None]:
    """12 h of 100, 2 h of nothing, 34 h of 250."""
    for hours, value in SPELL.findall(said):
        yield from [None if value == "nothing" else int(value)] * int(hours)


answer = examples.answering(
    {
        "pollutant": _concentration,
        "concentrations": _air,
        "daily": _daily,
        "hourly": _hourly,
        "process_1": _two_processes,
        "levels": _strictest,
        "approver": _approved,
        "published": _published,
        "city_notice_received": _county_notice,
        "response_start": _media,
        "response_end": _county_report,
        "forecast_next": _lifting,
        "county_warning": _county_warning,
        "situation": _consultation,
        **reduction_examples.ANSWERS,
    }
)
