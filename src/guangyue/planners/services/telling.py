"""告知: the district hears of advice, its giver of what became of it, others of what is due."""

from datetime import datetime

from django.urls import reverse

from guangyue.accounts.holdings import holders_of
from guangyue.notifications.services import notify
from guangyue.planners.models import Advice, Planner
from guangyue.planners.permissions import ANSWER_ADVICE, KEEP_PLANNERS


def tell_district(advice: Advice, title: str, body: str, stage: str, *, at: datetime) -> None:
    """Whoever answers for the district or the area, and does not answer for the whole city."""
    area = advice.group.area
    lies = area.office.region_id, area.region_id
    for person, scope in holders_of(ANSWER_ADVICE, at=at):
        if any(scope.covers(region=one, organisation=area.office_id) for one in lies):
            key = f"planners.advice-{advice.pk}-{stage}"
            notify(to=person, title=title, body=body, link=advice.get_absolute_url(), key=key, at=at)


def tell_giver(advice: Advice, title: str, body: str, stage: str, *, at: datetime) -> None:
    if advice.by:
        key = f"planners.advice-{advice.pk}-{stage}"
        notify(to=advice.by, title=title, body=body[:500], link=advice.get_absolute_url(), key=key, at=at)


def tell_planner(planner: Planner, title: str, body: str, *, key: str, at: datetime) -> None:
    if planner.account:
        link = reverse("planners:my_group")
        notify(to=planner.account, title=title, body=body, link=link, key=key, at=at)


def tell_office(title: str, body: str, *, link: str, key: str, at: datetime) -> None:
    for person, _ in holders_of(KEEP_PLANNERS, at=at):
        notify(to=person, title=title, body=body, link=link, key=key, at=at)
