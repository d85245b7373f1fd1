"""应急减排措施 as a city declares them: for whom, how strictly, and what is to be done at which level."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.organisations.facts import OrganisationFact

WHOLE = 100  # percent of the lines: they stop


class Force(Enum):
    """措施性质: of what people are told for their health, of what they are asked, of what they must do."""

    HEALTH = "公众防护"
    ADVICE = "倡议性"
    COMPULSORY = "强制性"
    GUIDING = "指导性"


class RecipientKind(Enum):
    """措施对象."""

    PUBLIC = "公众"
    SCHOOL = "学校、幼儿园"
    HOSPITAL = "医疗卫生机构"
    ORGANISER = "大型户外活动举办单位"
    ENTERPRISE = "工业企业"
    SITE = "施工工地"
    HAULIER = "物流等大宗运输单位"
    VEHICLE_OWNER = "车辆所有人"
    STREET_CLEANING = "道路保洁单位"
    PUBLIC_TRANSPORT = "公共交通企业"


class Trait(Enum):
    """What makes a recipient one of those a measure is meant for, or spares it."""

    UNLISTED = "未列入应急减排清单"
    GUARANTEED = "保障类"
    MICRO = "小微涉气企业"
    BULK_HAULAGE = "日常车辆进出量超过规定的大宗运输单位"
    PEOPLES_SUPPLY = "民生保障类物流"


@dataclass(frozen=True)
class Step:
    """At one level: what is done, in words; of the lines so many percent at least, where a share is asked.

    `rotates` says that the enterprises of a county may take turns, `single_line_rotates` that those of one
    line may; `exempt` who is spared, told by papers and not by the list. With `reaching` it is done only
    where a day mean reaches that.
    """

    does: str
    cites: Clause
    lines: int | None = None
    rotates: bool = False
    single_line_rotates: bool = False
    exempt: str = ""
    reaching: int | None = None


@dataclass(frozen=True)
class Measure:
    """减排措施: by the key of the level what it asks; a level that is not there asks nothing.

    It concerns recipients of these kinds; where sectors are named, only those with one of them, as an
    industry or as a process; of those whoever has all traits of `only` and none of `spares`. A graded one is
    met by each as its grade allows.
    """

    code: str
    title: str
    force: Force
    kinds: tuple[RecipientKind, ...]
    steps: Mapping[str, Step]
    sectors: tuple[str, ...] = ()
    only: tuple[Trait, ...] = ()
    spares: tuple[Trait, ...] = ()
    graded: bool = False
    done_by: tuple[OrganisationFact, ...] = ()


@dataclass(frozen=True)
class AbatementScheme:
    """减排方案: the industries that are graded, all measures, and the numbers that stand beside them."""

    industries: tuple[str, ...]
    measures: tuple[Measure, ...]
    haulage_trips: int
    most_batches: int
    treatment_hours: int
    proof_months: int
    micro_kilograms: int

    def measure(self, code: str) -> Measure:
        return next(measure for measure in self.measures if measure.code == code)
