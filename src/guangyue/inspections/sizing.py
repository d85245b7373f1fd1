"""抽取数量和抽取权重: how many are drawn (R3, R4), and with which chances (R9, R10). Knows no database."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from guangyue.inspections.kinds import Class, ItemKind
from guangyue.inspections.refusals import BadTerms

WHOLE = Decimal(1)

# Ours: the clauses ask for different chances and name none. Published with every batch.
USUAL_WEIGHTS: Mapping[str, int] = {"A": 1, "B": 2, "C": 4, "D": 8, "": 2}
WORST = Class.D


def check_cap(kind: ItemKind, cap: Decimal | None) -> None:
    """重点检查事项 have no upper limit, 一般检查事项 must have one (二（二）1)."""
    if kind is ItemKind.KEY and cap is not None:
        raise BadTerms("R3", "重点检查事项的抽查比例不设上限。", field="ratio_cap")
    if kind is ItemKind.GENERAL and cap is None:
        raise BadTerms("R3", "一般检查事项要设抽查比例上限。", field="ratio_cap")
    if cap is not None and not 0 < cap < WHOLE:
        raise BadTerms("R3", "抽查比例上限应当大于 0、小于 100%。", field="ratio_cap")


def check_ratio(kind: ItemKind, ratio: Decimal, cap: Decimal | None) -> None:
    if not 0 < ratio <= WHOLE:
        raise BadTerms("R4", "抽查比例应当大于 0，不超过 100%。", field="ratio")
    if kind is ItemKind.KEY:
        return
    if ratio == WHOLE:
        raise BadTerms("R4", "只有重点检查事项可以全部检查。", field="ratio")
    if cap is not None and ratio > cap:
        raise BadTerms("R3", f"抽查比例超过了这个事项的上限 {percent(cap)}。", field="ratio")


def sample_size(kind: ItemKind, ratio: Decimal, active: int) -> int:
    """重点 is rounded up, 一般 down; of anything there is, at least one."""
    if active == 0:
        return 0
    rounding = ROUND_CEILING if kind is ItemKind.KEY else ROUND_FLOOR
    return max(1, int((ratio * active).to_integral_value(rounding=rounding)))


def check_weights(weights: Mapping[str, int]) -> None:
    """Nobody is exempt from the draw: a weight is a whole number of at least one."""
    if set(weights) != set(USUAL_WEIGHTS):
        raise BadTerms("R9", "权重要对 A、B、C、D 四级和未分级都有规定。", field="weights")
    if any(type(weight) is not int or weight < 1 for weight in weights.values()):
        raise BadTerms("R9", "权重应当是不小于 1 的整数，没有谁可以免于抽取。", field="weights")


def weight_of(weights: Mapping[str, int], class_name: str, *, frequency: int = 1) -> int:
    """By class; and who is to be checked so many times as often weighs so many times as much."""
    return weights[class_name] * frequency


def class_of(risk: str, credit: str) -> str:
    """The worse of the two; empty where neither is known."""
    return max(risk, credit)


def is_visited_enough(kind: ItemKind, *, visited_this_year: bool, class_name: str) -> bool:
    """R10: who was visited under an item this year is left out of its 一般 batches, unless his class is D."""
    return kind is ItemKind.GENERAL and visited_this_year and class_name != WORST.name


def percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
