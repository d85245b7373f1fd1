"""How numbers of indicators are written."""

from decimal import Decimal

PERCENT = "%"
TEN_THOUSAND = "万"


def plain(value: Decimal | None) -> str:
    """12,800 and 0.6363, without the noughts that a database adds."""
    return "—" if value is None else f"{value.normalize():,f}"


def measured(value: Decimal | None, unit: str) -> str:
    """6.5%, 100 个; 4,650 人次 for 0.465 万人次."""
    if value is None:
        return "—"
    if unit.startswith(TEN_THOUSAND) and 0 < abs(value) < 1:
        value, unit = value * 10_000, unit.removeprefix(TEN_THOUSAND)
    return f"{plain(value)}{'' if unit == PERCENT else ' '}{unit}"
