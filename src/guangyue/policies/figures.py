"""参数表: the figures that stand, as rules look them up; and how a figure is read and said."""

from datetime import datetime
from fractions import Fraction

from guangyue.kit.money import Money
from guangyue.policies.models import FigureEntry
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.tree import MILLION, Kind
from guangyue.rules.wording import value_said
from guangyue.systems.offered import declared_figures


def standing_table(*, known_at: datetime) -> Table:
    """What was approved by that moment: a verdict of then is judged again with the figures of then."""
    kinds = {figure.key: figure.kind for figure in declared_figures().values()}
    standing = FigureEntry.objects.standing(known_at=known_at).select_related("region")
    return Table(entry_of(one, kinds[one.key]) for one in standing if one.key in kinds)


def entry_of(one: FigureEntry, kind: Kind) -> Entry:
    region = one.region.name if one.region else None
    return Entry(one.key, one.since, uncarried(kind, one.value), one.source, region)


def value_told(one: FigureEntry) -> str:
    """¥1,550, 60%; the end of a figure is said as such."""
    figures = declared_figures()
    return told(figures[one.key].kind if one.key in figures else Kind.NUMBER, one.value)


def told(kind: Kind, value: int | None) -> str:
    return "没有数值" if value is None else value_said(kind, value)


def uncarried(kind: Kind, value: int | None) -> Money | int | Fraction | None:
    """The value of what rules carry as a whole number."""
    if value is None or kind is Kind.NUMBER:
        return value
    return Money(value) if kind is Kind.MONEY else Fraction(value, MILLION)


def carried(value: Money | int | Fraction | None) -> int | None:
    match value:
        case Money():
            return value.fen
        case Fraction():
            return int(value * MILLION)
    return value
