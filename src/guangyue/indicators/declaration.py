"""目标 as documents set them, before there is a row: what a city declares of targets, parts and links."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from guangyue.gazette.document import Clause
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.judging import Strength
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.comparing.windows import Every


@dataclass(frozen=True)
class PartFact:
    """分解指标: which organisation, by its key; under which printed name; how much."""

    organisation: str
    name: str
    value: Decimal


@dataclass(frozen=True)
class TargetFact:
    """目标: one number of one clause. `reach` is of `Target.Reach`, `owner` the key of an organisation."""

    code: str
    indicator: str
    comparator: Comparator
    value: Decimal
    unit: str
    nature: Nature
    due: date
    cites: Clause
    upper: Decimal | None = None
    base_year: int | None = None
    total: int | None = None
    since: date | None = None
    every: Every = Every.ONCE
    strength: Strength = Strength.FIRM
    reach: str = "city"
    firm: str = ""
    condition: str = ""
    owner: str = ""
    file: str = ""
    lines: str = ""
    remark: str = ""
    parts: tuple[PartFact, ...] = ()


@dataclass(frozen=True)
class LinkFact:
    """关联 of two targets, by their codes; `kind` is of `TargetLink.Kind`."""

    one: str
    other: str
    kind: str
    said: str = ""


@dataclass(frozen=True)
class DemoFigure:
    """演示实际数: invented; of a target or, with the key of an organisation, of a part of it."""

    target: str
    on: date
    value: Decimal
    unit: str = ""
    organisation: str = ""
    base: bool = False
    evidenced: bool = True
    verified: bool = True
