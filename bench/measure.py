"""How a measurement is taken: in turns with its peer, several times, the median told."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median


@dataclass(frozen=True)
class Taken:
    """The seconds that one action took, each time."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]

    @property
    def p99(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)]


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once; the rubbish of the one before is taken out first."""
    gc.collect()
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def in_turns(rounds: int, **actions: Callable[[], object]) -> dict[str, Taken]:
    """What each action took; they take turns, so that a busy minute falls on all. The first turn warms up."""
    turns = [{name: seconds(action) for name, action in actions.items()} for _ in range(rounds + 1)]
    return {name: Taken([turn[name] for turn in turns[1:]]) for name in actions}


def one_after_another(actions: Iterable[Callable[[], object]]) -> Callable[[], object]:
    """An action that is another of these each time."""
    turn = cycle(actions)

    def act() -> object:
        return next(turn)()

    return act


def tell(what: str, ours: str, beside: str, verdict: str) -> None:
    """One line of the report: what was measured, our figure, the limit or the peer, and how they compare."""
    print(f"{what:<42} {ours:>22}   {beside:<34} {verdict}", flush=True)


def both(taken: Taken) -> str:
    """Median and p95."""
    return f"{taken.median * 1000:.1f} / {taken.p95 * 1000:.1f} ms"


def megabytes(octets: float) -> str:
    return f"{octets / 1e6:,.0f} MB"


def times(ours: float, theirs: float) -> str:
    """How many times theirs is ours."""
    return f"{ours / theirs:.2f}×"
