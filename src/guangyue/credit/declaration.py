"""What documents say of credit, as values: kinds of records, measures and their law, classes, scales."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.organisations.facts import OrganisationFact

GENERAL = "general"
PUBLIC_MONEY = "申请财政性资金"  # the service that grants ask about before they give any


class Sense(Enum):
    """What a record says of its subject."""

    GOOD = "守信"
    NEUTRAL = "中性"
    BAD = "失信"


class Found(Enum):
    """认定情形: what must have been found before some kinds of records may be made."""

    DECEIT = "以虚报、隐瞒、欺骗等手段取得"
    PENALTY = "已经作出行政处罚决定"
    REFUSED_AGAIN = "教育以后仍然拒不改正"
    REVIEWED = "经过重大执法决定法制审核"


class Disclosed(Enum):
    """公开范围."""

    NOTHING = "不公开"
    NEEDED = "只公开依法应当公开的内容"
    WHOLE = "公开"


class ListKind(Enum):
    """名单: three of them, each made of records; the black one leads to the key one."""

    RED = "红名单"
    BLACK = "黑名单"
    KEY = "重点监管名单"


class Rank(Enum):
    """What alone may restrict a right: a document of the city may not."""

    LAW = "法律"
    REGULATION = "行政法规"
    LOCAL_LAW = "地方性法规"
    NATIONAL = "国家规定的清单和措施"
    PROVINCIAL = "省级规定的清单和措施"


class CreditClass(Enum):
    """信用等级."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True)
class Kind:
    """记录类别: which records there are, what must be found for one, how long it counts and who sees it.

    One of `only_if` must have been found, where any are named. Without `lasts_months` it stands until
    somebody ends it; it is public for `public_months`, or as long as it stands. Checks become `frequency`
    times as many.
    """

    key: str
    title: str
    sense: Sense
    sector: str = GENERAL
    only_if: tuple[Found, ...] = ()
    disclosed: Disclosed = Disclosed.NOTHING
    listed: ListKind | None = None
    public_months: int | None = None
    lasts_months: int | None = None
    repair_after_months: int = 0
    frequency: int = 1
    platform: str = ""


@dataclass(frozen=True)
class Basis:
    """法律依据 of a measure; the article where it rests on one of them."""

    rank: Rank
    title: str
    article: str = ""

    def __str__(self) -> str:
        return f"《{self.title}》{self.article}"


@dataclass(frozen=True)
class MeasureFact:
    """惩戒或者激励措施: what follows from records of these kinds, on which basis, by whom, for how long."""

    key: str
    title: str
    follows: tuple[str, ...]
    basis: Basis | None
    executor: OrganisationFact
    service: str = ""
    months: int | None = None
    favours: bool = False


@dataclass(frozen=True)
class Counted:
    """计分: what one record of a kind adds or takes, while its fact is not older than so many months."""

    kind: str
    points: int
    months: int = 36


@dataclass(frozen=True)
class GradingModel:
    """分级模型 of a sector: from what everybody starts with, up and down, and the least for A, B and C."""

    sector: str
    title: str
    version: int
    counted: tuple[Counted, ...]
    start: int = 80
    least: tuple[int, int, int] = (90, 70, 50)
    worst_at_once: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conduct:
    """不良行为: what costs how many points, and of whom alone it can be said, where not of everybody."""

    code: str
    title: str
    points: int
    of: str = ""
    cites: Clause | None = None

    def concerns(self, *traits: str) -> bool:
        return not self.of or self.of in traits

    def __str__(self) -> str:
        whose = f"{self.of}：" if self.of else ""
        return f"{whose}{self.title}（{self.points} 分）"


@dataclass(frozen=True)
class Scale:
    """记分标准: points by conduct, the limit at which a list is proposed, and how long points count.

    Points are records of the kind `scored`; at the limit somebody is proposed for the kind `proposed`.
    """

    key: str
    title: str
    scored: str
    proposed: str
    limit: int
    cycle_months: int
    conducts: tuple[Conduct, ...] = ()

    def conduct(self, code: str) -> Conduct | None:
        return next((one for one in self.conducts if one.code == code), None)


@dataclass(frozen=True)
class DemoRecord:
    """A record that the demonstration files so many times over the year before its day: of firms of the
    register, or of the one that is named with its code."""

    kind: str
    fact: str
    document: str
    unit: OrganisationFact
    many: int
    found: Found | None = None
    conduct: str = ""
    of: tuple[str, str] | None = None


def titles(kinds: Iterable[Enum]) -> list[tuple[str, str]]:
    """As choices of a field."""
    return [(one.name, one.value) for one in kinds]
