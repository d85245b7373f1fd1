"""读任务: the notes of a document, gathered by item into tasks and assignments."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from guangyue.gazette.reading.shapes import Line
from guangyue.tasks.reading.dues import read_due, says_no_day
from guangyue.tasks.reading.governing import Governed, govern
from guangyue.tasks.reading.inheriting import Inheritance
from guangyue.tasks.reading.shapes import (
    Flaw,
    ReadAssignment,
    ReadDocument,
    ReadDue,
    ReadProblem,
    ReadTask,
    ReadUnit,
)
from guangyue.tasks.reading.targets import find_targets, strength_of
from guangyue.tasks.reading.words import Place, read_words
from guangyue.tasks.states import DueKind

SUPPORTS = re.compile(
    r".{0,4}(?:保障(?:措施|机制|体系)?$|组织(?:保障|领导|实施)|工作(?:要求|保障)|实施保障|有关要求|相关要求|推进机制)"
)
UNNAMED = re.compile("[款文尾]")


def read_tasks(
    lines: Sequence[Line],
    *,
    number: str,
    day: date | None,
    horizon: date | None,
    title: str = "",
    issuers: tuple[str, ...] = (),
) -> ReadDocument:
    """`horizon` is the day by which the document as a whole is to be carried out, where it has one."""
    items: dict[str, Place] = {}
    assignments: dict[str, list[ReadAssignment]] = {}
    inheritance = Inheritance()
    for one in govern(read_words(lines, number=number, title=title, issuers=issuers)):
        path = one.item.clause.path
        items.setdefault(path, one.item)
        units = inheritance.units_of(one.noted, part=one.item.part)
        assignments.setdefault(path, []).append(_assignment(one, units, day, horizon))
    names = _names(items)
    tasks = (_task(item, names[path], assignments[path]) for path, item in items.items())
    return ReadDocument(number, day, horizon, tuple(tasks))


def _assignment(
    one: Governed, units: tuple[ReadUnit, ...], day: date | None, horizon: date | None
) -> ReadAssignment:
    text = one.text or one.place.clause.heading
    due = read_due(one.noted.due, one.said, day=day, horizon=horizon)
    return ReadAssignment(
        label="",
        path=one.place.clause.path,
        text=text,
        note=one.note.words,
        leaders=tuple(one.noted.leaders),
        units=units,
        due=due,
        strength=strength_of(one.said),
        targets=tuple(find_targets(one.said, day=day, due=due.on)),
        first=one.first,
        last=one.last,
        problems=tuple(
            ReadProblem(flaw, sentence, one.first, one.last)
            for flaw, sentence in _faults(one, text, units, due)
        ),
    )


def _faults(
    one: Governed, text: str, units: tuple[ReadUnit, ...], due: ReadDue
) -> Iterator[tuple[Flaw, str]]:
    yield from one.noted.faults
    if one.noted.due and due.kind is DueKind.NONE and not says_no_day(one.noted.due):
        yield Flaw.NO_DAY, f"完成时限“{one.noted.due}”读不出日期，请填写。"
    if not units and not one.noted.faults:
        yield Flaw.NO_UNIT, "责任标注里没有单位，请补上。"
    if not text:
        yield Flaw.NO_TEXT, "标注前面没有任务文字，请核对它管的是哪一段。"


def _task(item: Place, name: str, assignments: Sequence[ReadAssignment]) -> ReadTask:
    return ReadTask(
        item=name,
        path=item.clause.path,
        heading=item.clause.heading,
        section=item.section,
        supporting=_supports(item),
        assignments=tuple(_labelled(name, item.clause.path, assignments)),
    )


def _labelled(name: str, path: str, assignments: Sequence[ReadAssignment]) -> Iterator[ReadAssignment]:
    """2（1）where the point has a number of its own, else 8-1, 8-2 in their order."""
    if len(assignments) == 1:
        yield replace(assignments[0], label=name)
        return
    times = Counter(one.path for one in assignments)
    for order, one in enumerate(assignments, start=1):
        below = one.path.removeprefix(path)
        numbered = below and times[one.path] == 1 and not UNNAMED.search(below)
        yield replace(one, label=f"{name}{below}" if numbered else f"{name}-{order}")


def _names(items: Mapping[str, Place]) -> dict[str, str]:
    """An item is called by its own number where those of its kind count through the document, else by its
    path."""
    main = [item for item in items.values() if not _supports(item)]
    times = Counter((item.clause.level, _sign(item)) for item in main)
    repeats = {level for (level, _), count in times.items() if count > 1}
    return {
        path: path if _supports(item) or item.clause.level in repeats else _sign(item)
        for path, item in items.items()
    }


def _sign(item: Place) -> str:
    around = item.within.clause.path if item.within else item.part
    return item.clause.path.removeprefix(around).lstrip("·") or item.clause.path


def _supports(item: Place) -> bool:
    """What a section on guarantees or requirements asks is an assignment, but no task of the plan."""
    return SUPPORTS.match(item.section) is not None
