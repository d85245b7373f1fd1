"""服务指南, always made from a situation as its version says it: five parts, and where to go."""

from dataclasses import dataclass
from datetime import date

from guangyue.matters.declaration import (
    Declaration,
    Explanation,
    Fee,
    LocalPart,
    Material,
    Source,
    Variant,
)
from guangyue.matters.models import Exercise, Matter, MatterVersion

COUNTER = "综合受理窗口"


@dataclass(frozen=True)
class Paper:
    """申报材料: one line of the list."""

    material: Material

    @property
    def kind(self) -> str:
        return "次要" if self.material.deferrable else "主要"

    @property
    def may_be_owed(self) -> str:
        one = self.material
        return f"可以容缺，{one.supply_days} 个工作日内补齐" if one.deferrable else "不可容缺"

    @property
    def whose(self) -> str:
        one = self.material
        if one.source is Source.APPLICANT:
            return "申请人提交"
        return f"不用提交，由{one.fetched_from}提供（{one.source.value}）"

    @property
    def count(self) -> str:
        if self.material.source is not Source.APPLICANT:
            return "—"
        parts = (("原件", self.material.originals), ("复印件", self.material.copies))
        return "、".join(f"{title} {count} 份" for title, count in parts if count) or "电子件"


@dataclass(frozen=True)
class Place:
    """在哪里办: a unit that exercises the matter, and what it says of its own."""

    exercise: Exercise
    local: LocalPart

    @property
    def region(self) -> str:
        return self.exercise.region.name

    @property
    def unit(self) -> str:
        return self.exercise.unit.name

    @property
    def where(self) -> str:
        return self.local.place or f"{self.region}政务服务大厅{COUNTER}"

    @property
    def promise(self) -> str:
        days = self.local.promised_days
        return f"本地承诺 {days} 个工作日" if days else ""


@dataclass(frozen=True)
class Guide:
    """服务指南 of a situation."""

    declared: Declaration
    variant: Variant

    @property
    def title(self) -> str:
        several = len(self.declared.variants) > 1
        return f"{self.declared.name}（{self.variant.title}）" if several else self.declared.name

    @property
    def conditions(self) -> list[str]:
        """受理条件: the matter's, and the situation's own."""
        return [said for said in (self.declared.conditions, self.variant.conditions) if said]

    @property
    def papers(self) -> list[Paper]:
        return [Paper(one) for one in self.declared.materials_of(self.variant)]

    @property
    def asked_for(self) -> list[Paper]:
        """What the applicant brings, and nothing that the city can fetch."""
        return [one for one in self.papers if one.material.source is Source.APPLICANT]

    @property
    def fetched(self) -> list[Paper]:
        return [one for one in self.papers if one.material.source is not Source.APPLICANT]

    @property
    def samples(self) -> list[Explanation]:
        """示范文本: of the situation, then of each paper."""
        of_papers = (
            Explanation(one.material.title, one.material.sample) for one in self.papers if one.material.sample
        )
        return [*self.variant.samples, *of_papers]

    @property
    def fees(self) -> tuple[Fee, ...]:
        return self.declared.fees

    @property
    def promised_days(self) -> int:
        return self.declared.promised(self.variant)

    @property
    def limits(self) -> str:
        statutory = self.declared.statutory_days
        law = f"；法定 {statutory} 个工作日" if statutory else ""
        return f"承诺 {self.promised_days} 个工作日{law}"

    @property
    def flow(self) -> str:
        return self.declared.flow_of(self.variant)


def places_of(matter: Matter, *, on: date) -> list[Place]:
    """各地在哪里办, the city first."""
    rows = matter.exercises.on(on).select_related("unit", "region").order_by("region__code", "unit")
    return [Place(one, one.own) for one in rows]


def version_shown(matter: Matter, number: str) -> MatterVersion | None:
    """The version asked for, where it was released; else the one in force."""
    if number.isdecimal():
        return matter.versions.released().filter(number=min(int(number), 2**31 - 1)).first()
    return matter.current
