"""Whatever people try with a case, in whatever order: it goes where its flow says, and its clock is right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case
from guangyue.cases.services.opening import hand_in
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.refusing import ask_to_refuse, decide_veto
from guangyue.cases.tests.factories import AT, ORDINARY, a_draft, a_matter, go
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation

ARROWS = sorted({arrow.key for arrow in ORDINARY.arrows} - {"hand_in", "take_in"})
RIGHT = {arrow.key: arrow.by for arrow in ORDINARY.arrows}
DECLARED = {(arrow.key, since, arrow.to) for arrow in ORDINARY.arrows for since in arrow.since}
STANDING = {step.key for step in ORDINARY.steps if step.stands}
LIMIT, EXTENSION = 5, ORDINARY.extension_days

attempts = st.lists(
    st.tuples(
        st.sampled_from([*ARROWS, "ask_to_refuse", "decide_veto", "hand_in_papers", "promise"]),
        st.sampled_from([None, None, None, *Actor]),  # mostly whoever may
        st.integers(0, 60),  # hours later
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


@dataclass
class Oracle:
    """What the clock of the case should show, by counting days on one's fingers."""

    start: date | None = None
    extended: bool = False
    pauses: list[tuple[date, date | None]] = field(default_factory=list)

    def worked(self, day: date, today: date) -> bool:
        stood = any(since <= day < (until or today) for since, until in self.pauses)
        return chinese_calendar.is_workday(day) and not stood

    def used(self, today: date) -> int:
        assert self.start is not None
        days = (today - self.start).days
        return sum(self.worked(self.start + timedelta(days=number + 1), today) for number in range(days))

    def due(self, today: date) -> date:
        assert self.start is not None
        left, day = LIMIT + EXTENSION * self.extended, self.start
        while left:
            day += timedelta(days=1)
            left -= self.worked(day, today)
        return day

    def follow(self, arrow: str, since: str, to: str, today: date) -> None:
        if arrow in ("accept", "accept_deferred", "decide_at_once") and self.start is None:
            self.start = today
        if since in STANDING and to not in STANDING and self.pauses and self.pauses[-1][1] is None:
            self.pauses[-1] = (self.pauses[-1][0], today)
        if to in STANDING and self.start is not None:
            self.pauses.append((today, None))
        self.extended |= arrow == "extend"


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tried=attempts, complete=st.booleans())
def test_no_case_leaves_its_arrows_and_every_clock_is_right(
    tried: Sequence[tuple[str, Actor | None, int, bool]],
    complete: bool,
    matter: Matter,
    clerk: User,
    reviewer: User,
    decider: User,
) -> None:
    officials = {Actor.CLERK: clerk, Actor.REVIEWER: reviewer, Actor.DECIDER: decider}
    case = a_draft(matter)
    if complete:
        give_papers(case, AT)
    hand_in(case=case, consent=True, by=clerk, actor=Actor.CLERK, at=AT)
    case.refresh_from_db()
    oracle, at = Oracle(), AT

    for what, actor, hours, twice in tried:
        at += timedelta(hours=hours)
        for _ in range(1 + twice):
            before = state_of(case)
            try:
                attempt(case, what, actor or RIGHT.get(what, Actor.CLERK), officials, at)
            except Refused:
                assert state_of(case) == before
            else:
                assert not before.phase.closed or what not in ARROWS
            check(case, oracle, before.moves, at)
    numbers = list(Case.objects.exclude(number="").values_list("number", flat=True))
    assert len(set(numbers)) == len(numbers)


@dataclass(frozen=True)
class Standing:
    step: str
    phase: Phase
    due: datetime | None
    stopped: datetime | None
    moves: int
    letters: int


def state_of(case: Case) -> Standing:
    case.refresh_from_db()
    return Standing(
        case.step, case.stands_in, case.due, case.stopped_at, case.moves.count(), case.letters.count()
    )


def attempt(case: Case, what: str, actor: Actor, officials: dict[Actor, User], at: datetime) -> None:
    if what == "hand_in_papers":
        give_papers(case, at)
    elif what == "promise":
        promise_papers(case=case, codes=["plan"], on=local_day(at))
    elif what == "ask_to_refuse":
        ask_to_refuse(case=case, reason="不在受理范围", by=officials[Actor.CLERK], at=at)
    elif what == "decide_veto":
        for veto in case.vetoes.waiting():
            decide_veto(veto=veto, refuse=at.hour % 2 == 0, said="依法", by=officials[Actor.DECIDER], at=at)
    else:
        go(case, what, actor=actor, by=officials.get(actor), at=at, said="按规定办理")


def give_papers(case: Case, at: datetime) -> None:
    for paper in case.papers.missing():
        hand_in_paper(paper=paper, files=(), at=at, on_paper=True)


def check(case: Case, oracle: Oracle, before: int, at: datetime) -> None:
    case.refresh_from_db()
    today = at.astimezone(SHANGHAI).date()
    moves = list(case.moves.all())
    for move in moves[before:]:
        assert (move.arrow, move.since, move.to) in DECLARED
        oracle.follow(move.arrow, move.since, move.to, today)
    assert moves[-1].to == case.step
    assert [one.to for one in moves[:-1]] == [one.since for one in moves[1:]]
    if oracle.start is None:
        assert (case.due, case.stopped_at) == (None, None)
    elif case.stopped_at:
        ended = local_day(case.stopped_at)
        assert case.due is not None
        assert (local_day(case.due), case.used_days) == (oracle.due(ended), oracle.used(ended))
    elif case.step in STANDING:
        assert case.due is None
    else:
        assert case.due is not None
        assert local_day(case.due) == oracle.due(today)
    assert case.is_closed == (case.closed_at is not None)


def test_numbers_of_cases_are_never_given_twice(departments: dict[str, Organisation], clerk: User) -> None:
    matter = a_matter(next(iter(departments.values())))
    cases = [a_draft(matter) for _ in range(5)]
    for case in cases:
        hand_in(case=case, consent=True, by=clerk, actor=Actor.CLERK, at=AT)

    numbers = set(Case.objects.values_list("number", flat=True))

    assert len(numbers) == len(cases)
