"""单位: only fixed factors lead from one unit to another; what cannot be is refused."""

from decimal import ROUND_CEILING, Decimal

from guangyue.indicators.comparing.natures import HUNDRED, Nature

FACTORS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
WHOLE = frozenset("个家户件项人座条所处套名场支张辆次") | {"人次"}
PERCENT = "%"
LARGEST = Decimal(10) ** 10


class OtherUnit(ValueError):
    """No fixed factor leads from the one to the other."""


class Impossible(ValueError):
    """No such number can be."""


def convert(value: Decimal, unit: str, *, to: str) -> Decimal:
    """万人次 → 人次 and the like; the same unit as it is."""
    factor, kind = _parted(unit)
    other, asked = _parted(to)
    if kind != asked:
        raise OtherUnit(f"单位应当是{to}，不能用{unit}填报")
    return value * factor / other


def check_possible(value: Decimal, *, unit: str, nature: Nature) -> None:
    """Shares lie between 0 and 100, counts are not negative, and what is counted one by one is whole."""
    if abs(value) >= LARGEST:
        raise Impossible("数字太大，请核对单位")
    if _is_share(unit, nature) and not 0 <= value <= HUNDRED:
        raise Impossible("比例应当在 0 到 100% 之间")
    if nature in (Nature.LEVEL, Nature.YEARLY, Nature.CUMULATIVE) and value < 0:
        raise Impossible("数量不能是负数")
    factor, kind = _parted(unit)
    if kind in WHOLE and nature.adds_up and value * factor % 1:
        raise Impossible(f"{kind}数应当是整数")


def needed(share: Decimal, total: int) -> int:
    """至少要多少个: that part of them, rounded up."""
    return int((share * total / HUNDRED).to_integral_value(ROUND_CEILING))


def _is_share(unit: str, nature: Nature) -> bool:
    """What is compared in points is reported as a share too."""
    return nature in (Nature.SHARE, Nature.POINTS) or (nature is Nature.EITHER and unit == PERCENT)


def _parted(unit: str) -> tuple[Decimal, str]:
    """The factor before a unit, and the unit itself."""
    factor = FACTORS.get(unit[:1])
    return (factor, unit[1:]) if factor and len(unit) > 1 else (Decimal(1), unit)
