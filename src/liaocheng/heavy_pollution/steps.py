"""A measure level by level: at the same place of 4.4.2 (Ⅲ), 4.4.3 (Ⅱ) and 4.4.4 (Ⅰ), or at one of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guangyue.alerts.reduction.measures import Step
from liaocheng.heavy_pollution.document import POLLUTION_PLAN
from liaocheng.heavy_pollution.plan import ORANGE, RED, YELLOW

CLAUSE = POLLUTION_PLAN.clause
SECTIONS = {YELLOW.key: "4.4.2", ORANGE.key: "4.4.3", RED.key: "4.4.4"}
FROM_YELLOW, FROM_ORANGE = tuple(SECTIONS), (ORANGE.key, RED.key)

Steps = Mapping[str, Step]


def step(level: str, place: str, does: str) -> Step:
    return Step(does, CLAUSE(f"{SECTIONS[level]}.{place}"))


def alike(levels: Iterable[str], place: str, does: str, exempt: str = "") -> Steps:
    """The same at each of the levels."""
    return {level: replace(step(level, place, does), exempt=exempt) for level in levels}


def graver(place: str, yellow: str, orange: str) -> Steps:
    """One thing at Ⅲ, another at Ⅱ and Ⅰ."""
    return {**alike((YELLOW.key,), place, yellow), **alike(FROM_ORANGE, place, orange)}


NO_OLD_TRUCKS = "不用国四及以下重型货车（含燃气）运输"
