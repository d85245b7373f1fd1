"""需求: signals of hardship go to the town, which looks; they are no push, and no grant."""

from collections.abc import Collection
from dataclasses import dataclass

TOWN = "乡镇"
MINIMUM_LIVING, TEMPORARY, DISASTER = "低保", "临时救助", "受灾"
MEDICAL, EDUCATION, EMPLOYMENT, HOUSING = "医疗", "教育", "就业", "住房"

# What each signal speaks of: the first word that is in it decides. What says only that somebody has no work,
# or no income, makes a need together with the others and adds no kind of its own.
SIGNALS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("失业保险金期满", "失业保险金停发", "失业保险期满", "不符合失业保险"), (MINIMUM_LIVING, TEMPORARY)),
    (("无就业", "未就业", "无收入"), ()),
    (("失业", "失去工作", "下岗", "裁员"), (EMPLOYMENT, TEMPORARY)),
    (("受灾", "火灾", "水灾", "洪涝", "地震", "灾害", "灾"), (DISASTER, TEMPORARY)),
    (("医疗", "大病", "重病", "重特大疾病", "疾病", "住院"), (MEDICAL, TEMPORARY)),
    (("教育", "学费"), (EDUCATION, TEMPORARY)),
    (("住房", "危房"), (HOUSING,)),
    (("突发", "交通事故", "意外"), (TEMPORARY,)),
    (("困难", "低收入"), (MINIMUM_LIVING, TEMPORARY)),
)


@dataclass(frozen=True)
class Need:
    """求助需求: who looks into it, and which kinds of assistance may fit (二)."""

    to: str
    kinds: tuple[str, ...]


def need_of(signals: Collection[str]) -> Need | None:
    """One need fans out to all that may fit; no signal, no need."""
    kinds = dict.fromkeys(kind for signal in signals for kind in kinds_of(signal))
    return Need(TOWN, tuple(kinds) or (TEMPORARY,)) if signals else None


def kinds_of(signal: str) -> tuple[str, ...]:
    return next((kinds for names, kinds in SIGNALS if any(name in signal for name in names)), ())
