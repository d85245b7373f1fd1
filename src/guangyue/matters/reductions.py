"""四减: how much less there is of steps, papers and days than when the reform began. Knows no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from guangyue.matters.declaration import Declaration, Source

BASELINE = date(2019, 10, 18)  # 聊政办字〔2019〕35号 was issued
UNTIL = date(2022, 10, 17)  # 3 年内
HALF = Fraction(1, 2)
ONLINE_TARGET = Fraction(7, 10)  # 聊政发〔2019〕5号 26


@dataclass(frozen=True)
class Measured:
    """What of a version is counted: 办事环节, papers that the applicant brings, promised days."""

    steps: int | None
    papers: Fraction
    days: int


@dataclass(frozen=True)
class Reduction:
    """减了多少: the unweighted average over matters of what each has less; None where nothing compares."""

    title: str
    average: Fraction | None
    compared: int

    @property
    def met(self) -> bool:
        return self.average is not None and self.average >= HALF


def measured(declaration: Declaration) -> Measured:
    """Papers are the average over its situations, for each has a list of its own."""
    lists = [sum(1 for _ in declaration.asked_of(variant)) for variant in declaration.variants]
    if not lists:
        lists = [sum(1 for one in declaration.materials if one.source is Source.APPLICANT)]
    return Measured(
        steps=declaration.actual_steps,
        papers=Fraction(sum(lists), len(lists)),
        days=declaration.promised_days,
    )


def average_reduction(
    pairs: Iterable[tuple[int | Fraction | None, int | Fraction | None]],
) -> tuple[Fraction | None, int]:
    """The average of (before − now) ÷ before, over those of which both are known and there was something."""
    shares = [1 - Fraction(now) / Fraction(before) for before, now in pairs if before and now is not None]
    return (sum(shares, Fraction(0)) / len(shares) if shares else None), len(shares)


def reductions(pairs: Sequence[tuple[Measured, Measured]]) -> list[Reduction]:
    """办事环节, 提交材料, 办理时限: each matter's version of the baseline day against that of today."""
    return [
        Reduction("办事环节", *average_reduction((old.steps, new.steps) for old, new in pairs)),
        Reduction("提交材料", *average_reduction((old.papers, new.papers) for old, new in pairs)),
        Reduction("承诺时限", *average_reduction((old.days, new.days) for old, new in pairs)),
    ]


def online_ratio(on_application: int, online: int) -> Fraction:
    """网上可办率: of the matters applied for, those that can be applied for online."""
    return Fraction(online, on_application) if on_application else Fraction(0)
