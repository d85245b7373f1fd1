"""赋权方式: what each way needs before acting, what it then allows, and in whose name. Knows no database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Mode(Enum):
    """赋权方式."""

    DELEGATED = "委托下放"
    REVIEW = "下放实质性审核权"
    INTAKE = "委托收件"
    DIRECT = "原直接实施"
    SAME_POWER = "市县同权沿用"
    OTHER = "其他方式"


class Act(Enum):
    """What is done with a power."""

    RECEIVE = "收件"
    REVIEW = "审核"
    DECIDE = "决定"


class Piece(Enum):
    """要件: what must be in place before anything is done."""

    AGREEMENT = "协议"
    SEAL = "二号章"
    PERMISSION = "平台权限"
    ANNOUNCEMENT = "公告"


class Part(Enum):
    """协议要素: what every agreement says."""

    BASIS = "依据"
    MATTERS = "事项"
    POWERS = "权限"
    DUTIES = "双方权利和义务"


class KitPart(Enum):
    """配套: what is made ready within the limit, beside the pieces."""

    HANDBOOK = "业务手册"
    GUIDE = "服务指南"
    SUPERVISION = "监管细则"
    POWER_LIST = "权责清单"
    SYSTEM = "事项系统调整"


@dataclass(frozen=True)
class Way:
    """A way of granting: its pieces and its kit, the acts of the undertaking body, and whether it decides in
    the department's name; what is decided in no name but its own is as it was before."""

    needs: tuple[Piece, ...]
    may: tuple[Act, ...]
    kit: tuple[KitPart, ...] = ()
    for_department: bool = False
    as_before: bool = False

    @property
    def in_own_name(self) -> bool:
        """Whether the undertaking body decides, and does so in no name but its own."""
        return Act.DECIDE in self.may and not self.for_department

    @property
    def scope(self) -> str:
        """权限 in a word: the furthest act."""
        return "原权限" if self.as_before else self.may[-1].value


WHOLE = (Act.RECEIVE, Act.REVIEW, Act.DECIDE)
PAPERS = (KitPart.HANDBOOK, KitPart.GUIDE)
LISTED = (KitPart.POWER_LIST, KitPart.SYSTEM)
WAYS = {
    Mode.DELEGATED: Way(
        needs=(Piece.AGREEMENT, Piece.SEAL, Piece.ANNOUNCEMENT),
        may=WHOLE,
        kit=(*PAPERS, KitPart.SUPERVISION, *LISTED),
        for_department=True,
    ),
    Mode.REVIEW: Way(
        needs=(Piece.PERMISSION, Piece.ANNOUNCEMENT),
        may=(Act.RECEIVE, Act.REVIEW),
        kit=(*PAPERS, *LISTED),
    ),
    Mode.INTAKE: Way(
        needs=(Piece.PERMISSION, Piece.ANNOUNCEMENT), may=(Act.RECEIVE,), kit=(*PAPERS, *LISTED)
    ),
    Mode.DIRECT: Way(needs=(), may=WHOLE, as_before=True),
    Mode.SAME_POWER: Way(needs=(), may=WHOLE, as_before=True),
    Mode.OTHER: Way(needs=(Piece.ANNOUNCEMENT,), may=WHOLE, kit=(*PAPERS, *LISTED)),
}
NEW_GRANTS = tuple(mode for mode, way in WAYS.items() if not way.as_before)


@dataclass(frozen=True)
class Ability:
    """Whether the undertaking body may act, how far, and what it still lacks."""

    may_act: bool
    scope: str
    missing: tuple[Piece, ...] = ()


def ability(mode: Mode, pieces: Collection[Piece]) -> Ability:
    """What holds with these pieces in place."""
    way = WAYS[mode]
    missing = tuple(piece for piece in way.needs if piece not in pieces)
    return Ability(not missing, way.scope, missing)


def missing_parts(said: Collection[Part]) -> tuple[Part, ...]:
    """What an agreement that says only this leaves out."""
    return tuple(part for part in Part if part not in said)


def by_agreement(*, reserved: bool, mode: Mode, reason: str) -> bool:
    """原则上委托: what the law reserves to the city is granted by agreement; another way needs its reason."""
    return not reserved or mode is Mode.DELEGATED or bool(reason.strip())


def finishes_in_zone(*, accepted_on: date | None, stopped_from: date) -> bool:
    """两剥离: what was accepted before the day is finished where it was accepted."""
    return accepted_on is not None and accepted_on < stopped_from
