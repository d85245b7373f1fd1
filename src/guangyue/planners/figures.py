"""报告的数字: what groups did in a time and which advice is open at its end; kept with a report as it was."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from guangyue.kit.clocks import SHANGHAI
from guangyue.planners import reckoning
from guangyue.planners.declared import pilot
from guangyue.planners.models import Advice, Group, Visit
from guangyue.planners.models.people import PlannerGroupQuerySet
from guangyue.planners.reckoning import Month, Visited


@dataclass(frozen=True)
class GroupLine:
    """A group in the time of a report."""

    area: str
    office: str
    visits: int
    days: int
    talks: int
    missed: int
    given: int
    done: int
    open: int


@dataclass(frozen=True)
class OpenLine:
    """未落实的意见建议, as it stood at the end of the time."""

    number: str
    area: str
    office: str
    topic: str
    state: str
    given_on: date
    due: date | None
    late: bool


@dataclass(frozen=True)
class Figures:
    """一段时间的数字."""

    since: date
    until: date
    groups: tuple[GroupLine, ...]
    open: tuple[OpenLine, ...]
    given: int
    accepted: int
    declined: int
    done: int

    @property
    def visits(self) -> int:
        return sum(one.visits for one in self.groups)

    @property
    def days(self) -> int:
        return sum(one.days for one in self.groups)

    @property
    def missed(self) -> int:
        return sum(one.missed for one in self.groups)

    @property
    def late(self) -> int:
        return sum(one.late for one in self.open)


def figures_of(groups: PlannerGroupQuerySet, since: date, until: date, *, on: date) -> Figures:
    """Of a time that may still run: then as it stands on a day."""
    rows = list(groups.select_related("area__office").order_by("area", "pk"))
    last = min(until, on)
    visits = _visits(rows, since, last)
    advice = list(_advice(rows, last))
    given = [one for one in advice if one.given_on >= since]
    states = _states(advice, last)
    open_now = [one for one in advice if states[one.pk] in Advice.OPEN]
    return Figures(
        since=since,
        until=until,
        groups=tuple(_line(group, visits[group.pk], given, open_now, states, since, last) for group in rows),
        open=tuple(_open_line(one, states[one.pk], last) for one in open_now),
        given=len(given),
        **_became(advice, since, last),
    )


def _visits(groups: Iterable[Group], since: date, until: date) -> Mapping[int, list[Visited]]:
    found: dict[int, list[Visited]] = defaultdict(list)
    for one in Visit.objects.made().filter(group__in=list(groups)).between(since, until):
        found[one.group_id].append(one.visited)
    return found


def _advice(groups: Iterable[Group], until: date) -> Iterable[Advice]:
    rows = Advice.objects.filter(group__in=list(groups), given_on__lte=until)
    return rows.select_related("group__area__office").prefetch_related("moves").order_by("given_on", "pk")


def _states(advice: Iterable[Advice], until: date) -> dict[int, str]:
    """How each stood at the end of the time: the last move by then that took it on."""
    end = datetime.combine(until, time.max, SHANGHAI)
    known = set(Advice.State.values)
    found = {}
    for one in advice:
        kinds = [move.kind for move in one.moves.all() if move.at <= end and move.kind in known]
        found[one.pk] = kinds[-1] if kinds else Advice.State.GIVEN
    return found


def _became(advice: Iterable[Advice], since: date, until: date) -> dict[str, int]:
    begin, end = (
        datetime.combine(since, time.min, SHANGHAI),
        datetime.combine(until, time.max, SHANGHAI),
    )
    kinds = Counter(move.kind for one in advice for move in one.moves.all() if begin <= move.at <= end)
    return {kind: kinds[kind] for kind in ("accepted", "declined", "done")}


def _line(
    group: Group,
    visits: list[Visited],
    given: list[Advice],
    open_now: list[Advice],
    states: Mapping[int, str],
    since: date,
    until: date,
) -> GroupLine:
    months = reckoning.month_states(visits, reckoning.months_between(since, until), on=until)
    own = [one for one in given if one.group_id == group.pk]
    settled = (Advice.State.DONE, Advice.State.REPORTED)
    return GroupLine(
        area=group.area.name,
        office=group.area.office.name,
        visits=len(visits),
        days=len(reckoning.service_days(visits, least=pilot().hours_of_a_day)),
        talks=sum(one.talked for one in visits),
        missed=sum(state in (Month.MISSED, Month.RUNNING) for state in months.values()),
        given=len(own),
        done=sum(states[one.pk] in settled for one in own),
        open=sum(one.group_id == group.pk for one in open_now),
    )


def _open_line(one: Advice, state: str, until: date) -> OpenLine:
    return OpenLine(
        number=one.number,
        area=one.group.area.name,
        office=one.group.area.office.name,
        topic=one.topic,
        state=Advice.State(state).label,
        given_on=one.given_on,
        due=one.answer_due,
        late=state == Advice.State.SENT and one.answer_due is not None and one.answer_due < until,
    )
