"""谁的办件: which cases whoever is signed in may fill in and follow: his own, and those he helps with."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Mandate, PaperFile
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.pictures import WITH_ROAD
from guangyue.kit.clocks import local_day
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm, Person


@dataclass(frozen=True)
class Held:
    """A case, and the mandate under which it is seen where it is not one's own."""

    case: Case
    mandate: Mandate | None = None


def own_cases(user: User) -> CaseQuerySet:
    """Of the person or the firm that the account stands for."""
    identity = identity_of(user)
    return Case.objects.none() if identity is None else cases_of(identity)


def cases_of(applicant: Person | Firm) -> CaseQuerySet:
    cases = Case.objects
    return cases.of_person(applicant) if isinstance(applicant, Person) else cases.of_firm(applicant)


def live_mandates(user: User, *, on: date) -> QuerySet[Mandate]:
    """Those that others have given to him."""
    return Mandate.objects.live(on).filter(helper=user)


def held(user: User, key: UUID, *, at: datetime) -> Held:
    """One's own case, or one under a live mandate; of any other it is as if it did not exist."""
    rows = Case.objects.select_related(
        "version__matter", "flow", "unit", "desk", "region", "person", "firm"
    ).prefetch_related(*WITH_ROAD)
    case = rows.filter(pk__in=own_cases(user).values("pk"), key=key).first()
    if case is not None:
        return Held(case)
    mandate = live_mandates(user, on=local_day(at)).filter(case__key=key).first()
    if mandate is None:
        raise Http404
    return Held(get_object_or_404(rows, key=key), mandate)


def held_file(user: User, key: UUID, *, at: datetime) -> PaperFile:
    """附件 under a paper of such a case."""
    attached = PaperFile.objects.select_related("file", "paper__case").filter(
        file__key=key, taken_out_at=None
    )
    for one in attached:
        try:
            held(user, one.paper.case.key, at=at)
        except Http404:
            continue
        return one
    raise Http404
