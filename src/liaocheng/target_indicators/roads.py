"""聊政办字〔2020〕15号 一（二）: when a village and a county have their roads to the door."""

from dataclasses import dataclass
from fractions import Fraction

DONE_FROM = Fraction(9, 10)


@dataclass(frozen=True)
class Village:
    """行政村: its households, without those scattered far off and those long empty."""

    households: int
    scattered: int
    empty: int
    reached: int

    @property
    def base(self) -> int:
        return self.households - self.scattered - self.empty

    @property
    def share(self) -> Fraction:
        return Fraction(self.reached, self.base) if self.base else Fraction(1)

    @property
    def is_done(self) -> bool:
        return self.share >= DONE_FROM
