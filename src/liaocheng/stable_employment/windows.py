"""窗口: which measures stand open on a day, and what a day outside of one means."""

from collections.abc import Iterator
from datetime import date

from liaocheng.stable_employment.funds import MEASURES
from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.rules.jobs import HIRE, WORK

# Their window is about the days worked and hired; a claim filed after it is still examined.
FOR_FACTS_WITHIN = (WORK, HIRE)


def open_on(day: date, *, spring_start: date | None = None) -> Iterator[str]:
    """The measures that stand open, in the order of the documents. The spring holiday's work does so from
    the holiday's first day, and on no day that is known while nobody has said it."""
    for measure in MEASURES:
        began = measure != WORK or (spring_start is not None and spring_start <= day)
        if began and RULES.in_force(measure, day):
            yield measure


def judged_on(measure: str, said: date | None) -> date:
    """The day whose text decides: the claim's own, or one within the window."""
    versions = RULES.versions(measure)
    first, last = versions[0].since, versions[-1].until
    assert first is not None
    if measure in FOR_FACTS_WITHIN:
        assert last is not None
        return min(said or last, last)
    return said or first
