"""How S12 answers the catalogue's worked examples: by the merging, standing and checking of its pages."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, time
from typing import Any

from guangyue.bundles.checking import FaultKind, is_a_theme, merge_faults, offending
from guangyue.bundles.design import Counts, DataBundle, Design
from guangyue.bundles.limits import ANSWERED_WITHIN, CHECKED_WITHIN
from guangyue.bundles.merging import Merged, merge
from guangyue.bundles.pieces import Piece
from guangyue.bundles.standing import Standing, intake, stopped
from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.limits import Limit
from guangyue.kit.workdays import kept_calendar
from guangyue.matters.declaration import Entry, FormField, Material
from guangyue.systems.examples import Given
from liaocheng.one_thing.data import DATA
from liaocheng.one_thing.document import STANDARD_BY
from liaocheng.one_thing.requirements import INCLUDED, TARGET

REASONS = {
    FaultKind.NOT_A_THEME: "not a theme",
    FaultKind.CIRCLE: "cycle",
    FaultKind.FIELD_CONFLICT: "field_conflict",
    FaultKind.SECOND_WINDOW: "second_window",
    FaultKind.BROKEN: "broken",
}
ENTRIES = {"text": Entry.TEXT, "code": Entry.CHOICE, "day": Entry.DAY, "number": Entry.NUMBER}
UTILITIES = "utilities_included"


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    if "count" in given:
        return _counted(given)
    if "proposed" in given:
        return _due(given, "proposed", "answered", ANSWERED_WITHIN)
    if "changed" in given:
        return _due(given, "changed", "checked", CHECKED_WITHIN)
    if "theme" in given:
        return _complies(given)
    return _designed(given)


def _designed(given: Given) -> Mapping[str, object]:
    """R3 to R11: the matters merged into one."""
    pieces = tuple(_pieces(given))
    merged = merge(pieces, fetched=dict.fromkeys(_list(given.take("fetched")), "数据共享"))
    kinds = [fault.kind for fault in merge_faults(merged)]
    if "cooperating" in given:
        lead = given.text("lead") or "牵头部门"
        if not is_a_theme(Design(lead, tuple(_list(given.take("cooperating"))))):
            kinds.insert(0, FaultKind.NOT_A_THEME)
    return {
        "accepted": not kinds,
        "reason": REASONS[kinds[0]] if kinds else None,
        "materials": [one.material.code for one in merged.materials],
        "removed": {f"{one.of.key}.{one.code}": one.why.name.lower() for one in merged.removals},
        "one_form": merged.has_one_form,
        "fields": [one.field.key for one in merged.fields],
        "theme_limit": merged.plan.days if merged.plan else None,
        "path": list(merged.plan.critical) if merged.plan else None,
        "stages": [[piece.key for piece in stage] for stage in merged.stages],
        "cycle": list(merged.circle) or None,
        **_taken_in(merged, given),
        **_after_failures(merged, given),
    }


def _taken_in(merged: Merged, given: Given) -> dict[str, object]:
    """R9: what begins although a material is missing; what may be owed is promised."""
    missing = _list(given.take("missing"))
    found = intake(merged.pieces, merged.waits, missing=missing, promised=missing)
    held = {*found.held, *found.blocks}
    begins = [piece.key for piece in merged.pieces if piece.key not in held] if found.may_begin else []
    return {"may_begin": found.may_begin, "held": list(found.held), "begins": begins}


def _after_failures(merged: Merged, given: Given) -> dict[str, object]:
    """R11: what a failure stops, and what goes on."""
    failed = _list(given.take("failed"))
    stand = {
        piece.key: Standing.FAILED if piece.key in failed else Standing.WAITING for piece in merged.pieces
    }
    lost = stopped(stand, merged.waits)
    goes_on = [key for key, one in stand.items() if key not in lost and one is Standing.WAITING]
    return {"stopped": [key for key in stand if key in lost], "goes_on": goes_on}


def _pieces(given: Given) -> Iterator[Piece]:
    matters, limits = _mapping(given.take("matters")), _mapping(given.take("limits"))
    depends, produced = _mapping(given.take("depends")), _mapping(given.take("produced"))
    fields = _list(given.take("fields"))
    deferrable = _list(given.take("deferrable"))
    outside = _mapping(given.take("outside_hall"))
    keys = dict.fromkeys(
        [*matters, *limits, *depends, *produced, *(one["by"] for one in fields if isinstance(one, Mapping))]
    )
    for key in keys:
        materials = _list((matters.get(key) or {}).get("materials"))
        yield Piece(
            key,
            key,
            tuple(Material(code, code, deferrable=code in deferrable) for code in materials),
            tuple(_field(one) for one in fields if one["by"] == key),
            tuple(_list(produced.get(key))),
            int(limits.get(key, 1)),
            tuple(_list(depends.get(key))),
            outside_hall=str(outside.get(key, "")),
        )


def _field(said: Mapping[str, Any]) -> FormField:
    return FormField(
        said["key"], said["key"], ENTRIES[said["type"]], choices=tuple(_list(said.get("choices")))
    )


def _counted(given: Given) -> Mapping[str, object]:
    """R1: against the plan, once its day has come."""
    count = given.part("count")
    menus = int(count.take("menus", 0))
    have = Counts(int(count.take("enterprise", 0)), int(count.take("public", 0)), menus)
    lacking = have.lacking(TARGET)
    on = given.day("on") or STANDARD_BY
    return {
        "met": lacking.none,
        "missing_enterprise": lacking.enterprise,
        "missing_public": lacking.public,
        "missing_menus": lacking.menus,
        "overdue": not lacking.none and on > STANDARD_BY,
    }


def _complies(given: Given) -> Mapping[str, object]:
    """R12 and R13: what a theme must combine, and may no longer ask for."""
    title = given.text("theme")
    bundle = DATA.get(title)
    wrong = _asked_in_vain(bundle, given) if bundle else ()
    missing: tuple[str, ...] = ()
    for one in INCLUDED:
        if bundle and one.theme == bundle.theme and UTILITIES in given:
            missing = one.missing(one.matters if given.take(UTILITIES) else ())
    return {
        "compliant": not wrong and not missing,
        "offending": list(wrong),
        "missing": list(missing),
        "sources": [item.name for item in bundle.items] if bundle else None,
    }


def _asked_in_vain(bundle: DataBundle, given: Given) -> tuple[str, ...]:
    """Of the sources that are said to be connected; all of them where nothing is said."""
    every = [item.name for item in bundle.items]
    connected = _list(given.take("connected")) if "connected" in given else every
    return offending(bundle, asked=_list(given.take("asks_applicant")), connected=connected)


def _due(given: Given, event: str, done: str, limit: Limit) -> Mapping[str, object]:
    """R2 and R14: by which day it is to be answered or checked, and whether that is past."""
    begun, ended, on = given.day(event), given.day(done), given.day("on")
    if begun is None:
        return {}
    at = datetime.combine(begun, time(10), SHANGHAI)
    last = local_day(Clock(limit, at).due(kept_calendar(), at=at).moment)
    late = bool((ended or on) and (ended or on) > last)  # type: ignore[operator]
    return {"due": last, "overdue": late, "open": ended is None}


def _list(said: Any) -> list[Any]:
    return [] if said is None else list(said) if isinstance(said, list | tuple) else [said]


def _mapping(said: Any) -> dict[str, Any]:
    """A list of names is a mapping that says nothing of each."""
    if isinstance(said, Mapping):
        return dict(said)
    return {str(one): {} for one in _list(said)}
