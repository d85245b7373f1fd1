"""追责统计: what was proposed and decided in some days, by step, trigger, unit and county; always from the
rows, so that any number can be counted again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count

from guangyue.accountability.models import StepCase, TakenStep
from guangyue.kit.access import Scope
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation

OF_THE_CITY = "市直"


@dataclass(frozen=True)
class Figures:
    """数字 of some days."""

    proposed: int = 0
    decided: int = 0
    refused: int = 0
    exempt: int = 0
    steps: Mapping[str, int] = field(default_factory=dict)
    triggers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    counties: Mapping[str, int] = field(default_factory=dict)

    @property
    def taken(self) -> int:
        """Steps that were decided: a case may have several."""
        return sum(self.steps.values())

    def plain(self) -> dict[str, object]:
        return asdict(self)


def figures_of(since: date, until: date, *, scope: Scope) -> Figures:
    """Both days included."""
    cases = StepCase.objects.within(scope)
    days = (_start(since), _start(until + timedelta(days=1)))
    states = dict(
        cases.filter(decided_at__gte=days[0], decided_at__lt=days[1])
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    taken = list(
        TakenStep.objects.within(scope)
        .between(since, until)
        .order_by("pk")
        .select_related("case__unit__region")
    )
    state = StepCase.State
    return Figures(
        proposed=cases.filter(proposed_at__gte=days[0], proposed_at__lt=days[1]).count(),
        decided=states.get(state.DECIDED, 0) + states.get(state.FINISHED, 0),
        refused=states.get(state.REFUSED, 0),
        exempt=states.get(state.EXEMPT, 0),
        steps=_counted(step.title for step in taken),
        triggers=_counted(step.case.trigger_key for step in taken),
        units=_counted(step.case.unit.name for step in taken),
        counties=_counted(county_of(step.case.unit) for step in taken),
    )


def county_of(unit: Organisation) -> str:
    return unit.region.name if unit.region.of_county_level else OF_THE_CITY


def used(scope: Scope) -> Mapping[str, int]:
    """How often each trigger was proposed from."""
    rows = StepCase.objects.within(scope).order_by().values_list("trigger_key").annotate(Count("pk"))
    return dict(rows)


def _counted(names: Iterable[str]) -> dict[str, int]:
    """The most frequent first; among equals, as they came."""
    return dict(Counter(names).most_common())


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, SHANGHAI)
