"""What a document can demand of cases: that they travel a declared road."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

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
        yield Runs(self.cites, "流程", self.flow.title, key=self.flow.key)
        for key, title, cites in self._parts():
            if cites:
                yield Runs(cites, "流程", f"{self.flow.title}：{title}", key=f"{self.flow.key} {key}")

    def _parts(self) -> Iterator[tuple[str, str, Clause | None]]:
        flow = self.flow
        yield from ((step.key, step.title, step.cites) for step in flow.steps)
        yield from ((arrow.key, arrow.title, arrow.cites) for arrow in flow.arrows)
        yield from ((opinion.key, opinion.title, opinion.cites) for opinion in flow.opinions)
        yield from ((str(point.number), point.title, point.cites) for point in flow.points)
        yield from ((duty.key, duty.title, duty.cites) for duty in flow.duties)

    def enact(self, at: datetime) -> None:
        enact_flow(flow=self.flow, at=at)
