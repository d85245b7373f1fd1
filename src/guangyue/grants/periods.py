"""周期: whether two days fall into what one award stands for."""

from datetime import date

from guangyue.rules.authoring import MONTH, YEAR
from guangyue.systems.offered import offered_as


def same_period(code: str, one: date, other: date) -> bool:
    """Of a monthly benefit the same month, of a yearly one the same year, of any other always."""
    offered = offered_as(code)
    per = offered.versions[-1].per if offered else None
    if per is MONTH:
        return (one.year, one.month) == (other.year, other.month)
    return per is not YEAR or one.year == other.year
