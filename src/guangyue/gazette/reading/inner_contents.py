"""文内目录: a contents list within a document names its clauses before they come, and is none of them."""

import re
from collections.abc import Sequence

from guangyue.gazette.reading.rows import Row, squeeze

WORD = re.compile(r"目录|目次")
LEADERS = re.compile(r"[.．…·\s]*\d*$")


def without_contents(rows: Sequence[Row]) -> Sequence[Row]:
    """The list lasts until its first entry comes again."""
    start = next((at for at, row in enumerate(rows) if WORD.fullmatch(squeeze(row.text))), None)
    if start is None or start + 1 >= len(rows):
        return rows
    first = _entry(rows[start + 1])
    for at in range(start + 2, len(rows)):
        if _entry(rows[at]) == first:
            return (*rows[:start], *rows[at:])
    return rows


def _entry(row: Row) -> str:
    return LEADERS.sub("", squeeze(row.text))
