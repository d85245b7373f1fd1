"""What a document can demand of random inspections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.inspections.models import SpecialField


class Work(Enum):
    """What is done, and the page where it is seen."""

    ITEMS = "抽查事项清单", "inspections:public_items"
    POOLS = "两库", "inspections:subjects"
    PLANS = "年度抽查计划", "inspections:public_plans"
    DRAWS = "随机抽取", "inspections:draws"
    VISITS = "抽查检查", "inspections:visits"
    RESULTS = "抽查结果公示", "inspections:results"
    CLUES = "个案线索", "inspections:clues"
    DUTIES = "抽查责任", "inspections:duties"
    PROGRESS = "抽查进展", "inspections:dashboard"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class DrawAtRandom:
    """双随机: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Work
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, self.work.kind, self.title, key=self.work.name, url=reverse(self.work.page))

    def enact(self, at: datetime) -> None:
        """Lists, plans and batches are what the departments make of it."""


@dataclass(frozen=True)
class NameSpecialFields:
    """特殊重点领域: where there may be inspections without a draw; (key, name) of each."""

    fields: tuple[tuple[str, str], ...]
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        page = reverse("inspections:public_items")
        yield Runs(self.cites, "特殊重点领域", self.title, key="special", url=page)

    def enact(self, at: datetime) -> None:
        for key, name in self.fields:
            SpecialField.objects.update_or_create(key=key, defaults={"name": name})
