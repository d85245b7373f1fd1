"""监管事项 as values: its kinds and stages, the points of a checklist. Knows no database."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.kit.limits import months_after

HALF_A_YEAR = 6  # months


class ItemKind(Enum):
    """监管方式: permits are linked to items, and are none themselves."""

    INSPECTION = "检查"
    PENALTY = "处罚"
    COERCION = "强制"
    OTHER = "其他"


class Stage(Enum):
    """监管环节: where in the life of what is supervised; of engineering projects all three are wanted."""

    BEFORE = "事前"
    DURING = "事中"
    AFTER = "事后"


class SubjectKind(Enum):
    """监管对象: an enterprise or a person by its identifier, or a place by its number."""

    FIRM = "经营主体"
    PERSON = "个人"
    PLACE = "场所"


@dataclass(frozen=True)
class Point:
    """检查要点: what is looked at, how, what is kept as evidence, and when it is in order."""

    title: str
    method: str = ""
    evidence: str = ""
    criteria: str = ""


@dataclass(frozen=True)
class SupervisionDuty:
    """监管职责: one item of a document, whoever leads it and whoever helps, in the document's own words."""

    number: int
    title: str
    led_by: tuple[str, ...]
    supported_by: tuple[str, ...]
    cites: Clause


@dataclass(frozen=True)
class Worked:
    """职责办理: how much was done for a duty in a period, and what was done last, be it before the period."""

    many: int = 0
    last: date | None = None
    what: str = ""

    def __add__(self, other: "Worked") -> "Worked":
        later = max(self, other, key=lambda one: one.last or date.min)
        return Worked(self.many + other.many, later.last, later.what)

    def is_quiet(self, on: date) -> bool:
        """Nothing was done in the half year that ends with a day."""
        return self.last is None or self.last <= months_after(on, -HALF_A_YEAR)


@dataclass(frozen=True)
class DemoItem:
    """演示事项: an item of the demonstration, by which office, and which matters it follows; `done_to` are
    those alone that acts under it are about, each by name and code."""

    code: str
    name: str
    office: str
    kind: ItemKind
    basis: str
    subjects: str
    points: tuple[Point, ...]
    frequency: str = "每年一次"
    stage: Stage = Stage.AFTER
    provincial_code: str = ""
    matters: tuple[str, ...] = ()
    done_to: tuple[tuple[str, str], ...] = ()
