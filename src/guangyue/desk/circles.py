"""With whom an official shares a view: the organisations this person works for."""

from django.utils import timezone

from guangyue.accounts.models import Grant, User


def circles_of(user: User) -> dict[str, str]:
    grants = Grant.objects.in_force(at=timezone.now()).filter(user=user, organisation__isnull=False)
    organisations = (
        grants.values_list("organisation", "organisation__name").distinct().order_by("organisation")
    )
    return {f"organisation:{key}": name for key, name in organisations}
