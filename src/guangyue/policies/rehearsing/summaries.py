"""预演结果: who gains, who loses, and what it costs, as one value for a page, a table and a file.

People are counted once, however many policies change for them; one who gains by a policy and loses by another
is among both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from guangyue.kit.money import Money
from guangyue.rules.comparing import CHANGED, MONTH, Change
from guangyue.rules.offers import Audience

PERSON, FIRM = (one.name.lower() for one in (Audience.PERSON, Audience.FIRM))
UNITS = {PERSON: "人", FIRM: "户"}
# 元, from above the first up to the second
BANDS = ((0, 100), (100, 500), (500, 1000), (1000, 5000), (5000, 20_000), (20_000, None))
FEN = 100
COUNTED = (*CHANGED, Change.UNDECIDED)


@dataclass(frozen=True)
class Row:
    """Of a district, a policy or all: whom it changes for, and what it costs over the months, in 分."""

    key: str
    gained: int
    lost: int
    more: int
    less: int
    undecided: int
    before: int
    after: int

    @property
    def difference(self) -> Money:
        return Money(self.after - self.before)


@dataclass(frozen=True)
class Cell:
    """What one district costs in one month, monthly or once, and how many have it."""

    district: str
    month: str
    monthly: bool
    had: int
    has: int
    before: int
    after: int

    @property
    def difference(self) -> Money:
        return Money(self.after - self.before)


@dataclass(frozen=True)
class Bar:
    """How many people's money changes by so much over the months."""

    label: str
    people: int


@dataclass(frozen=True)
class Summary:
    """`kinds` by persons and firms; what is paid monthly and what is paid once apart, in 分."""

    kinds: tuple[Row, ...]
    districts: tuple[Row, ...]
    policies: tuple[Row, ...]
    cells: tuple[Cell, ...]
    spread: tuple[Bar, ...]
    monthly: int
    once: int

    def written(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "Summary":
        return cls(
            kinds=tuple(Row(**one) for one in said["kinds"]),
            districts=tuple(Row(**one) for one in said["districts"]),
            policies=tuple(Row(**one) for one in said["policies"]),
            cells=tuple(Cell(**one) for one in said["cells"]),
            spread=tuple(Bar(**one) for one in said["spread"]),
            monthly=said["monthly"],
            once=said["once"],
        )

    @property
    def difference(self) -> Money:
        """Over all the months."""
        return Money(sum(one.after - one.before for one in self.kinds))

    def by_place(self) -> dict[tuple[str, str], int]:
        """What changes in each district and month, in 分."""
        found: dict[tuple[str, str], int] = {}
        for one in self.cells:
            place = one.district, one.month
            found[place] = found.get(place, 0) + one.after - one.before
        return found

    def headline(self, months: int) -> str:
        """新增 312 人，减少 5 人，平均每月多支出 18.6 万元."""
        said = [
            *self._people("新增", "gained"),
            *self._people("减少", "lost"),
            *self._people("提高", "more"),
            *self._people("降低", "less"),
            *_money("平均每月", round(self.monthly / months)),
            *_money("一次性", self.once),
        ]
        return "，".join(said) + "。" if said else "没有人因此增加或者减少。"

    def _people(self, word: str, change: str) -> list[str]:
        counted = [(getattr(one, change), UNITS[one.key]) for one in self.kinds]
        many = "、".join(f"{number:,} {unit}" for number, unit in counted if number)
        return [f"{word} {many}"] if many else []


def summarised(cases: pl.DataFrame, sums: pl.DataFrame) -> Summary:
    """Of all buckets together; `cases` without those that stay the same."""
    homes = cases.group_by("kind", "payee").agg(pl.col("district").sort().first())
    settled = cases.drop("district").join(homes, on=["kind", "payee"])
    money = sums.with_columns(difference=pl.col("after") - pl.col("before"))
    paid = {
        monthly: int(money.filter(pl.col("monthly") == monthly)["difference"].sum())
        for monthly in (True, False)
    }
    return Summary(
        kinds=_rows("kind", settled, sums, (PERSON, FIRM)),
        districts=_rows("district", settled, sums),
        policies=_rows("code", settled, sums),
        cells=_cells(sums),
        spread=_spread(settled),
        monthly=paid[True],
        once=paid[False],
    )


def money_said(fen: int) -> str:
    """18.6 万元, 1,234.50 元."""
    yuan = Money(abs(fen))
    if yuan.fen >= 10_000 * FEN:
        return f"{yuan.fen / (10_000 * FEN):,.1f}".removesuffix(".0") + " 万元"
    return f"{yuan.fen / FEN:,.2f}".removesuffix(".00") + " 元"


def _money(when: str, fen: int) -> list[str]:
    return [f"{when}{'多' if fen > 0 else '少'}支出 {money_said(fen)}"] if fen else []


def _rows(by: str, cases: pl.DataFrame, sums: pl.DataFrame, keys: Sequence[str] = ()) -> tuple[Row, ...]:
    people = cases.group_by(by, "change").agg(pl.struct("kind", "payee").n_unique().alias("many"))
    counted = {(key, change): many for key, change, many in people.iter_rows()}
    money = sums.group_by(by).agg(pl.col("before").sum(), pl.col("after").sum())
    paid = {key: (before, after) for key, before, after in money.iter_rows()}
    named = keys or sorted({key for key, _ in counted} | paid.keys())
    return tuple(
        Row(
            key,
            **{one.name.lower(): counted.get((key, one.name), 0) for one in COUNTED},
            before=paid.get(key, (0, 0))[0],
            after=paid.get(key, (0, 0))[1],
        )
        for key in named
    )


def _cells(sums: pl.DataFrame) -> tuple[Cell, ...]:
    counted = sums.group_by("district", MONTH, "monthly").agg(
        pl.col(name).sum() for name in ("had", "has", "before", "after")
    )
    ordered = counted.sort(MONTH, "district", "monthly").with_columns(pl.col(MONTH).dt.strftime("%Y-%m"))
    return tuple(Cell(*row) for row in ordered.iter_rows())


def _spread(cases: pl.DataFrame) -> tuple[Bar, ...]:
    """By how much it changes for each, over all policies and months, from the most that is lost."""
    each = (
        cases.filter(pl.col("change").is_in([one.name for one in CHANGED]))
        .group_by("kind", "payee")
        .agg(difference=(pl.col("after") - pl.col("before")).sum())["difference"]
    )
    less = [_bar("少", -each, *band) for band in reversed(BANDS)]
    more = [_bar("多", each, *band) for band in BANDS]
    return (*less, *more)


def _bar(word: str, sizes: pl.Series, least: int, most: int | None) -> Bar:
    within = sizes > least * FEN
    if most is None:
        return Bar(f"{word} {least:,} 以上", int(within.sum()))
    label = f"{word} {least:,}–{most:,}" if least else f"{word} {most:,} 以内"
    return Bar(label, int((within & (sizes <= most * FEN)).sum()))
