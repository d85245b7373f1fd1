"""事实: the kinds of things the city knows, and the one department that owns each (一数一源)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.registries.shapes import Plain, Shape


class About(Enum):
    """What a fact is about; the value is the field of `Fact` that leads there."""

    PERSON = "person"
    HOUSEHOLD = "household"
    FIRM = "firm"
    PLACE = "place"


class Sensitivity(IntEnum):
    """敏感程度: who may see it."""

    OPEN = 1  # anyone
    PERSONAL = 2  # those concerned, and officials who say for what
    SENSITIVE = 3  # those concerned, and the department that owns it

    @property
    def title(self) -> str:
        return {1: "可以公开", 2: "个人信息", 3: "敏感个人信息"}[self]


class Unknown(Enum):
    """不详: no value is known, which is not the same as none."""

    UNKNOWN = "待核实"

    def __str__(self) -> str:
        return self.value


UNKNOWN = Unknown.UNKNOWN


@dataclass(frozen=True)
class FactKind:
    """事实种类: what is known, its owner (the key of an organisation) and the register it comes from.

    `absent` is what it means that the register holds nothing: a register of the disabled says by its silence
    that a person is not disabled; a register of wages says nothing. `column` is the field of the person,
    household, firm or place that always holds the present value. Of a kind with `several`, a person may have
    many at once.
    """

    about: About
    key: str
    title: str
    shape: Shape
    owner: str
    source: str
    sensitivity: Sensitivity = Sensitivity.PERSONAL
    absent: Plain | Unknown = UNKNOWN
    column: str = ""
    several: bool = False

    @property
    def code(self) -> str:
        """person.wage: the kind's name among the kinds of all subjects."""
        return f"{self.about.value}.{self.key}"

    def show(self, value: Plain | Unknown) -> str:
        return str(UNKNOWN) if value is None or value is UNKNOWN else self.shape.show(value)


@cache
def kinds() -> Mapping[tuple[About, str], FactKind]:
    """The city's kinds of facts, in the order declared."""
    declared: tuple[FactKind, ...] = import_string(settings.GUANGYUE_FACTS)
    return {(kind.about, kind.key): kind for kind in declared}


def kinds_about(about: About) -> list[FactKind]:
    return [kind for kind in kinds().values() if kind.about is about]


def kind_of(about: About, key: str) -> FactKind:
    return kinds()[about, key]
