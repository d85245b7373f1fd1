"""追责情形 as values: when a clause says that something follows, for whom, and what. Knows no database."""

from dataclasses import dataclass, field
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit, Unit

GOVERNMENT = "市政府"  # decides where a clause names nobody (补充规定)


class StepKind(Enum):
    """措施类别: what has to be done, once a step is decided, before it counts as carried out."""

    RECTIFICATION = "整改"
    CIRCULAR = "通报"
    INTERVIEW = "约谈"
    EXPOSURE = "曝光"
    SUPERVISION = "督办"
    APPRAISAL = "考核"
    CREDIT = "失信记录"
    RESTRICTION = "限批"
    DEDUCTION = "扣减"
    PENALTY = "处理"
    ACCOUNTABILITY = "问责"
    TRANSFER = "移送"

    @property
    def is_heard(self) -> bool:
        """陈述: the party speaks before it is decided (补充规定)."""
        return self in (StepKind.CIRCULAR, StepKind.INTERVIEW, StepKind.EXPOSURE)

    @property
    def has_days(self) -> bool:
        """It holds from a day to a day."""
        return self in (StepKind.RESTRICTION, StepKind.DEDUCTION)


class Party(Enum):
    """当事方: whom a clause names."""

    UNIT = "单位"
    HEAD = "主要负责人"
    OTHER = "企业、团队或者个人"


@dataclass(frozen=True)
class Step:
    """措施, in the words of the clause; one that is `last` never stands alone."""

    title: str
    kind: StepKind
    last: bool = False


@dataclass(frozen=True)
class Exemption:
    """免责情形: a fact that a document lists, for which nobody is called to account; `signs` are patterns by
    which a description of it is recognised, all of them."""

    key: str
    title: str
    cites: Clause
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Last:
    """排名末位: how many of a group are taken."""

    group: str
    many: int


@dataclass(frozen=True)
class Trigger:
    """追责情形: one clause that says what may follow from what.

    `grave` are steps that the clause keeps for grave cases; `either` when it says 或 between its steps;
    `sources` where facts of this kind come from, beside those entered by hand, if they are about the same
    document, `within` that part of it; `suspicion` when what is found may be a crime.
    """

    key: str
    cites: Clause
    lines: str
    conditions: tuple[str, ...]
    steps: tuple[Step, ...]
    who: str
    party: Party = Party.UNIT
    decider: str = GOVERNMENT
    campaign: str = ""
    within: str = ""
    grave: tuple[Step, ...] = ()
    either: bool = False
    lasts: tuple[Last, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    suspicion: bool = False
    sources: tuple[str, ...] = ()
    also: tuple[Clause, ...] = ()
    remark: str = ""

    def __str__(self) -> str:
        return f"{self.key} {self.condition}"

    @property
    def condition(self) -> str:
        return "、".join(self.conditions)

    @property
    def all_steps(self) -> tuple[Step, ...]:
        return (*self.steps, *self.grave)

    def takes(self, source: str, cites: Clause | None) -> bool:
        """Whether a fact of that source, about that clause, may meet the condition."""
        if source not in self.sources:
            return False
        return cites is None or (cites.number == self.cites.number and cites.path.startswith(self.within))

    def step(self, title: str) -> Step | None:
        return next((step for step in self.all_steps if step.title == title), None)


@dataclass(frozen=True)
class Customs:
    """补充规定 of the city, where no clause says how long."""

    decided_within: Limit = field(default=Limit(5, Unit.WORKING_DAY))
    heard_within: Limit = field(default=Limit(3, Unit.WORKING_DAY))
    tolerances: tuple[Exemption, ...] = ()


@dataclass(frozen=True)
class DemoCase:
    """演示事项: how far one of the demonstration has come. `days` ago it was proposed; what was not said did
    not happen."""

    trigger: str
    unit: str
    fact: str
    days: int
    steps: tuple[str, ...]
    ground: str = ""
    party: str = ""
    exemption: str = ""
    statement: str = ""
    decided: bool = False
    refused: str = ""
    promises: tuple[str, ...] = ()
    circular: str = ""  # internal, public: issued; draft
    restricted: str = ""  # what of, for three months
    transferred: str = ""
