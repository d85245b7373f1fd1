"""How S15 answers the catalogue's worked examples: with the functions that pages and cases use."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from guangyue.empowerments.counting import InBoth, Miscounted, compare, last_day
from guangyue.empowerments.models import GrantingDocument
from guangyue.empowerments.modes import (
    WAYS,
    Mode,
    Part,
    Piece,
    ability,
    by_agreement,
    finishes_in_zone,
    missing_parts,
)
from guangyue.empowerments.notes import read_note
from guangyue.kit.refusals import Refused
from guangyue.kit.workdays import Calendar, Entry
from guangyue.matters.parts import KIND, read
from guangyue.organisations.resolution import resolve
from guangyue.systems.examples import Given, as_day
from liaocheng.delegated_powers.document import POWERS

LISTS = {"赋权事项清单": "new", "原直接实施的事项清单": "direct"}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    forms = {
        "issued": count_days,
        "grant": judge_grant,
        "agreement": judge_agreement,
        "zone": judge_zone,
        "social_matter": judge_stopped,
        "counts": judge_counts,
        "matter": judge_kind,
    }
    for key, judge in forms.items():
        if key in given:
            return judge(given)
    raise ValueError("no form of example that S15 knows")


def count_days(given: Given) -> Mapping[str, object]:
    """{issued, workdays, holidays, workday_weekends}: the last day of what must be made ready."""
    off = [Entry(False, "放假", "示例")] * len(given.take("holidays") or [])
    worked = [Entry(True, "调休", "示例")] * len(given.take("workday_weekends") or [])
    days = [*map(_day, given.take("holidays") or []), *map(_day, given.take("workday_weekends") or [])]
    calendar = Calendar(dict(zip(days, (*off, *worked), strict=True)))
    return {"due": last_day(_day(given.take("issued")), days=given.take("workdays"), calendar=calendar)}


def judge_grant(given: Given) -> Mapping[str, object]:
    """{grant: {kind, reserved, reason}, pieces} or {grant: {power, note}, asked}: what may be done."""
    grant = given.part("grant")
    if "asked" in given:
        grant.text("power")
        return {"decide": read_note(grant.text("note")).covers(given.text("asked"))}
    mode = Mode(grant.text("kind"))
    able = ability(mode, [Piece(one) for one in given.take("pieces") or []])
    rightly = by_agreement(reserved=bool(grant.take("reserved")), mode=mode, reason=grant.text("reason"))
    return {
        "decide": able.may_act,
        "missing": [piece.value for piece in able.missing],
        "scope": able.scope,
        "needs": "、".join(piece.value for piece in WAYS[mode].needs) or "无",
        "in_the_name_of": "管委会" if WAYS[mode].in_own_name else "市级部门",
        "rightly": rightly,
    }


def judge_agreement(given: Given) -> Mapping[str, object]:
    """{agreement: {parts}}: whether it is one."""
    missing = missing_parts([Part(one) for one in given.part("agreement").take("parts") or []])
    return {"valid": not missing, "missing": [part.value for part in missing]}


def judge_zone(given: Given) -> Mapping[str, object]:
    """{zone, matter}: whether the document serves it; which matter it is makes no difference."""
    given.take("matter")
    found = resolve(f"{given.text('zone')}管理委员会", on=POWERS.since)
    bodies = GrantingDocument.objects.get(number=POWERS.number).bodies.all()
    granted = found is not None and found.organisation in bodies
    return {"granted": granted, "reason": None if granted else "not in this grant"}


def judge_stopped(given: Given) -> Mapping[str, object]:
    """{social_matter: {accepted}, stop_from}: who finishes it."""
    accepted = given.part("social_matter").day("accepted")
    return {
        "finish_in_zone": finishes_in_zone(accepted_on=accepted, stopped_from=_day(given.take("stop_from")))
    }


def judge_counts(given: Given) -> Mapping[str, object]:
    """{counts: {new_grants, direct, both}}: what is said of lists that have so many matters, of which so many
    stand in both."""
    counts = given.part("counts")
    new, direct = counts.take("new_grants", 0), counts.take("direct", 0)
    shared = counts.take("both", 0)
    document = GrantingDocument.objects.get(number=POWERS.number)
    found = compare(
        {
            document.expects_new: _named(0, new),
            document.expects_direct: _named(new - shared, direct),
        }
    )
    said = [_warning(one) for one in found]
    return {"warning": said[0] if said else None, "warnings": said}


def judge_kind(given: Given) -> Mapping[str, object]:
    """{matter: {kind_of_power, economic}}: whether a grant can hold such a power."""
    matter = given.part("matter")
    kind, economic = matter.text("kind_of_power"), matter.take("economic", True)
    if not economic:
        return {"accepted": False, "reason": "not economic"}
    try:
        read(KIND, kind)
    except Refused:
        return {"accepted": False, "reason": "not one of the 11 kinds"}
    return {"accepted": True, "reason": None}


def _named(first: int, many: int) -> dict[str, str]:
    return {str(number): f"事项{number}" for number in range(first, first + many)}


def _warning(one: Miscounted | InBoth) -> str:
    if isinstance(one, InBoth):
        return f"{len(one.names)} in both lists"
    return f"{LISTS[one.title]} list {one.counted}, {one.expected} expected"


def _day(value: Any) -> date:
    day = as_day(value)
    assert day
    return day
