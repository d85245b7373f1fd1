"""What a document can demand of targets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.indicators.comparing.judging import Standards
from guangyue.indicators.declaration import LinkFact, TargetFact
from guangyue.indicators.services.setting import link_targets, set_targets


@dataclass(frozen=True)
class SetTargets:
    """设定目标: the numbers that one clause promises."""

    facts: tuple[TargetFact, ...]
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        for fact in self.facts:
            url = reverse("indicators:public_target", args=[fact.code])
            yield Runs(self.cites, "目标指标", f"{fact.code} {fact.indicator}", key=fact.code, url=url)

    def enact(self, at: datetime) -> None:
        set_targets(facts=self.facts, at=at)


@dataclass(frozen=True)
class LinkTargets:
    """关联目标: what several documents say of similar things stands side by side."""

    links: tuple[LinkFact, ...]
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "指标对照", self.title, key="links", url=reverse("indicators:links"))

    def enact(self, at: datetime) -> None:
        link_targets(links=self.links)


class Following(Enum):
    """What is done with targets, and the page where it is seen."""

    EVALUATION = "指标评估", "indicators:evaluation"
    GAPS = "差距清单", "indicators:gap_lists"
    PUBLICATION = "指标公开", "indicators:public"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class FollowTargets:
    """跟踪目标: one of its works, asked for by the clause."""

    work: Following
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name.lower(), url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """It needs no row."""


@dataclass(frozen=True)
class JudgeTargets:
    """评判尺度 that no clause gives; the pages show them as 补充规定."""

    standards: Standards
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "评判尺度", self.title, key="standards", url=reverse("indicators:dashboard"))

    def enact(self, at: datetime) -> None:
        """Read from the declaration."""
