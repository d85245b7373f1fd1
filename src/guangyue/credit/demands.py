"""What a document can demand of credit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.credit.declaration import GradingModel, Kind, MeasureFact, Scale
from guangyue.credit.services.declaring import (
    declare_kind,
    declare_model,
    declare_scale,
    switch_on_measure,
)
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


class Keeping(Enum):
    """What is done with credit, and the page where it is seen."""

    RECORDS = "信用记录", "credit:records"
    PUBLICATION = "信用公示", "credit:public"
    APPEALS = "异议修复", "credit:appeals"
    QUERIES = "信用查询", "credit:queries"
    CONSENTS = "授权查询", "credit:bank"
    STATISTICS = "信用统计", "credit:statistics"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class KeepCredit:
    """信用: one of its works, asked for by the clause. It is there from the first day."""

    work: Keeping
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, self.work.kind, self.title, key=self.work.name, url=reverse(self.work.page))

    def enact(self, at: datetime) -> None:
        """The pages take records as they are."""


@dataclass(frozen=True)
class RecordConduct:
    """信用记录: facts of this kind are recorded of whom they are about."""

    kind: Kind
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "信用记录", self.kind.title, key=self.kind.key, url=reverse("credit:public"))

    def enact(self, at: datetime) -> None:
        declare_kind(kind=self.kind, cites=self.cites)


@dataclass(frozen=True)
class ApplyMeasure:
    """联合奖惩: what follows from records, on a basis of its own; the clause alone would not be enough."""

    fact: MeasureFact
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "信用措施", self.fact.title, key=self.fact.key, url=reverse("credit:measures"))

    def enact(self, at: datetime) -> None:
        switch_on_measure(fact=self.fact, cites=self.cites)


@dataclass(frozen=True)
class GradeSubjects:
    """信用分级 of a sector, each month and by this model."""

    model: GradingModel
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        model = self.model
        yield Runs(self.cites, "信用分级", model.title, key=model.sector, url=reverse("credit:measures"))

    def enact(self, at: datetime) -> None:
        declare_model(model=self.model, cites=self.cites, at=at)


@dataclass(frozen=True)
class KeepScore:
    """记分: points for conduct, by a scale that only ever proposes."""

    scale: Scale
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "记分", self.scale.title, key=self.scale.key, url=reverse("credit:measures"))

    def enact(self, at: datetime) -> None:
        declare_scale(scale=self.scale, cites=self.cites, at=at)
