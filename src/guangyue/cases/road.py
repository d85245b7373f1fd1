"""办件的路: the stops a case has passed, the one where it is, and those ahead, each with its clock.

Knows no database: `pictures.road_of_case` reads one from the rows of a case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from guangyue.cases.flow import CLOSED, Actor, Flow, Phase, Step
from guangyue.gazette.document import Clause
from guangyue.kit.clocks import Clock, Reading, local_day
from guangyue.kit.workdays import Calendar


class Stage(Enum):
    """How a stop looks on the road."""

    DONE = "已过"
    NOW = "现在"
    AHEAD = "还没到"
    GOOD = "办结"
    BAD = "终止"


@dataclass(frozen=True)
class Deed:
    """做了什么: a move as the road tells it: `since` one step `to` another, by whom, in whose office. What
    was said is for the applicant too where it is `told`."""

    title: str
    since: str
    to: str
    at: datetime
    who: str = ""
    officer: str = ""
    said: str = ""
    told: bool = False


@dataclass(frozen=True)
class Stop:
    """一站: a step, who has the case there, from when to when, what was done there at the end, and `beside`
    that before: a case that was transferred, a limit that was extended."""

    key: str
    title: str
    stage: Stage
    who: str
    since: datetime | None = None
    until: datetime | None = None
    days: int | None = None  # worked days it lasted
    reading: Reading | None = None
    expected: str = ""
    deed: Deed | None = None
    beside: tuple[Deed, ...] = ()
    cites: Clause | None = None


@dataclass(frozen=True)
class Way:
    """What a road is drawn from; `clock` is the case's own, while it runs or stands."""

    flow: Flow
    step: str
    opened_at: datetime
    deeds: Sequence[Deed] = ()
    clock: Clock | None = None
    promised_days: int = 0
    who_has_it: str = ""
    offices: Mapping[str, str] | None = None  # what the organisations that steps name are called


def road(way: Way, *, calendar: Calendar, at: datetime) -> tuple[Stop, ...]:
    """From where the case began to where it should end."""
    passed, beside = _passed(way, calendar)
    here = _here(way, passed[-1].until if passed else way.opened_at, calendar, at)
    return (*passed, replace(here, beside=beside), *_ahead(way, at, calendar))


def draw_flow(flow: Flow, *, offices: Mapping[str, str] | None = None) -> tuple[Stop, ...]:
    """The road of a flow on which nothing travels yet."""
    return tuple(
        Stop(
            key, step.title, Stage.AHEAD, _office(step, offices), expected=_own_limit(step), cites=step.cites
        )
        for key, step in ((key, flow.step(key)) for key in flow.road)
    )


def _passed(way: Way, calendar: Calendar) -> tuple[list[Stop], tuple[Deed, ...]]:
    """Each deed ends the stop from which it led away; one that changed nothing of where the case stands is
    told beside the stop in which it happened, of which the last has not ended."""
    since, stops, beside = way.opened_at, list[Stop](), list[Deed]()
    for deed in way.deeds:
        if deed.since == deed.to:
            beside.append(deed)
            continue
        step = way.flow.step(deed.since)
        stop = Stop(
            key=step.key,
            title=step.title,
            stage=Stage.DONE,
            who=deed.who or _office(step, way.offices),
            since=since,
            until=deed.at,
            days=calendar.working_days(after=local_day(since), through=local_day(deed.at)),
            deed=deed,
            beside=tuple(beside),
            cites=step.cites,
        )
        stops.append(stop)
        since, beside = deed.at, []
    return stops, tuple(beside)


def _here(way: Way, since: datetime | None, calendar: Calendar, at: datetime) -> Stop:
    step = way.flow.step(way.step)
    here = Stop(
        key=step.key,
        title=step.title,
        stage=Stage.NOW,
        who=way.who_has_it or _office(step, way.offices),
        since=since,
        cites=step.cites,
    )
    if step.phase in CLOSED:
        good = step.phase is Phase.FINISHED
        return replace(here, stage=Stage.GOOD if good else Stage.BAD, who="")
    return replace(here, reading=_reading(way, step, since, calendar, at))


def _reading(
    way: Way, step: Step, since: datetime | None, calendar: Calendar, at: datetime
) -> Reading | None:
    """The step's own clock where it has a limit of its own, else the clock of the case."""
    if step.limit and since and not step.stands:
        return Clock(step.limit, since).read(calendar, at=at)
    return way.clock.read(calendar, at=at) if way.clock else None


def _ahead(way: Way, at: datetime, calendar: Calendar) -> Iterator[Stop]:
    last_within = _last_within_promise(way.flow)
    for step in way.flow.ahead_of(way.step):
        expected = _own_limit(step)
        if step.key == last_within:
            expected = _promise(way, at, calendar) or expected
        yield Stop(
            key=step.key,
            title=step.title,
            stage=Stage.AHEAD,
            who=_office(step, way.offices),
            expected=expected,
            cites=step.cites,
        )


def _promise(way: Way, at: datetime, calendar: Calendar) -> str:
    if way.clock is None:
        return f"受理后 {way.promised_days} 个工作日内" if way.promised_days else ""
    day = local_day(way.clock.due(calendar, at=at).moment)
    return f"最迟 {day.month} 月 {day.day} 日"


def _last_within_promise(flow: Flow) -> str:
    """The last step of the road at which the clock of the case still runs: that where it is decided."""
    within = [key for key in flow.road if flow.step(key).phase in (Phase.RECEIVED, Phase.UNDER_WAY)]
    return within[-1] if within else ""


def _own_limit(step: Step) -> str:
    return f"{step.limit}内" if step.limit else ""


def _office(step: Step, offices: Mapping[str, str] | None) -> str:
    """Who has a case at the step: the organisation it names, or what whoever acts there is called."""
    if step.phase in CLOSED:
        return ""
    named = (offices or {}).get(step.office, "")
    return named or ("" if step.actor is Actor.SYSTEM else step.actor.value)


def narrowed(stops: Iterable[Stop]) -> list[Stop]:
    """Of stops that were passed more than once, only the last time: what a line of dots has room for."""
    last: dict[str, Stop] = {}
    for stop in stops:
        last.pop(stop.key, None)
        last[stop.key] = stop
    return list(last.values())
