"""可选措施: what one source could do while the response lasts, what that saves and what it costs.

Savings are whole grams a day of each pollutant, costs whole 分 a day: what is added up is exact.
"""

from dataclasses import dataclass
from enum import Enum

from guangyue.alerts.reduction.proof import Emitted

PERIODS = (0, 1, 2)
"""The response in three equal parts: who takes turns stands still in one or two of them."""

Grams = tuple[int, ...]
"""克: of each pollutant, in the order of `Emitted`."""

NO_GRAMS: Grams = (0,) * len(Emitted)


class Way(Enum):
    """减排方式."""

    RUN = "正常生产"
    OWN = "按分级措施"
    LIMIT = "限产"
    LINES = "停部分生产线"
    ROTATION = "轮流停产"
    STOP = "全部停产"


@dataclass(frozen=True)
class Option:
    """一种选择. `saves` and `costs` are those of a day on which it is done, which `periods` say.

    `amount` is how many lines stand still, or by how many percent the load is lowered.
    """

    key: str
    way: Way
    title: str
    saves: Grams = NO_GRAMS
    costs: int = 0
    periods: tuple[int, ...] = PERIODS
    amount: int = 0

    @property
    def saves_in_all(self) -> Grams:
        """Over a response of as many days as there are periods; so that the mean is a third of it."""
        return tuple(grams * len(self.periods) for grams in self.saves)

    @property
    def costs_in_all(self) -> int:
        return self.costs * len(self.periods)

    def saves_in(self, period: int) -> Grams:
        return self.saves if period in self.periods else NO_GRAMS


RUNNING = Option("run", Way.RUN, Way.RUN.value)


@dataclass(frozen=True)
class Candidate:
    """求解对象: all that a source could do, and what officials want or will not have."""

    code: str
    options: tuple[Option, ...]
    pinned: str = ""
    forbidden: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        return bool(self.pinned or self.forbidden)

    @property
    def open_options(self) -> tuple[Option, ...]:
        """Among which the solver may choose."""
        if self.pinned:
            return tuple(one for one in self.options if one.key == self.pinned)
        return tuple(one for one in self.options if one.key not in self.forbidden)

    def option(self, key: str) -> Option:
        return next(one for one in self.options if one.key == key)


@dataclass(frozen=True)
class Problem:
    """求解题目: what society emits on a day, how many percent of it to save, and who could do what.

    `fixed` is saved anyway: the saving of the mobile and dust lists, and of whoever only follows the scheme.
    """

    base: Grams
    percent: int
    fixed: Grams
    candidates: tuple[Candidate, ...]
    seed: int = 1
