"""解读要点: what an automatic reading finds in a clause, and in which words. Exact values, no floats."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

LONGEST = 300  # characters; what is longer is a misreading, and says nothing at a glance


class Field(Enum):
    """Where within a clause the words stand."""

    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"


@dataclass(frozen=True)
class Place:
    """出处: the words between `start` and `end` of one field of a clause."""

    path: str
    field: Field
    start: int
    end: int


class Purpose(Enum):
    """What a sum of money is there for."""

    PAID = "给付"
    THRESHOLD = "门槛"
    BUDGET = "安排"
    TARGET = "目标"
    FINE = "罚款"


class Bound(Enum):
    """Whether a number is meant exactly, as the most or as the least."""

    EXACT = ""
    MOST = "最高"
    LEAST = "最低"


class Unit(Enum):
    WORKING_DAYS = "个工作日"
    DAYS = "日"
    HOURS = "小时"
    MONTHS = "个月"
    YEARS = "年"


class Role(Enum):
    """What a body is to do about a clause."""

    LEADS = "牵头"
    ANSWERS = "责任"
    SUPPORTS = "配合"


@dataclass(frozen=True)
class Beneficiary:
    """适用对象."""

    who: str


@dataclass(frozen=True)
class Amount:
    """金额: `low` to `high` fen, or a `share` of something; one number is both ends."""

    low: int | None = None
    high: int | None = None
    share_from: Fraction | None = None  # 10%—30%
    share: Fraction | None = None
    of: str = ""  # what it is a share of
    per: str = ""  # 人, 户, 人每月
    bound: Bound = Bound.EXACT
    purpose: Purpose = Purpose.PAID


@dataclass(frozen=True)
class Deadline:
    """时限: a day, or so many units `after` something. What comes back every year has month and day alone, so
    its `due` is that of the document's own year."""

    due: date | None = None
    since: date | None = None
    count: int | None = None
    unit: Unit | None = None
    after: str = ""
    yearly: bool = False


@dataclass(frozen=True)
class Body:
    """责任单位, by its printed name."""

    name: str
    role: Role


@dataclass(frozen=True)
class Repeal:
    """废止文件, by its number or, where none is printed, its title."""

    number: str = ""
    title: str = ""


Meaning = Beneficiary | Amount | Deadline | Body | Repeal


@dataclass(frozen=True)
class Point:
    """一条要点: what was found, where, and in which words."""

    place: Place
    printed: str
    meaning: Meaning
