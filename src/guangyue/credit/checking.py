"""What must be there before anything is recorded of somebody, or follows from what is recorded."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from guangyue.credit.declaration import Basis, Found, Kind, MeasureFact
from guangyue.credit.refusals import NoLegalBasis, NoLegalDocument, NotFound, NothingToFollow


def check_document(document: str) -> str:
    """R1: an effective document, or what its subject admitted in writing; its number as it is kept."""
    if not document.strip():
        raise NoLegalDocument(field="document")
    return document.strip()


def check_found(kind: Kind, found: Found | None) -> None:
    """An honest error is no deceit: a kind that asks for a finding is recorded with it or not at all."""
    if kind.only_if and found not in kind.only_if:
        asked = "、".join(one.value for one in kind.only_if)
        raise NotFound(f"“{kind.title}”只在{asked}的时候记入。", field="found")


def check_basis(fact: MeasureFact) -> Basis:
    """R9: every measure names its own law, regulation or list; a document that calls for measures is none."""
    if fact.basis is None or not fact.basis.title.strip():
        raise NoLegalBasis(field="basis")
    if not fact.follows:
        raise NothingToFollow
    return fact.basis


class Restricting(Protocol):
    """What a measure says of the service it restricts, declared or enacted."""

    @property
    def service(self) -> str: ...

    @property
    def favours(self) -> bool: ...


Measured = TypeVar("Measured", bound=Restricting)


def against(service: str, measures: Iterable[Measured]) -> list[Measured]:
    """What alone may stand against a service: measures that name it. No points of any kind are looked at."""
    return [one for one in measures if one.service == service and not one.favours]
