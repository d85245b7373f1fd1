"""How a measurement is taken: in turns with its peer, several times, the median told."""

import time
from collections.abc import Callable
from statistics import median


def in_turns(rounds: int, **actions: Callable[[], object]) -> dict[str, float]:
    """The median seconds of each action; they take turns, so that a busy minute falls on all."""
    seconds: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            begun = time.perf_counter()
            action()
            seconds[name].append(time.perf_counter() - begun)
    return {name: median(taken) for name, taken in seconds.items()}


def percentile(seconds: list[float], part: float) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * part))]


def tell(what: str, ours: str, beside: str, verdict: str) -> None:
    """One line of the report: what was measured, our figure, the limit or the peer, and how they compare."""
    print(f"{what:<34} {ours:>14}   {beside:<40} {verdict}", flush=True)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
