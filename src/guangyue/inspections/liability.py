"""尽职照单免责、失职照单问责 (三（二）): what the two lists make of the facts. Knows no database."""

from dataclasses import dataclass, field
from enum import Enum


class Exemption(Enum):
    """免责情形 (R19): of a unit that has a problem later."""

    CHECKED = "a", "按规定和计划履行了抽查检查职责"
    UNDETECTABLE = "b", "现有专业技术手段不能发现"
    NO_CAUSE = "c", "事故与抽查检查没有因果关系"
    FALSE_REPORT = "d", "受委托机构出具虚假报告"
    OTHER = "e", "其他依法依规不追究的"

    def __init__(self, letter: str, words: str) -> None:
        self.letter, self.words = letter, words


class Neglect(Enum):
    """问责情形 (R20); the first two only where it went badly."""

    NOT_CHECKED = "a", "未按要求抽查检查"
    NOT_PUBLISHED = "b", "未依法及时公示结果"
    NOT_TRANSFERRED = "c", "涉嫌犯罪未依法移送"
    DELAYED = "d", "不执行或者拖延执行抽查任务"
    FORMAL = "e", "走过场、搞形式主义"
    OTHER = "f", "其他依法依规应当追究的"

    def __init__(self, letter: str, words: str) -> None:
        self.letter, self.words = letter, words

    @property
    def asks_bad_result(self) -> bool:
        return self in (Neglect.NOT_CHECKED, Neglect.NOT_PUBLISHED)


class Liability(Enum):
    """结论: neither list fits, or one; where both do, neglect prevails and a person decides."""

    NONE = "不适用"
    EXEMPT = "免责"
    LIABLE = "问责"


@dataclass(frozen=True)
class Conduct:
    """情况: what is held of an office or an official in one affair."""

    exemptions: frozenset[Exemption] = frozenset()
    neglects: frozenset[Neglect] = frozenset()
    bad_result: bool = False


@dataclass(frozen=True)
class Judged:
    """照单: the conclusion with its grounds, in the order of the lists."""

    liability: Liability
    grounds: tuple[Exemption | Neglect, ...] = field(default=())
    contested: bool = False

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(ground.letter for ground in self.grounds)


def judge_conduct(conduct: Conduct) -> Judged:
    neglects = tuple(
        one for one in Neglect if one in conduct.neglects and (conduct.bad_result or not one.asks_bad_result)
    )
    exemptions = tuple(one for one in Exemption if one in conduct.exemptions)
    if neglects:
        return Judged(Liability.LIABLE, neglects, contested=bool(exemptions))
    if exemptions:
        return Judged(Liability.EXEMPT, exemptions)
    return Judged(Liability.NONE)
