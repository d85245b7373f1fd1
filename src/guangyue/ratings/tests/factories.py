"""Halls, finished cases, ratings and complaints, for tests."""

from datetime import datetime, timedelta
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import AT, a_case, go, hand_over
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.handling import Grievance
from guangyue.ratings.models import Complaint, Hall, Rating
from guangyue.ratings.services.complaining import Raised, raise_complaint
from guangyue.ratings.services.rating import Said, rate_case
from guangyue.ratings.ways import Way

DONE = AT + timedelta(days=3)


def a_hall(organisation: Organisation, **fields: Any) -> Hall:
    defaults = {"name": f"{organisation.region.name}政务服务大厅", "organisation": organisation, **fields}
    hall, _ = Hall.objects.get_or_create(
        region=organisation.region, defaults={"key": f"hall-{organisation.region_id}", **defaults}
    )
    return hall


def a_finished_case(matter: Matter, *, by: User, decider: User | None = None, **fields: Any) -> Case:
    """Taken in, granted and handed over at the window."""
    case = a_case(matter, by=by, **fields)
    reviewer, decider = a_user(), decider or a_user()
    go(case, "accept", actor=Actor.CLERK, by=by)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=DONE)
    hand_over(case, by=by, at=DONE)
    return case


def levels(level: int, **apart: int) -> Said:
    return Said({Rating.About.CASE: level, **{Rating.About(about): one for about, one in apart.items()}})


def a_rating(case: Case, level: int, *, at: datetime = DONE, **given: Any) -> Rating:
    said = given.pop("said", levels(level))
    (rating,) = rate_case(case=case, said=said, way=Way.WEB, **{"by": None, "at": at, **given})
    return rating


def a_complaint(unit: Organisation, *, at: datetime = AT, by: User | None = None, **said: Any) -> Complaint:
    raised = Raised(**{"kind": Grievance.ATTITUDE, "text": "窗口态度不好", "unit": unit, **said})
    return raise_complaint(raised=raised, by=by, at=at)
