"""评价方式 and what must be open to a matter: the five ways of the clause. Knows no database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

COVERED_FROM = date(2019, 12, 31)  # 聊政办字〔2019〕35号 二（十一）


class Way(Enum):
    """评价方式."""

    WEB = "网页"
    TEXT = "短信"
    DEVICE = "评价器"
    CARD = "评议卡"
    CODE = "二维码"


WAYS = tuple((way.name, way.value) for way in Way)
IN_HALLS = tuple(Way)
ONLINE = (Way.WEB, Way.TEXT, Way.CODE)  # a card and a device exist only in halls


@dataclass(frozen=True)
class Covered:
    """覆盖: which of the ways that a matter must have are missing."""

    missing: tuple[Way, ...]

    @property
    def compliant(self) -> bool:
        return not self.missing


def required_ways(*, in_hall: bool) -> tuple[Way, ...]:
    return IN_HALLS if in_hall else ONLINE


def covered(*, open_ways: Collection[Way], in_hall: bool, on: date) -> Covered:
    """Before the day that the clause sets, nothing is missing yet."""
    if on < COVERED_FROM:
        return Covered(())
    return Covered(tuple(way for way in required_ways(in_hall=in_hall) if way not in open_ways))
