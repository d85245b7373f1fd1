"""What a document can demand of cases: that they travel a declared road, and are handled in a certain way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.cases.flow import Flow
from guangyue.cases.services.flows import enact_flow
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


@dataclass(frozen=True)
class TravelFlow:
    """办理流程: the steps and the only moves between them; each clause a step or a move cites runs in it."""

    flow: Flow
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        page = reverse("cases:flow", args=[self.flow.key])
        yield Runs(self.cites, "流程", self.flow.title, key=self.flow.key, url=page)
        for key, title, cites in self._parts():
            if cites:
                said = f"{self.flow.title}：{title}"
                yield Runs(cites, "流程", said, key=f"{self.flow.key} {key}", url=page)

    def _parts(self) -> Iterator[tuple[str, str, Clause | None]]:
        flow = self.flow
        yield from ((step.key, step.title, step.cites) for step in flow.steps)
        yield from ((arrow.key, arrow.title, arrow.cites) for arrow in flow.arrows)
        yield from ((opinion.key, opinion.title, opinion.cites) for opinion in flow.opinions)
        yield from ((str(point.number), point.title, point.cites) for point in flow.points)
        yield from ((duty.key, duty.title, duty.cites) for duty in flow.duties)

    def enact(self, at: datetime) -> None:
        enact_flow(flow=self.flow, at=at)


class Handling(Enum):
    """What is done with every case, whatever its flow, and the page where it is seen."""

    WINDOW = "综合窗口", "cases:window"
    HELPING = "帮办代办", "cases:helping"
    REUSING = "材料复用", "cases:own_cases"
    TRACING = "限时办结", "cases:reports"
    PUBLISHING = "办件公示", "cases:public"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class HandleCases:
    """办件方式: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Handling
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The pages and the timetable do it from the first day."""
