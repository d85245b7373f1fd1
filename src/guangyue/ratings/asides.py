"""What stands beside a case, for its applicant: the way to rate it."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse

from guangyue.accounts.models import Kind
from guangyue.cases.asides import Aside
from guangyue.cases.models import Case
from guangyue.ratings.services.rating import RATEABLE


def rating_of(case: Case, request: HttpRequest) -> Iterator[Aside]:
    if case.stands_in in RATEABLE and getattr(request.user, "kind", "") != Kind.STAFF:
        link = reverse("ratings:rate", args=[case.key])
        yield Aside("评价这次服务", link, "五个等级，十天以内可以改评", icon="star")
