"""信用旁证: what other mechanisms know of a subject, shown beside its credit; the settings name them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from guangyue.credit.models import CreditSubject
from guangyue.kit.access import EVERYWHERE, OPEN_TO_ALL, SignedInRequest, access_of
from guangyue.kit.marked import declared, open_to


@dataclass(frozen=True)
class Line:
    """One fact in a table; `link` leads from its first cell to where it is kept."""

    cells: Sequence[object]
    link: str = ""


@dataclass(frozen=True)
class Beside:
    """A table of facts of one kind, the newest first, with what is said where there are none."""

    title: str
    columns: Sequence[str]
    lines: Sequence[Line]
    empty: str = "没有。"


# `(subject, scope=…)`, marked as a view is.
BesideSource = Callable[..., Iterable[Beside]]


def beside(subject: CreditSubject, request: SignedInRequest) -> list[Beside]:
    """What this person may see of the subject, of the rows within reach."""
    sources = open_to(request, declared(settings.GUANGYUE_CREDIT_BESIDE))
    return [one for source, scope in sources for one in source(subject, scope=scope)]


def beside_for_all(subject: CreditSubject) -> list[Beside]:
    """What everybody may see, whoever looks."""
    sources = declared(settings.GUANGYUE_CREDIT_BESIDE)
    public = (source for source in sources if access_of(source) == OPEN_TO_ALL)
    return [one for source in public for one in source(subject, scope=EVERYWHERE)]
