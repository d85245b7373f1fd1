"""可选措施 of one source: none lighter than what is asked of it, none below what its lines bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor

from guangyue.alerts.planning.options import NO_GRAMS, PERIODS, RUNNING, Grams, Option, Way
from guangyue.alerts.reduction.grades import Course
from guangyue.alerts.reduction.instructions import stops
from guangyue.alerts.reduction.lines import batches_stopped
from guangyue.alerts.reduction.measures import WHOLE, AbatementScheme
from guangyue.alerts.reduction.orders import AbatementOrder

CUTS = (20, 30, 50, 70)  # percent by which a load is lowered, beside as far as the lines can bear
STANDING_STILL = ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2))


@dataclass(frozen=True)
class LineLoad:
    """生产线 as the planner sees it: what it emits and makes a day, and the load it cannot run below."""

    emits: Grams
    value: int
    least_load: int = 0


@dataclass(frozen=True)
class Works:
    """工厂 as the planner sees it, at a level.

    `own` is what it wrote down for the level, in percent of what it emits; `batch` its place when turns are
    taken. With `never_stops` a process of it cannot be interrupted, and it may save otherwise.
    """

    code: str
    emits: Grams
    lines: tuple[LineLoad, ...]
    orders: tuple[AbatementOrder, ...] = ()
    own: tuple[Decimal, ...] = ()
    batch: int | None = None
    never_stops: bool = False

    @property
    def value(self) -> int:
        """日产值."""
        return sum(line.value for line in self.lines)

    @property
    def asked(self) -> tuple[AbatementOrder, ...]:
        """Those by which production must be less; of whoever chooses for himself, keeps a task or is small
        there are none."""
        return tuple(order for order in self.orders if stops(order))

    @property
    def saved_by_own(self) -> Grams:
        return _shares(self.emits, self.own) if self.own else NO_GRAMS


def options_of(works: Works, scheme: AbatementScheme) -> tuple[Option, ...]:
    """What it could do. Whoever is not asked goes on, or does what he himself wrote down."""
    if not works.asked:
        return (RUNNING, *_own(works))
    enough = [one for one in _all_options(works) if _keeps(one, works, scheme)]
    return tuple(enough) or (_whole(works),)


def _all_options(works: Works) -> Iterator[Option]:
    yield RUNNING
    yield from _own(works)
    yield from _limits(works)
    if not works.never_stops:
        yield from _by_lines(works)
        yield from _by_rotation(works)
        yield _whole(works)


def _own(works: Works) -> Iterator[Option]:
    """Its cost is not written down: as much of what it makes as of the pollutant of which it saves most."""
    if any(works.own):
        cost = _part(works.value, max(works.own))
        yield Option("own", Way.OWN, Way.OWN.value, works.saved_by_own, cost)


def _limits(works: Works) -> Iterator[Option]:
    deepest = WHOLE - max(line.least_load for line in works.lines)
    for cut in sorted({deepest, *(cut for cut in CUTS if cut <= deepest)} - {0, WHOLE}):
        saves = _shares(works.emits, [Decimal(cut)] * len(works.emits))
        cost = _part(works.value, Decimal(cut))
        yield Option(f"limit-{cut}", Way.LIMIT, f"限产 {cut}%", saves, cost, amount=cut)


def _by_lines(works: Works) -> Iterator[Option]:
    """First those lines that emit most for what they make."""
    in_turn = sorted(works.lines, key=lambda line: line.value / (sum(line.emits) or 1))
    for many in range(1, len(in_turn)):
        stopped = in_turn[:many]
        saves = tuple(map(sum, zip(*(line.emits for line in stopped), strict=True)))
        title = f"{len(in_turn)} 条生产线停 {many} 条"
        cost = sum(line.value for line in stopped)
        yield Option(f"lines-{many}", Way.LINES, title, saves, cost, amount=many)


def _by_rotation(works: Works) -> Iterator[Option]:
    """轮流停产: in one period of three or in two; whoever has a batch in its own, or in the others."""
    for periods in STANDING_STILL:
        alone = len(periods) == 1
        if works.batch is None or (works.batch - 1 in periods) == alone:
            said = "、".join(str(period + 1) for period in periods)
            key = "rotation-" + "".join(str(period + 1) for period in periods)
            yield Option(key, Way.ROTATION, f"轮流停产：第 {said} 时段停", works.emits, works.value, periods)


def _whole(works: Works) -> Option:
    return Option("stop", Way.STOP, Way.STOP.value, works.emits, works.value)


def _keeps(option: Option, works: Works, scheme: AbatementScheme) -> bool:
    """Whether it does no less than the scheme asks, and than the guide: of that the list says how much."""
    own = (grams * len(PERIODS) for grams in works.saved_by_own)
    lighter = any(saved < asked for saved, asked in zip(option.saves_in_all, own, strict=True))
    if lighter and any(order.course is Course.GUIDE for order in works.asked):
        return False
    return all(_keeps_share(option, order, works, scheme) for order in works.asked if order.lines)


def _keeps_share(option: Option, order: AbatementOrder, works: Works, scheme: AbatementScheme) -> bool:
    """以生产线计: so many lines stand still. Who cannot stop lowers the load by as much."""
    percent = order.step.lines or 0
    match option.way:
        case Way.STOP:
            return True
        case Way.LINES:
            return option.amount >= (order.lines or 0)
        case Way.LIMIT:
            return works.never_stops and option.amount >= percent
        case Way.ROTATION:
            asked = batches_stopped(scheme, len(PERIODS), percent)
            return order.may_rotate and len(option.periods) >= asked
        case _:
            return False


def _shares(emits: Grams, percents: Sequence[Decimal]) -> Grams:
    """Whole grams, none too many."""
    return tuple(floor(grams * share / WHOLE) for grams, share in zip(emits, percents, strict=True))


def _part(value: int, percent: Decimal) -> int:
    """Whole 分, none too few."""
    return -floor(-value * percent / WHOLE)
