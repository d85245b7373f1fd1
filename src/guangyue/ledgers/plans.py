"""整治方案 as a value: what a document says of a campaign, with its classes, fields, measures and limits.

Knows no database. `propose` reads the facts of one problem and says what the clauses ask of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit
from guangyue.ledgers.fields import Facts, LedgerField
from guangyue.organisations.facts import OrganisationFact


@dataclass(frozen=True)
class LongStop:
    """最迟期限: the day by which a clause wants it done; `reading` where the clause prints no day itself."""

    what: str
    on: date
    cites: Clause
    reading: bool = False

    @property
    def kind(self) -> str:
        return "读法" if self.reading else "印明"


@dataclass(frozen=True)
class Proposal:
    """整改建议: what the clauses ask of a problem, as far as its facts say. A person decides.

    `stops` bound the whole of it; `milestones` are days for one part of the work.
    """

    kind: str = ""
    measures: tuple[str, ...] = ()
    stops: tuple[LongStop, ...] = ()
    milestones: tuple[LongStop, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def long_stop(self) -> LongStop | None:
        """An earlier one governs."""
        return min(self.stops, key=lambda stop: stop.on, default=None)


@dataclass(frozen=True)
class Judged:
    """What is known of a problem, as `propose` is told."""

    kind: str
    zone: str
    source: str
    found_on: date
    facts: Facts = field(default_factory=dict)

    def said(self, key: str) -> str:
        value = self.facts.get(key)
        return "" if value is None else str(value)

    def holds(self, key: str) -> bool | None:
        """Whether it is so; None where nobody has said."""
        value = self.facts.get(key)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True)
class Completions:
    """补充规定: limits that no clause prints, set by the city so that nothing waits for ever."""

    registered_within: Limit
    drawn_up_within: Limit
    accepted_within: Limit
    tips_answered_within: Limit
    after_the_stop: int  # days that a problem has which is found, or found again, after its long-stop

    def told(self) -> tuple[tuple[str, str], ...]:
        return (
            ("发现问题以后登记", str(self.registered_within)),
            ("登记以后建齐四张清单", str(self.drawn_up_within)),
            ("申请以后现场验收", str(self.accepted_within)),
            ("群众举报答复", str(self.tips_answered_within)),
            ("最迟期限过后才发现或者复发的", f"{self.after_the_stop} 日内整改到位"),
        )


@dataclass(frozen=True)
class CampaignPlan:
    """整治方案: one campaign. Without `regions` it is the whole city's.

    `zones` are the parts in which a problem can lie, `checks` what must be at hand at the acceptance beside
    the result of each measure.
    """

    key: str
    title: str
    cites: Clause
    since: date
    until: date
    led_by: tuple[OrganisationFact, ...]
    classes: tuple[str, ...]
    sources: tuple[str, ...]
    measures: tuple[str, ...]
    propose: Callable[[Judged], Proposal]
    completions: Completions
    zones: tuple[str, ...] = ()
    zone_title: str = "分区"
    place_title: str = "地点"
    fields: tuple[LedgerField, ...] = ()
    checks: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    completed_by: tuple[str, ...] = ()  # our readings where the clause is silent

    def latest(self, proposal: Proposal, *, begun_on: date) -> date | None:
        """The last day a deadline may have. What is found when that has passed has a few days of its own."""
        stop = proposal.long_stop
        if stop is None or begun_on <= stop.on:
            return stop.on if stop else None
        return begun_on + timedelta(days=self.completions.after_the_stop)
