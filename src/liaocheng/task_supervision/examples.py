"""How S02 answers the catalogue's worked examples: by what the reading of the documents gives, and by the
functions that ask for reports."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from guangyue.systems.examples import Given, Meaning, answering
from guangyue.tasks.declared import terms
from guangyue.tasks.quarters import Quarter, first_quarter, report_due
from guangyue.tasks.reading.dues import read_due
from guangyue.tasks.reading.shapes import ReadAssignment, ReadDocument, ReadDue, ReadTarget, ReadTask
from guangyue.tasks.states import DueKind, Role, answering_roles
from liaocheng.city import NAMES, ORGANISATIONS
from liaocheng.task_supervision.at_hand import tasks_of

Answers = Mapping[str, object]

BRACKETS = str.maketrans("()", "（）")
CITY, GOVERNMENT = "聊城", "人民政府"
SCALES = {"万": 10**4, "亿": 10**8}
WRITTEN = {
    **{fact.text: fact.organisation for fact in NAMES},
    **{fact.name.removeprefix(CITY): fact.key for fact in ORGANISATIONS},
}
PLAIN_UNIT = re.compile(r"([万亿]*)(.*)")


def _read(given: Given) -> Answers:
    """{wenhao, item}: one assignment; with `ask`, all of an item; without an item, the counts."""
    document = tasks_of(given.text("wenhao"))
    if "lead_unit" in given:
        return _owed(given, document)
    ask = given.text("ask")
    if "item" not in given:
        return _counts(document)
    task, chosen = _find(document, given.text("part"), given.text("item"))
    if ask:
        return _all_of(task)
    return _one(task, chosen)


def _counts(document: ReadDocument) -> Answers:
    printed = (DueKind.PRINTED, DueKind.RELATIVE)
    dated = [task for task in document.main if any(one.due.kind in printed for one in task.assignments)]
    leaders = [one.leaders for one in document.assignments]
    return {
        "tasks": len(document.main),
        "assignments": len(document.assignments),
        "with_due": len(dated),
        "dated": [task.item for task in dated],
        "problems": len(document.problems),
        "leaders": {name: sum(one == (name,) for one in leaders) for one in leaders for name in one},
    }


def _one(task: ReadTask, one: ReadAssignment) -> Answers:
    heading = task.heading or one.text
    return {
        **_roles(one),
        **_due(one.due),
        "leaders": list(one.leaders),
        "qualifier": next((unit.qualifier for unit in one.units if unit.qualifier), None),
        "lead_resolved": _resolved(one.named(Role.LEAD)),
        "inherited": _names(tuple(unit.name for unit in one.units if unit.inherited)),
        "targets": _targets(one.targets),
        "strength": one.strength or None,
        "heading": task.heading,
        "heading_starts": Meaning(heading[:40], lambda said: heading.startswith(str(said).rstrip("。"))),
        "label": one.label,
        "clause": one.path,
        "problems": [problem.sentence for problem in one.problems],
    }


def _all_of(task: ReadTask) -> Answers:
    return {
        "count": len(task.assignments),
        "leads": [_names(one.named(Role.LEAD)) for one in task.assignments],
        "groups": [{**_roles(one), **_due(one.due)} for one in task.assignments],
        "dues": [one.due.on for one in task.assignments],
        "labels": [one.label for one in task.assignments],
    }


def _roles(one: ReadAssignment) -> dict[str, object]:
    return {role.name.lower(): _names(one.named(role)) for role in Role}


def _due(due: ReadDue) -> dict[str, object]:
    return {
        "due": due.on,
        "due_kind": due.kind.name.lower(),
        "due_text": due.text or None,
        "recurring": due.recurring,
    }


def _owed(given: Given, document: ReadDocument) -> Answers:
    """{lead_unit, quarter}: the report of a unit, and what it covers."""
    given.take("ask")
    unit, quarter = given.text("lead_unit"), Quarter.read(given.text("quarter"))
    if document.day is None or quarter < first_quarter(document.day, least_days=terms().first_report_days):
        return {"reports": 0, "covers": [], "due": None}
    covers = [one.label for one in document.assignments if unit in _answering(one)]
    return {
        "reports": 1 if covers else 0,
        "covers": _same(covers),
        "due": report_due(quarter, days=terms().report_days) if covers else None,
    }


def _answering(one: ReadAssignment) -> set[str]:
    roles = answering_roles(frozenset(unit.role for unit in one.units))
    return {unit.name for unit in one.units if unit.role in roles}


def _text(given: Given) -> Answers:
    """{text, date}: the day that words ask for in a document of that day."""
    text, day = given.text("text"), given.day("date") or given.day("day")
    return _due(read_due("", text, day=day, horizon=given.day("horizon")))


def _find(document: ReadDocument, part: str, item: str) -> tuple[ReadTask, ReadAssignment]:
    """By its number, 2(2), or by its path within a part, 三(一)5."""
    wanted = f"{part}{item}".translate(BRACKETS)
    for task in document.tasks:
        for one in task.assignments:
            if wanted in (one.label, task.item, task.path, one.path):
                return task, one
    raise ValueError(f"{document.number} has no item {item}")


def _resolved(names: Sequence[str]) -> Meaning:
    """Under every name that the organisation has: its own, or another printed form of it."""
    keys = [WRITTEN.get(name) for name in names]

    def are_meant(said: object) -> bool:
        return isinstance(said, list) and None not in keys and [WRITTEN.get(str(one)) for one in said] == keys

    return Meaning(list(names), are_meant)


def _names(names: Sequence[str]) -> Meaning:
    """冠县 in a list of governments is printed without 人民政府."""
    plain = [name.removesuffix(GOVERNMENT) if name.endswith(f"县{GOVERNMENT}") else name for name in names]
    return Meaning(list(names), lambda said: said in (list(names), plain))


def _same(labels: Sequence[str]) -> Meaning:
    return Meaning(
        list(labels),
        lambda said: (
            isinstance(said, list) and [str(one).translate(BRACKETS) for one in said] == list(labels)
        ),
    )


def _targets(targets: Sequence[ReadTarget]) -> Meaning:
    """How many there are, or each with its value and unit; their names are the catalogue's own wording."""

    def are_meant(said: object) -> bool:
        if isinstance(said, int):
            return said == len(targets)
        if not isinstance(said, list) or len(said) != len(targets):
            return False
        return all(_is(one, target) for one, target in zip(said, targets, strict=True))

    shown = [(one.indicator, f"{one.value:f}", one.unit) for one in targets]
    return Meaning(shown, are_meant)


def _is(said: Mapping[str, object], target: ReadTarget) -> bool:
    scale, unit = _scaled(target.unit)
    said_scale, said_unit = _scaled(str(said.get("unit", "")))
    values = [target.value, *([target.value2] if target.value2 is not None else [])]
    try:
        wanted = [Decimal(one) * said_scale for one in str(said.get("value")).split("-")]
    except InvalidOperation:
        return False
    return unit == said_unit and [value * scale for value in values] == wanted


def _scaled(unit: str) -> tuple[int, str]:
    found = PLAIN_UNIT.fullmatch(unit)
    if found is None:
        return 1, unit
    scale = 1
    for sign in found[1]:
        scale *= SCALES[sign]
    return scale, found[2]


answer = answering({"wenhao": _read, "text": _text})
