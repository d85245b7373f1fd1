"""减排证明 of the list as it stands: what it saves at a level, by list, by district and by sector."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import F, Sum
from django.db.models.expressions import CombinedExpression

from guangyue.alerts.models import ReductionBase, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.models.sources import LISTS, SourceQuerySet
from guangyue.alerts.plans import Level
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import (
    PERCENT,
    Asked,
    Emitted,
    ReductionProof,
    Saving,
    SourceList,
    by_source,
    percents_saved,
    prove,
)

UNSAID = "未填行业"

Kilograms = Mapping[Emitted, Decimal]


@dataclass(frozen=True)
class Part:
    """分解: what one list, district or sector contributes, in kilograms a day and in percent of the base."""

    title: str
    kilograms: Kilograms
    percents: Mapping[Emitted, Fraction]


@dataclass(frozen=True)
class ProvenList:
    """清单的减排证明 at a level, against the base of a year."""

    level: Level
    base: ReductionBase
    proof: ReductionProof
    lists: Sequence[Part]
    districts: Sequence[Part]
    sectors: Sequence[Part]

    def lacking(self, asked: Asked) -> Fraction:
        """差多少, in percent."""
        return max(Fraction(0), asked.percent - asked.saved)


def prove_list(level: Level, base: ReductionBase) -> ProvenList:
    """清单之和 ÷ 全社会排放量. Who is guaranteed goes on working, and counts for nothing."""
    rows = list(_savings(level))
    savings = [saving for row in rows for saving in row.savings]
    return ProvenList(
        level=level,
        base=base,
        proof=prove(level, percents_saved(base.totals, savings)),
        lists=[_part(source.value, kilograms, base) for source, kilograms in by_source(savings)],
        districts=_parts(((row.district, row.savings) for row in rows), base),
        sectors=_parts(((row.sector, row.savings) for row in rows), base),
    )


@dataclass(frozen=True)
class _Row:
    district: str
    sector: str
    savings: Sequence[Saving]


def _savings(level: Level) -> Iterator[_Row]:
    """By what the plan in use has a source do, or else by its own measure."""
    counted = Source.objects.abating().filter(listed=True, guaranteed=False)
    planned = counted.filter(planned_measures__level=level.key)
    own = counted.filter(level_measures__level=level.key).exclude(pk__in=planned.values("pk"))
    columns = COLUMNS.values()
    yield from _rows(planned, {column: F(f"planned_measures__{column}") * PERCENT for column in columns})
    yield from _rows(own, {column: F(column) * F(f"level_measures__{column}") for column in columns})


def _rows(sources: SourceQuerySet, saved: Mapping[str, CombinedExpression]) -> Iterator[_Row]:
    """One for each district, kind and sector: the database adds up, and exactly, a hundredfold."""
    places = sources.values("region__name", "kind", "industry").order_by("region", "kind", "industry")
    sums = {f"{column}_saved": Sum(amount) for column, amount in saved.items()}
    rows: Iterable[Mapping[str, Any]] = places.annotate(**sums)
    for row in rows:
        yield _Row(
            row["region__name"],
            row["industry"] or _sector_of(row["kind"]),
            [
                Saving(LISTS[RecipientKind[row["kind"]]], emitted, row[f"{column}_saved"] / PERCENT)
                for emitted, column in COLUMNS.items()
            ],
        )


def _sector_of(kind: str) -> str:
    of = RecipientKind[kind]
    return UNSAID if LISTS[of] is SourceList.INDUSTRIAL else of.value


def _parts(named: Iterable[tuple[str, Sequence[Saving]]], base: ReductionBase) -> list[Part]:
    """Who contributes most stands first."""
    sums: dict[str, dict[Emitted, Decimal]] = defaultdict(lambda: dict.fromkeys(Emitted, Decimal(0)))
    for title, savings in named:
        for saving in savings:
            sums[title][saving.emitted] += saving.kilograms
    parts = [_part(title, kilograms, base) for title, kilograms in sums.items()]
    return sorted(parts, key=lambda part: -sum(part.percents.values()))


def _part(title: str, kilograms: Kilograms, base: ReductionBase) -> Part:
    percents = {
        one: Fraction(kilograms[one]) * PERCENT / Fraction(total) if total else Fraction(0)
        for one, total in base.totals.items()
    }
    return Part(title, kilograms, percents)
