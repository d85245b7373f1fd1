"""A case of the demonstration for each whom a visitor steps in as: it waits for that very person's unit."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.cases.demo import (
    ACCEPT,
    PROPOSE,
    Journey,
    People,
    applicants_of,
    goes_through_the_county,
    hand_in_one,
    inhabited,
    is_asked_for,
    people_at_work,
    travel,
)
from guangyue.cases.models import Case
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar
from guangyue.matters.models import Exercise, Matter

Say = Callable[[str], None]

SEED = 36
DAYS_AGO = 3  # working days: enough to have come as far
HANDED_IN = time(10)
TO_REVIEW = Journey(0, (0, 0), (ACCEPT,))
TO_DECIDE = Journey(0, (0, 0), (ACCEPT, PROPOSE))


@transaction.atomic
def load(say: Say) -> None:
    """Only what is lacking, so a second time nothing."""
    people = people_at_work()
    if people is None:
        say("待办的办件：没有收件、审查和决定的人")
        return
    draw = Random(SEED)  # noqa: S311  the same city each time, and nothing secret
    for official, journey, step in (
        (people.reviewer, TO_REVIEW, "review"),
        (people.decider, TO_DECIDE, "decision"),
    ):
        waiting = Case.objects.filter(desk=official.organisation, step=step)
        if official.organisation and not waiting.exists():
            _hand_in_for(official, journey, people, draw)


def _hand_in_for(official: User, journey: Journey, people: People, draw: Random) -> None:
    """Of a matter that his unit exercises, the one with the longest time, so that there is time yet."""
    matter, counties = _matter_of(official), inhabited()
    if matter is None or not counties:
        return
    now, calendar = timezone.now(), HolidayNotice.objects.calendar()
    _, persons, firms = counties[0]
    applicant = draw.choice(applicants_of(matter, draw, persons, firms))
    begun = _working_days_before(now, calendar)
    case = hand_in_one(matter, matter.owner.region, applicant, journey, people, draw, begun)
    travel(journey, case, people, calendar, now)


def _working_days_before(now: datetime, calendar: Calendar) -> datetime:
    day, left = local_day(now), DAYS_AGO
    while left:
        day -= timedelta(days=1)
        left -= calendar.works(day)
    return datetime.combine(day, HANDED_IN, SHANGHAI)


def _matter_of(official: User) -> Matter | None:
    own = Exercise.objects.filter(unit=official.organisation).values("matter")
    opened = Matter.objects.open().filter(pk__in=own).select_related("current", "owner__region")
    asked_for = (one for one in opened if one.current and is_asked_for(one.current.declared))
    fit = (one for one in asked_for if not goes_through_the_county(one))
    return max(fit, key=lambda one: (one.promised_days, one.code), default=None)
