"""试行 as values: what the clauses ask of planners and groups, and what was settled beside them. Knows no
database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit


class Home(Enum):
    """来自: where a planner comes from; a group has one of each."""

    FIRST_TIER = "一线城市"
    LOCAL = "本市"


class AreaType(Enum):
    """片区类型: what a group is to look at in the first place follows from it."""

    HISTORIC = "历史街区"
    BUILT = "已建城区"
    NEW = "新建城区"


class Qualification(Enum):
    """任职条件: one of these is enough."""

    SENIOR_TITLE = "规划建筑等相关专业高级职称"
    REGISTERED_ARCHITECT = "一级注册建筑师"
    REGISTERED_PLANNER = "注册规划师"


class Work(Enum):
    """工作内容: what a visit is for."""

    SURVEY = "调研摸底"
    INFORM = "上传下达"
    ADVISE = "技术咨询"
    EVALUATE = "规划评估"
    PUBLICISE = "总结宣传"


class Author(Enum):
    """Who owes a report."""

    OFFICE = "主管部门"
    TEAM = "责任规划师团队"
    DISTRICT = "区政府（管委会）"


@dataclass(frozen=True)
class Focus:
    """工作重点 of one type of area."""

    kind: AreaType
    words: str
    cites: Clause


@dataclass(frozen=True)
class PilotArea:
    """责任片区: a street or a park that the clause names. `region` is where it lies, `office` who governs it
    and carries out what is advised."""

    key: str
    name: str
    region: str
    office: str
    kind: AreaType


@dataclass(frozen=True)
class ReportTerm:
    """报告: who reports to whom, and every how many months."""

    key: str
    title: str
    author: Author
    to: str
    months: int
    cites: Clause


@dataclass(frozen=True)
class Completion:
    """补充规定: what no clause says and the work needs; the city can set it otherwise."""

    title: str
    said: str
    why: str


@dataclass(frozen=True)
class Pilot:
    """试行: since when and until when, who may be a planner, how often a group comes, who reports."""

    cites: Clause
    since: date
    until: date
    office: str  # who organises it
    seats: tuple[Home, ...]
    qualifications: tuple[Qualification, ...]
    first_tier: tuple[str, ...]
    institution_grade: str
    term_years: int
    days_a_year: int
    hours_of_a_day: int
    answered_within: Limit
    reminded_before: int
    fewest_marks: int  # below so many the mean of evaluations would say who gave them
    areas: tuple[PilotArea, ...]
    focuses: tuple[Focus, ...]
    reports: tuple[ReportTerm, ...]
    completions: tuple[Completion, ...]

    def holds_on(self, day: date) -> bool:
        return self.since <= day <= self.until

    def is_eligible(self, held: Collection[Qualification]) -> bool:
        return any(one in self.qualifications for one in held)

    def is_complete(self, seated: Collection[Home]) -> bool:
        """成组: each seat is taken, and none twice."""
        return sorted(one.name for one in seated) == sorted(one.name for one in self.seats)

    def focus_of(self, kind: AreaType) -> Focus:
        return next(one for one in self.focuses if one.kind is kind)

    def report(self, key: str) -> ReportTerm:
        return next(one for one in self.reports if one.key == key)
