"""What a document can demand of alerts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from guangyue.alerts.plans import ResponsePlan
from guangyue.alerts.reduction.measures import AbatementScheme
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


@dataclass(frozen=True)
class WeighForecasts:
    """预警研判: every forecast is weighed by the levels of a plan."""

    plan: ResponsePlan
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        for level in self.plan.levels:
            yield Runs(level.cites, "预警级别", level.title, key=level.key)

    def enact(self, at: datetime) -> None:
        """A plan is weighed as it is declared."""


@dataclass(frozen=True)
class OrderMeasures:
    """应急减排: what everybody must do at a level, measure by measure and each by its own clause."""

    scheme: AbatementScheme
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        for measure in self.scheme.measures:
            for level, step in measure.steps.items():
                yield Runs(step.cites, "减排措施", measure.title, key=f"{measure.code}-{level}")

    def enact(self, at: datetime) -> None:
        """Orders follow from the scheme as it is declared."""


@dataclass(frozen=True)
class HoldTo:
    """预警规则: a limit, a ratio or a condition that is judged by itself, with the clause that sets it."""

    key: str
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "预警规则", self.title, key=self.key)

    def enact(self, at: datetime) -> None:
        """It holds from the first day."""
