"""Who hears of a project: those who draft it, those who oversee it, and whoever decides."""

from collections.abc import Iterable
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.accounts.roles import roles_allowing
from guangyue.legislation.models import LawProject
from guangyue.legislation.permissions import DRAFT_RULES, OVERSEE_LEGISLATION
from guangyue.notifications.services import notify


def tell_drafters(project: LawProject, *, title: str, body: str, key: str, at: datetime) -> int:
    """起草单位: whoever may draft there. How many heard it."""
    drafters = User.objects.enabled().filter(
        grants__role__in=roles_allowing(DRAFT_RULES), organisation=project.unit
    )
    return _tell(drafters.distinct(), project, title=title, body=body, key=key, at=at)


def tell_overseers(project: LawProject, *, title: str, body: str, key: str, at: datetime) -> int:
    overseers = User.objects.enabled().filter(grants__role__in=roles_allowing(OVERSEE_LEGISLATION))
    return _tell(overseers.distinct(), project, title=title, body=body, key=key, at=at)


def _tell(
    people: Iterable[User], project: LawProject, *, title: str, body: str, key: str, at: datetime
) -> int:
    told = 0
    for person in people:
        link = project.get_absolute_url()
        mark = f"legislation.project-{project.pk}-{key}-{person.pk}"
        notify(to=person, title=title, body=body, link=link, key=mark, at=at)
        told += 1
    return told
