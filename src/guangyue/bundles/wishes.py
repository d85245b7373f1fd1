"""What a document can demand of themes beside offering one: data brought together, matters taken in, a number
of them. They are kept nowhere: whoever asks reads them off what the city declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.urls import reverse

from guangyue.bundles.design import Counts, DataBundle, Included
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


@dataclass(frozen=True)
class GatherData:
    """数据集: what a theme fetches and does not ask for, once the source is connected."""

    bundle: DataBundle
    title: str

    @property
    def cites(self) -> Clause:
        return self.bundle.cites

    def runs(self) -> Iterator[Runs]:
        page = reverse("bundles:data_demands")
        yield Runs(self.cites, "数据需求", self.title, key=self.bundle.theme, url=page)

    def enact(self, at: datetime) -> None:
        """Nothing to be laid down: connecting a source is noted when it happens."""


@dataclass(frozen=True)
class IncludeMatters:
    """应当纳入: matters that a theme must combine."""

    included: Included

    @property
    def cites(self) -> Clause:
        return self.included.cites

    def runs(self) -> Iterator[Runs]:
        page = reverse("bundles:compliance")
        yield Runs(self.cites, "主题要求", self.included.title, key=self.included.theme, url=page)

    def enact(self, at: datetime) -> None:
        """Nothing to be laid down: the page of compliance holds the themes against it."""


@dataclass(frozen=True)
class CountThemes:
    """主题计划: so many themes for enterprises and for the public by a day, beside the menus."""

    target: Counts
    until: date
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "主题计划", self.title, key="plan", url=reverse("bundles:compliance"))

    def enact(self, at: datetime) -> None:
        """Nothing to be laid down: the page of compliance counts the themes against it."""


class Serving(Enum):
    """办事方式: what people and departments find, and the name of the page where they find it."""

    CATALOGUE = "bundles:catalogue"
    PROPOSING = "bundles:proposing"
    OWN = "bundles:own_bundles"


@dataclass(frozen=True)
class ServeThemes:
    """主题服务: that themes are found, proposed and applied for in this way."""

    serving: Serving
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(
            self.cites, "主题服务", self.title, key=self.serving.name.lower(), url=reverse(self.serving.value)
        )

    def enact(self, at: datetime) -> None:
        """Nothing to be laid down: the pages are there."""
