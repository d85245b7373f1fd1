"""What the plan asks of catalogues, prepayments, targets and staff funds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from guangyue.kit.money import Money, Rounding
from guangyue.rules.symbols import percent
from liaocheng.documents import SKILLS_PLAN_ENDS
from liaocheng.skills_training.document import PLAN, TARGETS_2019

FRONT_LINE = Decimal("0.60")  # 六（二十三）


def prepayment_limit(expected: Money, *, on: date) -> Money:
    """三（十二）: sixty in a hundred while the plan runs, otherwise half."""
    running = PLAN.since <= on <= SKILLS_PLAN_ENDS
    return expected.times(percent(60) if running else percent(50), Rounding.AT_MOST)


def unequal_prices(rows: Iterable[Mapping[str, object]]) -> list[tuple[object, object]]:
    """五（二十一）: the occupations and levels that carry more than one price."""
    prices: dict[tuple[object, object], set[str]] = defaultdict(set)
    for row in rows:
        prices[row.get("occupation"), row.get("level")].add(str(row.get("price")))
    return [key for key, found in prices.items() if len(found) > 1]


def progress(done: Mapping[str, int]) -> dict[str, float]:
    """附件1: what each area has done of its target, to a hundredth."""
    return {area: round(people / TARGETS_2019[area], 2) for area, people in done.items()}


def front_line_share(*, total: Money, front_line: Money) -> Decimal:
    return Decimal(front_line.fen) / Decimal(total.fen)
