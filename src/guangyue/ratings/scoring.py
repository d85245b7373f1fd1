"""评价等级 and the scores made of them: what counts, and when there are too few. Knows no database."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

LEAST_RATINGS = 10  # with fewer there is no score: nobody is judged by a handful
CHANGED_WITHIN = timedelta(days=10)  # a rating may be given anew, counted from the first
HUNDREDTH = Decimal("0.01")
THOUSANDTH = Decimal("0.001")


class Level(IntEnum):
    """评价等级."""

    VERY_GOOD = 5
    GOOD = 4
    FAIR = 3
    BAD = 2
    VERY_BAD = 1

    @property
    def title(self) -> str:
        return TITLES[self]

    @property
    def is_bad(self) -> bool:
        """差评."""
        return self <= Level.BAD


TITLES = {
    Level.VERY_GOOD: "非常满意",
    Level.GOOD: "满意",
    Level.FAIR: "基本满意",
    Level.BAD: "不满意",
    Level.VERY_BAD: "非常不满意",
}
LEVELS = tuple((int(level), title) for level, title in TITLES.items())


@dataclass(frozen=True)
class Score:
    """得分: of counted ratings alone. `many` of each level are kept, so that scores can be added up."""

    many: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)  # of levels 1 to 5

    @classmethod
    def of(cls, levels: Iterable[int]) -> "Score":
        many = [0, 0, 0, 0, 0]
        for level in levels:
            many[Level(level) - 1] += 1
        one, two, three, four, five = many
        return cls((one, two, three, four, five))

    def __add__(self, other: "Score") -> "Score":
        one, two, three, four, five = (
            mine + theirs for mine, theirs in zip(self.many, other.many, strict=True)
        )
        return Score((one, two, three, four, five))

    @property
    def counted(self) -> int:
        return sum(self.many)

    @property
    def bad(self) -> int:
        return sum(self.many[: Level.BAD])

    @property
    def mean(self) -> Decimal | None:
        """Of all that count, however few; None of nothing."""
        if not self.counted:
            return None
        total = sum(level * many for level, many in enumerate(self.many, start=1))
        return (Decimal(total) / self.counted).quantize(HUNDREDTH, ROUND_HALF_UP)

    @property
    def bad_rate(self) -> Decimal:
        """差评率, as a share of what counts."""
        return share(self.bad, self.counted)

    def is_rated(self, least: int = LEAST_RATINGS) -> bool:
        """样本足够."""
        return self.counted >= least

    def score(self, least: int = LEAST_RATINGS) -> Decimal | None:
        """得分: none, and not zero, where there are too few."""
        return self.mean if self.is_rated(least) else None

    def said(self, least: int = LEAST_RATINGS) -> str:
        """What a page writes."""
        score = self.score(least)
        return f"{score}" if score is not None else "样本不足，不计分"


def counted(levels: Iterable[int], *, untrue: Iterable[int]) -> list[int]:
    """What remains once those found untrue are set aside, one rating for each."""
    remaining = list(levels)
    for level in untrue:
        remaining.remove(level)
    return remaining


def share(part: int, whole: int) -> Decimal:
    """A share to the thousandth; of nothing it is nothing."""
    return (Decimal(part) / whole).quantize(THOUSANDTH, ROUND_HALF_UP) if whole else Decimal(0)


@dataclass(frozen=True)
class Given:
    """A rating as it was given."""

    level: int
    at: datetime


@dataclass(frozen=True)
class Standing:
    """What stands of several ratings of a case and an object: the first is kept, the last in time counts."""

    effective: Given
    first: Given
    late: tuple[Given, ...] = ()  # given too late to change anything


def standing(given: Sequence[Given]) -> Standing:
    first, *later = sorted(given, key=lambda one: one.at)
    in_time = [one for one in later if may_change(first.at, at=one.at)]
    return Standing(
        effective=in_time[-1] if in_time else first,
        first=first,
        late=tuple(one for one in later if one not in in_time),
    )


def may_change(first_at: datetime, *, at: datetime) -> bool:
    """改评: within ten days of the first."""
    return at - first_at <= CHANGED_WITHIN


def ranked(scores: Collection[tuple[str, Score]], least: int = LEAST_RATINGS) -> list[tuple[str, Score]]:
    """Best first; those with too few ratings have no rank."""
    rated = [(title, score) for title, score in scores if score.is_rated(least)]
    return sorted(rated, key=lambda one: (-(one[1].mean or Decimal(0)), one[1].bad_rate, one[0]))
