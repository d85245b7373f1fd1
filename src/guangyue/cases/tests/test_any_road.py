"""Whatever people try with a case, in whatever order: it goes where its flow says, its clock is right, every
department is asked in its turn, and nobody decides what he brought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, DutyAfter, OpinionAsked, Phase, ReviewPoint
from guangyue.cases.models import Case, Opinion, PointResult
from guangyue.cases.services.opening import hand_in
from guangyue.cases.services.opinions import give_opinion
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.refusing import ask_to_refuse, decide_veto
from guangyue.cases.services.reviewing import settle_point
from guangyue.cases.services.transferring import transfer_case
from guangyue.cases.tests.counting import STANDING, Oracle
from guangyue.cases.tests.factories import AT, CLAUSE, ORDINARY, a_draft, a_matter, go, hand_over
from guangyue.cases.usual import Beside, usual_flow
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Level
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation

BEGIN = ("hand_in", "take_in")
ARROWS = sorted({arrow.key for arrow in ORDINARY.arrows} - set(BEGIN))
RIGHT = {arrow.key: arrow.by for arrow in ORDINARY.arrows}
DECLARED = {(arrow.key, since, arrow.to) for arrow in ORDINARY.arrows for since in arrow.since}
TWO_DAYS = Limit(2, Unit.WORKING_DAY)
ALONG = "along"  # a move that the step offers, whoever's it is
BESIDE = ("papers", "promise", "veto", "ruling", "opinion", "point", "transfer to", "slip")
BEHIND = (Actor.REVIEWER, Actor.DECIDER)

attempts = st.lists(
    st.tuples(
        st.sampled_from([*[ALONG] * len(ARROWS), *ARROWS, *BESIDE, *BESIDE]),
        st.sampled_from([None, None, None, None, *Actor]),  # mostly whoever may
        st.integers(0, 60),  # hours later
        st.booleans(),  # twice
        st.integers(0, 11),  # which of several
    ),
    min_size=5,
    max_size=30,
)
Attempts = Sequence[tuple[str, Actor | None, int, bool, int]]


def tries(*moves: str | tuple[str, int]) -> Attempts:
    """One after the other, twenty hours between, by whoever may."""
    whole = ((one, 0) if isinstance(one, str) else one for one in moves)
    return [(what, None, 20, False, which) for what, which in whole]


OPINIONS = (("opinion", 0), ("opinion", 1), ("opinion", 2))
FAILS, PASSES = ("point", 0), ("point", 1)
LONG = tries(
    *("accept", "extend", "begin_hearing", "end_special", *OPINIONS, FAILS, "return_to_front"),
    *("accept", PASSES, "propose", "send_back", "propose", "grant", "deliver", "slip"),
)
REFUSED = tries("accept", *OPINIONS, "propose_refusal", "refuse", "slip")
TOLD = tries("tell_missing", "papers", "complete", "accept", "withdraw")
ASKED = tries("accept", "ask_supplement", "supply")
UNITS = (("transfer to", 2), ("transfer to", 1), ("transfer to", 0))
ELSEWHERE = tries("accept", *UNITS, *OPINIONS, PASSES, "propose", "grant")
NOT_RECEIVED = tries("veto", ("ruling", 0), ("ruling", 2))


@dataclass(frozen=True)
class World:
    """Who acts, and what for: three departments, of which the last does not exercise the matter."""

    matter: Matter
    people: dict[Actor, User]
    units: list[Organisation]


@pytest.fixture
def world(departments: dict[str, Organisation], clerk: User, reviewer: User, decider: User) -> World:
    """Two departments are asked at once and the first again after both; a point, and a duty afterwards."""
    first, second, third = list(departments.values())[:3]
    beside = Beside(
        opinions=(
            OpinionAsked("fire", "消防意见", second.key, TWO_DAYS),
            OpinionAsked("health", "卫生意见", third.key, TWO_DAYS),
            OpinionAsked("site", "选址意见", second.key, TWO_DAYS, after=("fire", "health")),
        ),
        points=(ReviewPoint(1, "场所符合要求", ("review",)),),
        duties=(DutyAfter("file", "报送备案", TWO_DAYS),),
    )
    matter = a_matter(first, flow=usual_flow("joint", "并联流程", cites=CLAUSE, beside=beside))
    Exercise.objects.create(matter=matter, unit=second, region=second.region, level=Level.CITY.name)
    people = {Actor.CLERK: clerk, Actor.REVIEWER: reviewer, Actor.DECIDER: decider}
    return World(matter, people, [first, second, third])


def test_no_case_leaves_its_arrows_and_every_clock_is_right(world: World) -> None:
    reached: Counter[str] = Counter()

    @settings(max_examples=40, deadline=None)
    @given(tried=attempts, complete=st.booleans())
    @example(tried=LONG, complete=True)
    @example(tried=REFUSED, complete=True)
    @example(tried=TOLD, complete=False)
    @example(tried=ASKED, complete=True)
    @example(tried=ELSEWHERE, complete=True)
    @example(tried=NOT_RECEIVED, complete=True)
    def any_road(tried: Attempts, complete: bool) -> None:
        travel(world, tried, complete, reached)

    any_road()

    for road in (LONG, REFUSED, TOLD, ASKED, ELSEWHERE):
        assert {what for what, *_ in road if what in ARROWS} <= reached.keys()
    assert {"refuse_intake", "another unit", "a pause", "a later opinion", "a duty"} <= (+reached).keys()
    numbers = list(Case.objects.exclude(number="").values_list("number", flat=True))
    assert len(set(numbers)) == len(numbers)


def travel(world: World, tried: Attempts, complete: bool, reached: Counter[str]) -> None:
    case = a_draft(world.matter)
    if complete:
        give_papers(case, AT)
    hand_in(case=case, consent=True, by=world.people[Actor.CLERK], actor=Actor.CLERK, at=AT)
    oracle, at = Oracle(), AT
    for what, actor, hours, twice, which in tried:
        at += timedelta(hours=hours)
        for _ in range(1 + twice):
            before = state_of(case)
            try:
                attempt(case, what, actor, world, at, which)
            except Refused:
                assert state_of(case) == before
                reached["a refusal"] += 1
            check(case, oracle, world, before, at)
            reached.update(move.arrow for move in list(case.moves.all())[before.moves :])
            reached["another unit"] += case.unit_id != before.unit
    note(case, reached)


@dataclass(frozen=True)
class Standing:
    """All that an attempt which is refused must leave as it was."""

    step: str
    phase: Phase
    unit: int
    due: datetime | None
    stopped: datetime | None
    moves: int
    letters: int
    opinions: tuple[str, ...]
    results: int
    duties: int
    handed_over: bool


def state_of(case: Case) -> Standing:
    case.refresh_from_db()
    return Standing(
        step=case.step,
        phase=case.stands_in,
        unit=case.unit_id,
        due=case.due,
        stopped=case.stopped_at,
        moves=case.moves.count(),
        letters=case.letters.count(),
        opinions=tuple(case.opinions.values_list("outcome", flat=True)),
        results=case.point_results.count(),
        duties=case.duties.count(),
        handed_over=hasattr(Case.objects.get(pk=case.pk), "delivered"),
    )


def attempt(case: Case, what: str, actor: Actor | None, world: World, at: datetime, which: int) -> None:
    reviewer, clerk = world.people[Actor.REVIEWER], world.people[Actor.CLERK]
    match what:
        case "papers":
            give_papers(case, at)
        case "promise":
            promise_papers(case=case, codes=["plan"], on=local_day(at))
        case "veto":
            ask_to_refuse(case=case, reason="不在受理范围", by=clerk, at=at)
        case "ruling":
            for veto in case.vetoes.waiting():
                by = [*world.people.values()][which % 3]
                decide_veto(veto=veto, refuse=which % 2 == 0, said="依法", by=by, at=at)
        case "opinion":
            for opinion in list(case.opinions.all())[which % 3 :][:1]:
                outcome = [*Opinion.Said][which % 2]
                give_opinion(opinion=opinion, outcome=outcome, said="依法", by=reviewer, at=at)
        case "point":
            result = PointResult.Result.FAILED if which % 3 == 0 else PointResult.Result.PASSED
            settle_point(case=case, number=1, result=result, evidence="现场照片", by=reviewer, at=at)
        case "transfer to":
            transfer_case(case=case, to=world.units[which % 3], said="属于对方", by=reviewer, at=at)
        case "slip":
            hand_over(case, by=clerk, at=at)
        case _:
            move(case, what, actor, world, at, which)


def move(case: Case, what: str, actor: Actor | None, world: World, at: datetime, which: int) -> None:
    """By whoever it is for, or by whoever is named; now and then by the clerk in another's place."""
    offered = [arrow.key for arrow in case.flow.declared.arrows_from(case.step)]
    arrow = offered[which % len(offered)] if what == ALONG and offered else what
    actor = actor or RIGHT.get(arrow, Actor.CLERK)
    by = world.people[Actor.CLERK] if which == 11 and actor in BEHIND else world.people.get(actor)
    go(case, arrow, actor=actor, by=by, at=at, said="按规定办理")


def give_papers(case: Case, at: datetime) -> None:
    for paper in case.papers.missing():
        hand_in_paper(paper=paper, files=(), at=at, on_paper=True)


def check(case: Case, oracle: Oracle, world: World, before: Standing, at: datetime) -> None:
    case.refresh_from_db()
    today = at.astimezone(SHANGHAI).date()
    moves = list(case.moves.all())
    for move in moves[before.moves :]:
        assert not before.phase.closed
        assert (move.arrow, move.since, move.to) in DECLARED
        assert RIGHT[move.arrow] not in BEHIND or move.by != world.people[Actor.CLERK]
        oracle.follow(move.arrow, move.since, move.to, today)
    assert moves[-1].to == case.step
    assert [one.to for one in moves[:-1]] == [one.since for one in moves[1:]]
    assert case.is_closed == (case.closed_at is not None)
    check_clock(case, oracle, today)
    check_opinions(case)
    check_desk(case, world)
    made = {one.arrow for one in moves}
    assert case.duties.count() == ("grant" in made)
    assert state_of(case).handed_over == (case.stands_in is Phase.FINISHED)


def check_clock(case: Case, oracle: Oracle, today: date) -> None:
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


def check_opinions(case: Case) -> None:
    """Asked with the acceptance, or when those it waits for have answered; all of them before a proposal."""
    opinions = {one.key: one for one in case.opinions.all()}
    assert bool(opinions) == bool(case.accepted_at)
    for one in opinions.values():
        waits = [opinions[key] for key in one.after]
        assert (one.asked_at is not None) == all(other.given_at for other in waits)
        answered = [other.given_at for other in waits if other.given_at]
        assert one.asked_at is None or one.asked_at >= max(answered, default=AT)
    if case.step in ("decision", "delivery", "finished"):
        assert all(one.given_at for one in opinions.values())
    if case.is_closed:
        assert not case.opinions.filter(given_at=None, withdrawn_at=None).exists()


def check_desk(case: Case, world: World) -> None:
    """With whoever decides it; with nobody while it is the applicant's turn or over."""
    assert case.unit in world.units[:2]
    turn = case.at_step.actor is not Actor.APPLICANT and not case.is_closed
    assert case.desk_id == (case.unit_id if turn else None)


def note(case: Case, reached: Counter[str]) -> None:
    """What this road has shown, so that one sees which roads were tried."""
    shown = {
        "a pause": case.pauses.exists(),
        "a later opinion": case.opinions.filter(key="site").exclude(given_at=None).exists(),
        "a duty": case.duties.exists(),
    }
    reached.update(key for key, held in shown.items() if held)


def test_numbers_of_cases_are_never_given_twice(departments: dict[str, Organisation], clerk: User) -> None:
    matter = a_matter(next(iter(departments.values())))
    cases = [a_draft(matter) for _ in range(5)]
    for case in cases:
        hand_in(case=case, consent=True, by=clerk, actor=Actor.CLERK, at=AT)

    numbers = set(Case.objects.values_list("number", flat=True))

    assert len(numbers) == len(cases)
