"""How S31 answers the catalogue's worked examples: through the functions that judge real records."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from guangyue.credit.checking import check_found
from guangyue.credit.declaration import Conduct, Found, ListKind
from guangyue.credit.listing import led_to
from guangyue.credit.scoring import Scored, standing
from guangyue.inspections.models import Inspector
from guangyue.kit.clocks import SHANGHAI, Clock, Light, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import PowerKind
from guangyue.supervision.handing import lacks_supervision
from guangyue.systems.calendars import calendar_given
from guangyue.systems.examples import Given, answering, the_day
from liaocheng.medical_supervision.complaints import ACCEPTED_WITHIN
from liaocheng.medical_supervision.recorded import BLACK_LIST, KEY_LIST, MAJOR_DECISION, RED_LIST
from liaocheng.medical_supervision.scale import BORROWING, DISTRIBUTION, SCALE

Answers = Mapping[str, object]

TODAY = date(2021, 4, 30)
LISTS = {"red": RED_LIST, "black": BLACK_LIST, "key": KEY_LIST}
MONEY = {"distribution": DISTRIBUTION, "loan": BORROWING}


def _institution(given: Given) -> Answers:
    """What an entry of its books is, if it is anything: a conduct of the scale that concerns its like."""
    traits = given.text("institution"), given.text("nature")
    said = given.text("entry") or given.text("financing")
    found = _conduct(said, *traits)
    return {
        "violation": found is not None,
        "flag": "prohibited" if found else "none",
        "rule": "R6" if found is BORROWING else "R7" if found is DISTRIBUTION else "",
        "clause_item": _item(found) if found else "",
    }


def _points(given: Given) -> Answers:
    said = given.part("score_scale")
    scale = replace(SCALE, limit=int(said.take("limit")), cycle_months=int(said.take("cycle_months")))
    events = [Scored(the_day(one["date"]), int(one["points"])) for one in given.take("events")]
    now = standing(events, scale, on=the_day(given.take("as_of")))
    return {
        "points_in_cycle": now.points,
        "black_list_proposal": now.proposes,
        "automatic_entry": now.enters,
    }


def _lists(given: Given) -> Answers:
    kinds = [LISTS[one] for one in given.take("institution_lists")]
    listed = led_to(kinds)
    return {
        "key_supervision": listed.key_supervision,
        "frequency_multiplier": listed.frequency,
        "published": listed.published,
        "black": any(kind.listed is ListKind.BLACK for kind in kinds),
    }


def _complaint(given: Given) -> Answers:
    registered = the_day(given.part("complaint").take("registered"))
    limit = Limit(int(given.take("accept_limit_workdays") or ACCEPTED_WITHIN.amount), Unit.WORKING_DAY)
    clock = Clock(limit, datetime.combine(registered, time(9), SHANGHAI))
    now = datetime.combine(the_day(given.take("today")), time(9), SHANGHAI)
    reading = clock.read(calendar_given(given), at=now)
    status = "overdue" if reading.light is Light.RED else "open"
    return {"due": local_day(reading.due.moment), "status": status}


def _permit(given: Given) -> Answers:
    given.take("delegated_permit")
    lacks = lacks_supervision(PowerKind.PERMIT, items=int(bool(given.take("in_supervision_list"))))
    return {"defect": lacks, "rule": "R2" if lacks else ""}


def _decision(given: Given) -> Answers:
    """Only a major one needs the review."""
    given.take("major_decision")
    found = Found.REVIEWED if given.take("legal_review") else None
    try:
        check_found(MAJOR_DECISION, found)
    except Refused:
        return {"may_issue": False}
    return {"may_issue": True}


def _inspector(given: Given) -> Answers:
    said = given.part("inspector")
    said.take("sector")
    ends = TODAY + timedelta(days=-1 if said.text("certificate") == "expired" else 365)
    inspector = Inspector(certificate_number="ZF1", valid_until=ends, active=True)
    return {"in_roster": inspector.is_able(TODAY)}


def _conduct(said: str, *traits: str) -> Conduct | None:
    named = (conduct for word, conduct in MONEY.items() if word in said)
    return next((one for one in named if one.concerns(*traits)), None)


def _item(conduct: Conduct) -> str:
    """(十三) for 四（十三）."""
    path = conduct.cites.path if conduct.cites else ""
    return f"({path.partition('（')[2].rstrip('）')})"


answer = answering(
    {
        "institution": _institution,
        "score_scale": _points,
        "institution_lists": _lists,
        "complaint": _complaint,
        "delegated_permit": _permit,
        "major_decision": _decision,
        "inspector": _inspector,
    }
)
