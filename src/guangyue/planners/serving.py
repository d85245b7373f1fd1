"""一年的服务: what the visits of groups come to, read from their rows whenever it is asked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.kit.money import Money
from guangyue.planners import reckoning
from guangyue.planners.declared import pilot
from guangyue.planners.models import Deduction, Group, Visit
from guangyue.planners.models.people import PlannerGroupQuerySet
from guangyue.planners.reckoning import Counted, Month, Visited


@dataclass(frozen=True)
class ServedYear:
    """A group in a year: months as they stand, what is counted of the months that are over, and the money."""

    group: Group
    year: int
    since: date
    until: date  # of the months that are over
    ends: date  # of the group's part of the year
    months: Mapping[date, Month]
    counted: Counted
    fee: Money
    settled: Deduction | None

    @property
    def amount(self) -> Money:
        return reckoning.deduct(self.fee, self.counted)

    @property
    def is_over(self) -> bool:
        return self.until >= self.ends

    @property
    def agrees(self) -> bool:
        """Whether the visits still say what was settled."""
        return self.settled is None or self.settled.amount == self.amount

    @property
    def missed(self) -> list[date]:
        return [first for first, state in self.months.items() if state is Month.MISSED]

    @property
    def without_talk(self) -> list[date]:
        return [first for first, state in self.months.items() if state is Month.NO_TALK]


def pilot_years(on: date) -> list[int]:
    """The years of the pilot that have begun, the newest first."""
    terms = pilot()
    last = max(min(on, terms.until), terms.since)
    return list(range(last.year, terms.since.year - 1, -1))


def served_year(group: Group, year: int, *, on: date) -> ServedYear:
    return _reckon(
        group, _visits([group], year)[group.pk], year, group.deductions.filter(year=year).first(), on
    )


def served_years(groups: PlannerGroupQuerySet, year: int, *, on: date) -> list[ServedYear]:
    rows = list(groups.select_related("area__office", "contract").order_by("area", "pk"))
    visits = _visits(rows, year)
    settled = {one.group_id: one for one in Deduction.objects.filter(group__in=rows, year=year)}
    return [_reckon(group, visits[group.pk], year, settled.get(group.pk), on) for group in rows]


def _visits(groups: Sequence[Group], year: int) -> dict[int, list[Visited]]:
    found: dict[int, list[Visited]] = defaultdict(list)
    rows = Visit.objects.made().filter(group__in=groups, day__year=year)
    for one in rows:
        found[one.group_id].append(one.visited)
    return found


def _reckon(
    group: Group, visits: Sequence[Visited], year: int, settled: Deduction | None, on: date
) -> ServedYear:
    terms = pilot()
    begins = max(terms.since, group.since.replace(day=1))
    since, ends = reckoning.year_within(year, begins, terms.until)
    until = reckoning.whole_months_until(since, ends, on=on)
    counted = reckoning.count(visits, since=since, until=until, pilot=terms)
    return ServedYear(
        group=group,
        year=year,
        since=since,
        until=until,
        ends=ends,
        months=reckoning.month_states(visits, reckoning.months_between(since, ends), on=on),
        counted=counted,
        fee=reckoning.fee_of_months(group.contract.group_fee, counted.months),
        settled=settled,
    )
