"""带回: what was filled in on the spot, perhaps without network, is taken as one thing, and only once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.kinds import Method, Result
from guangyue.inspections.models import Evidence, Finding, Item, Visit
from guangyue.inspections.refusals import BroughtOtherwise
from guangyue.inspections.services.findings import enter_finding
from guangyue.inspections.services.visits import add_evidence, finish_visit, start_visit


@dataclass(frozen=True)
class Found:
    """What was found of one item."""

    answers: Mapping[str, str]
    result: Result
    said: str = ""

    def is_as(self, finding: Finding) -> bool:
        return (dict(self.answers), self.result.name, self.said) == (
            finding.answers,
            finding.result,
            finding.said,
        )


@dataclass(frozen=True)
class Brought:
    """带回的检查: the findings of an inspector's own items, the methods, photos and signatures."""

    found: Mapping[Item, Found]
    methods: Sequence[Method]
    photos: Sequence["UploadedFile[bytes]"] = ()
    signatures: Sequence["UploadedFile[bytes]"] = ()


@transaction.atomic
def bring_home(*, visit: Visit, brought: Brought, by: User, at: datetime) -> bool:
    """入库, all of it or nothing; False where the same was here before, as after an answer that got lost."""
    held = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if _is_here(held, brought):
        return False
    if held.state == Visit.State.PLANNED:
        held = start_visit(visit=held, by=by, at=at)
    for kind, uploads in (
        (Evidence.Kind.PHOTO, brought.photos),
        (Evidence.Kind.SIGNATURE, brought.signatures),
    ):
        for upload in uploads:
            add_evidence(visit=held, upload=upload, kind=kind, by=by, at=at)
    if held.state == Visit.State.UNDERWAY:
        held = finish_visit(visit=held, methods=brought.methods, by=by, at=at)
    for item, found in brought.found.items():
        enter_finding(
            visit=held,
            item=item,
            answers=found.answers,
            result=found.result,
            said=found.said,
            by=by,
            at=at,
        )
    return True


def _is_here(visit: Visit, brought: Brought) -> bool:
    """As it all came at once, its findings stand for the whole."""
    first = {one.item_id: one for one in visit.findings.filter(corrects=None)}
    known = [(found, first[item.pk]) for item, found in brought.found.items() if item.pk in first]
    if not all(found.is_as(finding) for found, finding in known):
        raise BroughtOtherwise
    return bool(known) and len(known) == len(brought.found)
