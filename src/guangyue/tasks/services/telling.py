"""告知单位: whoever reports for a unit hears what is asked of it."""

from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import roles_allowing
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation
from guangyue.tasks.permissions import REPORT_TASKS


def contacts_of(organisation: Organisation, *, at: datetime) -> list[User]:
    """联络员: who was given the role for this very unit."""
    granted = Grant.objects.in_force(at=at).filter(
        role__in=roles_allowing(REPORT_TASKS), organisation=organisation
    )
    return list(User.objects.enabled().filter(pk__in=granted.values("user")).order_by("pk"))


def tell_unit(
    organisation: Organisation, *, title: str, body: str, link: str, key: str, at: datetime, row: int = 0
) -> None:
    """`link` names the page, `row` what it is of, where it is of something."""
    page = reverse(link, args=[row] if row else [])
    for contact in contacts_of(organisation, at=at):
        notify(to=contact, title=title, body=body, link=page, key=key, at=at)
