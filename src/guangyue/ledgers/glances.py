"""What the frames show of problems: what waits for whom, figures for chiefs, problems by number and name."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI, Clock, Due, Reading
from guangyue.kit.limits import Limit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.kit.workdays import Calendar
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import WRITABLE, State
from guangyue.ledgers.lights import NEAR, told_due
from guangyue.ledgers.models import Problem, Sampled, Tip
from guangyue.ledgers.models.problems import ProblemQuerySet
from guangyue.ledgers.permissions import CLEAR_PROBLEMS, INSPECT_PROBLEMS, RECTIFY_PROBLEMS, SEE_PROBLEMS
from guangyue.ledgers.statistics import counts_by_region, rate_map, together
from guangyue.systems.today import day_of_the_city, moment_of_the_city

MOST_TODOS = 50


@needs(RECTIFY_PROBLEMS)
def problems_to_draw_up(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Without their four lists; how long that may take is a completion of the city's."""
    calendar = HolidayNotice.objects.calendar()
    waiting = Problem.objects.within(scope).filter(state__in=[one.name for one in WRITABLE])
    for problem in waiting.order_by("begun_on", "pk").for_list()[:MOST_TODOS]:
        begun = datetime.combine(problem.begun_on, time(), SHANGHAI)
        limit = campaign_plans()[problem.campaign_id].completions.drawn_up_within
        yield _todo(problem, "待建四张清单", since=begun, clock=_clock(limit, begun, calendar))


@needs(RECTIFY_PROBLEMS)
def problems_to_rectify(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Under way, and due soon or overdue."""
    on = day_of_the_city()
    states = (State.LISTED.name, State.IN_WORK.name)
    waiting = Problem.objects.within(scope).filter(state__in=states, due__lte=on + NEAR)
    for problem in waiting.order_by("due", "pk").for_list()[:MOST_TODOS]:
        yield _todo(problem, "整改到期", since=problem.registered_at, clock=_until_due(problem, on=on))


@needs(CLEAR_PROBLEMS)
def lists_to_approve(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for problem in _led_by(user, scope).filter(state=State.DRAWN_UP.name)[:MOST_TODOS]:
        yield _todo(problem, "待审核的四张清单", since=problem.applied_at or at)


@needs(CLEAR_PROBLEMS)
def problems_to_accept(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """To be looked at on the spot, then to be signed off."""
    calendar = HolidayNotice.objects.calendar()
    for problem in _led_by(user, scope).filter(state=State.APPLIED.name)[:MOST_TODOS]:
        asked = problem.applied_at or at
        limit = campaign_plans()[problem.campaign_id].completions.accepted_within
        yield _todo(problem, "待现场验收", since=asked, clock=_clock(limit, asked, calendar))
    for problem in _led_by(user, scope).filter(state=State.PASSED.name)[:MOST_TODOS]:
        yield _todo(problem, "待销号", since=problem.applied_at or at)


@needs(INSPECT_PROBLEMS)
def samples_to_make(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Sampled.objects.within(scope).waiting().select_related("sampling", "problem")
    for sampled in waiting.order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="待抽查的问题",
            title=str(sampled.problem),
            link=sampled.get_absolute_url(),
            since=sampled.sampling.at,
            detail=str(sampled.sampling),
        )


@needs(INSPECT_PROBLEMS)
def tips_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By number and place; what was reported is read where it may be read."""
    calendar = HolidayNotice.objects.calendar()
    limit = next(iter(campaign_plans().values())).completions.tips_answered_within
    for tip in Tip.objects.within(scope).open().select_related("region").order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="群众举报待答复",
            title=tip.number,
            link=tip.get_absolute_url(),
            since=tip.received_at,
            detail=f"{tip.region} {tip.place}",
            clock=_clock(limit, tip.received_at, calendar),
        )


def problems_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    rows = Problem.objects.within(scope)
    counts = counts_by_region(rows, on=on)
    whole = together(counts)
    page = reverse("ledgers:campaigns")
    detail = f"已销号 {whole.signed_off:,} 个，复发过 {whole.reopened:,} 个"
    yield Figure("整改问题", whole.registered - whole.merged, "个", "list-check", link=page, detail=detail)
    late = f"{reverse('ledgers:problems')}?light=RED"
    yield Figure("逾期没有整改到位", whole.overdue, "个", "clock-exclamation", link=late)
    yield rate_map(counts)


@needs(SEE_PROBLEMS)
def find_problems(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(number=words.upper()) | Q(old_number=words) | Q(subject__startswith=words)
    for problem in Problem.objects.within(scope).filter(named).for_list()[:most]:
        detail = f"{problem.campaign} · {problem.region} · {problem.get_state_display()}"
        yield Found("整改问题", str(problem), problem.get_absolute_url(), detail)


def _led_by(user: User, scope: Scope) -> ProblemQuerySet:
    led = Problem.objects.within(scope).filter(campaign__leads=user.organisation_id)
    return led.exclude(applied_by=user).order_by("applied_at", "pk").for_list()


def _todo(problem: Problem, kind: str, *, since: datetime, clock: Reading | None = None) -> Todo:
    return Todo(
        kind=kind,
        title=str(problem),
        link=problem.get_absolute_url(),
        since=since,
        detail=f"{problem.campaign} · {problem.region}",
        clock=clock,
    )


def _clock(limit: Limit, since: datetime, calendar: Calendar) -> Reading:
    return Clock(limit, since).read(calendar, at=moment_of_the_city())


def _until_due(problem: Problem, *, on: date) -> Reading | None:
    light, words = told_due(problem, on=on)
    if light is None or problem.due is None:
        return None
    return Reading(light, words, Due(datetime.combine(problem.due, time.max, SHANGHAI), provisional=False))
