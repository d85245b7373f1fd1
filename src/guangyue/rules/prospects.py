"""前景: what a rule says of somebody from a day on: whether it holds, until when, and from when it will.

A verdict turns only on certain days: where the text ends, where a year begins, where a figure is another,
and around the days that the rule compares. Between two of them it says the same, so that judging on
them is as good as judging every day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache, cached_property

from guangyue.kit.limits import months_after
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.cases import Case, Lookup, step
from guangyue.rules.facts import Facts
from guangyue.rules.tree import (
    Asked,
    Below,
    Count,
    Kind,
    Later,
    Node,
    Parameter,
    Same,
    Total,
    UpTo,
    YearOf,
)
from guangyue.rules.verdicts import WORKED_OUT, Status, Verdict, judge, no_parameters

ONE_DAY = timedelta(days=1)
CLIPPED = 3  # days by which a month's end may move a day that is so many months away
REMINDED = (30, 15, 5)  # days before the close

# The facts that a version of the rule asks about, as they are on a day.
Subjects = Callable[[Rule, date], tuple[Facts, ...]]
FigureDays = Callable[[str], Iterable[date]]
ListOf = tuple[int, str]  # of which subject, and which of its facts


class Outlook(Enum):
    """前景."""

    ENTITLED = "符合"
    MAYBE = "待补充"
    UPCOMING = "即将符合"
    NOT_ENTITLED = "不符合"
    CLOSED = "已截止"


@dataclass(frozen=True)
class Prospect:
    """`since` the first day on which it will hold, where it does not yet; `until` the last day on which it
    still does, None where no such day is in sight. The verdict is the one of the day asked about, of what
    will hold the one of its first day, of what is closed the one of its last."""

    outlook: Outlook
    verdict: Verdict | None
    since: date | None = None
    until: date | None = None


def no_figures(key: str) -> Iterable[date]:
    """Of a city whose notices have said nothing yet."""
    return ()


def unchanged(facts: Mapping[Rule, tuple[Facts, ...]]) -> Subjects:
    """What is known today, on every day."""
    return lambda version, day: facts[version]


@dataclass(frozen=True)
class Text:
    """现行文本: the version that a day knows of, and the last day of the rule as far as that day knows.

    What takes its place without a break was not known before its own first day: until then the text is read
    as going on. A text that ended, and nothing followed, is the last one there was.
    """

    rule: Rule
    ends: date | None

    @cached_property
    def reading(self) -> Rule:
        """The version, to be judged on days to come."""
        return replace(self.rule, until=self.ends)


@cache
def text_on(versions: tuple[Rule, ...], on: date) -> Text | None:
    """None before there was any."""
    begun = [version for version in versions if version.since is None or version.since <= on]
    if not begun:
        return None
    ends = begun[-1].until
    if ends is not None and ends >= on:
        for later in versions[len(begun) :]:
            if ends is None or later.since != ends + ONE_DAY:
                break
            ends = later.until
    return Text(begun[-1], ends)


def prospect(
    versions: tuple[Rule, ...],
    subjects: Subjects,
    *,
    on: date,
    horizon: date,
    lookup: Lookup = no_parameters,
    figure_days: FigureDays = no_figures,
) -> Prospect:
    """What is so on a day, and what becomes of it up to the horizon, as far as that day knows."""
    text = text_on(versions, on)
    if text is None:
        return Prospect(Outlook.NOT_ENTITLED, None)

    def judged(day: date) -> Verdict:
        verdict = judge(text.reading, *subjects(text.rule, day), on=day, lookup=lookup)
        return verdict._replace(rule=text.rule)

    if text.ends is not None and text.ends < on:
        return _closed(judged(text.ends), text.ends)
    days = turning_days(text, subjects, on=on, horizon=horizon, lookup=lookup, figure_days=figure_days)
    ahead = [(day, judged(day)) for day in sorted(days) if on < day <= horizon]
    now = judged(on)
    if holds(now):
        return Prospect(Outlook.ENTITLED, now, until=_until(ahead, holds))
    if may_hold(now):
        return Prospect(Outlook.MAYBE, now, until=_until(ahead, may_hold))
    for place, (day, verdict) in enumerate(ahead):
        if holds(verdict):
            until = _until(ahead[place + 1 :], holds)
            return Prospect(Outlook.UPCOMING, verdict, since=day, until=until)
    return Prospect(Outlook.NOT_ENTITLED, now)


def holds(verdict: Verdict | None) -> bool:
    """All that the clause asks is so; the amount may still want a figure."""
    if verdict is None or verdict.status in WORKED_OUT:
        return verdict is not None
    return verdict.status is Status.NEEDS_INFO and all(verdict.answers)


def may_hold(verdict: Verdict | None) -> bool:
    """Nothing that the clause asks is known not to be so."""
    return verdict is not None and verdict.status in (*WORKED_OUT, Status.NEEDS_INFO)


def of_occasion(
    versions: Sequence[Rule],
    subjects: Subjects,
    *,
    day: date,
    lookup: Lookup = no_parameters,
) -> Prospect:
    """What happened on a day of its own is judged by that day, and stays so."""
    version = next((one for one in versions if one.in_force(day)), None)
    verdict = judge(version, *subjects(version, day), on=day, lookup=lookup) if version else None
    if holds(verdict):
        return Prospect(Outlook.ENTITLED, verdict)
    return Prospect(Outlook.MAYBE if may_hold(verdict) else Outlook.NOT_ENTITLED, verdict)


def turning_days(
    text: Text,
    subjects: Subjects,
    *,
    on: date,
    horizon: date,
    lookup: Lookup = no_parameters,
    figure_days: FigureDays = no_figures,
) -> set[date]:
    """Every day on which the verdict may be another than on the day before, and some on which it is not."""
    days = days_of_all(text, on, horizon, figure_days)
    case = Case(tuple(one.carried for one in subjects(text.rule, on)), on, lookup)
    for place, node in nodes_of(text.rule):
        if isinstance(node, Below | UpTo | Same) and node.left.kind is Kind.DAY:
            for inside in _insides(place, case):
                days |= {*_around(node.left, node.right, inside), *_around(node.right, node.left, inside)}
    return days


def days_of_all(text: Text, on: date, horizon: date, figure_days: FigureDays = no_figures) -> set[date]:
    """Those on which it may turn for anybody: the text ends, a year begins, a figure changes."""
    days = {text.ends + ONE_DAY} if text.ends else set()
    for _, node in nodes_of(text.rule):
        if isinstance(node, YearOf) and asks_the_day(node):
            days |= {date(year, 1, 1) for year in range(on.year, horizon.year + 1)}
        elif isinstance(node, Parameter) and asks_the_day(node.at):
            days |= {back for day in figure_days(node.key) for back in _back(node.at, day)}
    return days


def stage(until: date | None, *, on: date) -> int | None:
    """提醒: which of the reminders before the close is due by now; none while it is far away or unknown."""
    if until is None or until < on:
        return None
    return min((days for days in REMINDED if (until - on).days <= days), default=None)


def before(*, until: date | None, amount: Money | None, first_seen: date, on: date) -> tuple[bool, int, date]:
    """先后: what closes within thirty days first, then the larger amount, then what has waited longer."""
    closing = until is not None and (until - on).days <= REMINDED[0]
    return not closing, -(amount.fen if amount else 0), first_seen


def _closed(verdict: Verdict | None, last: date) -> Prospect:
    """Whoever was refused on the last day missed nothing."""
    if may_hold(verdict):
        return Prospect(Outlook.CLOSED, verdict, until=last)
    return Prospect(Outlook.NOT_ENTITLED, verdict)


def _until(
    ahead: Iterable[tuple[date, Verdict | None]], still: Callable[[Verdict | None], bool]
) -> date | None:
    """The day before the first on which it is otherwise."""
    return next((day - ONE_DAY for day, verdict in ahead if not still(verdict)), None)


def nodes_of(rule: Rule) -> Iterator[tuple[ListOf | None, Node]]:
    """All that the rule says, and of which list where it speaks of rows."""
    said = [one.node for one in (*rule.conditions, *rule.remarks)]
    for node in dict.fromkeys((*said, *([rule.amount] if rule.amount is not None else []))):
        yield from _nodes_in(node, None)


def asks_the_day(node: Node) -> bool:
    return any(isinstance(part, Asked) for part in node.walk())


def _nodes_in(node: Node, of: ListOf | None) -> Iterator[tuple[ListOf | None, Node]]:
    within = (node.rows.place, node.rows.name) if isinstance(node, Count | Total) else of
    for part in node.parts:
        yield from _nodes_in(part, within)
    yield of, node


def _insides(of: ListOf | None, case: Case) -> Iterator[Case]:
    """The case itself; of a comparison about the rows of a list, the case with each of them."""
    if of is None:
        yield case
        return
    place, name = of
    yield from map(case.of, case.subjects[place].get(name) or ())


def _around(side: Node, other: Node, case: Case) -> Iterator[date]:
    """The day that one side of a comparison names, and those on which the other side reaches it."""
    value = None if asks_the_day(side) else step(side)(case)
    for day in () if value is None else (value, value + ONE_DAY):
        yield day
        yield from _back(other, day)


def _back(node: Node, day: date) -> Iterator[date]:
    """The days asked about on which `node` comes to that day: by as much as it looks ahead."""
    yield day
    for part in node.walk():
        if isinstance(part, Later) and asks_the_day(part):
            there = months_after(day - timedelta(days=part.days), -part.months)
            yield from (there + timedelta(days=by) for by in range(-CLIPPED, CLIPPED + 2))
