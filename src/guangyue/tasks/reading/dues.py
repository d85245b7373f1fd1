"""完成时限: the day by which an assignment is to be done: by note, words or horizon."""

import re
from collections.abc import Iterable
from datetime import date

from guangyue.gazette.reading.dates import day_of
from guangyue.tasks.reading.days import find_days, last_of
from guangyue.tasks.reading.shapes import ReadDue
from guangyue.tasks.states import DueKind

FULL = re.compile(r"(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")
MONTH = re.compile(r"(?P<year>20\d{2})\s*[年.\-/](?:度)?(?:\s*(?P<month>\d{1,2})\s*月?)?")
WITHOUT_DAY = re.compile(r"长期|持续|常态|适时|及时|尽快|逐步|定期")
TITLED = re.compile(r"(20\d{2})\s*(?:年?\s*[-—–－~～至]+\s*(20\d{2}))?\s*年")


def read_due(said: str, text: str, *, day: date | None, horizon: date | None) -> ReadDue:
    """What the note says goes before the words it governs; the latest of several days ends the assignment.
    Where none is printed, the document's own horizon holds."""
    if said:
        return _said(said, day, horizon)
    found = [one.due for one in find_days(text, day=day)]
    return _latest(due for due in found if not due.recurring) or _latest(found) or inherited(horizon)


def says_no_day(said: str) -> bool:
    """长期坚持: a limit that means to give no day."""
    return WITHOUT_DAY.search(said) is not None


def inherited(horizon: date | None, text: str = "") -> ReadDue:
    return ReadDue(horizon, DueKind.INHERITED if horizon else DueKind.NONE, text)


def horizon_in(title: str) -> date | None:
    """The last year that a title speaks of: 2020年工作方案, 三年行动计划（2020—2022年）."""
    years = [int(last or first) for first, last in TITLED.findall(title)]
    return date(max(years), 12, 31) if years else None


def _said(said: str, day: date | None, horizon: date | None) -> ReadDue:
    """完成时限：2020年12月 needs no 底前."""
    if due := _latest(one.due for one in find_days(said, day=day)):
        return due
    if on := _dated(said):
        return ReadDue(on, DueKind.PRINTED, said)
    return inherited(horizon, said) if says_no_day(said) else ReadDue(None, DueKind.NONE, said)


def _dated(said: str) -> date | None:
    if full := FULL.search(said):
        return day_of(int(full[1]), int(full[2]), int(full[3]))
    if found := MONTH.search(said):
        return last_of(int(found["year"]), int(found["month"] or 12))
    return None


def _latest(dues: Iterable[ReadDue]) -> ReadDue | None:
    return max(dues, key=lambda due: due.on or date.min, default=None)
