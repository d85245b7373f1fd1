"""The registries for programs: one's own facts, what is public of a firm, and a look with its purpose."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Path, Router, Schema, Status

from guangyue.kit.access import SignedInRequest, for_signed_in, needs, open_to_all
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.registries.dossier import Line, lines_of
from guangyue.registries.facts import UNKNOWN, About, FactKind, Sensitivity, kinds, kinds_about
from guangyue.registries.models import Firm, Lookup, Person, Subject
from guangyue.registries.permissions import LOOK_AT_PERSONS
from guangyue.registries.services.lookups import find_person, look_up

router = Router(tags=["名录库"])


class KnownFact(Schema):
    """A fact with its owner, its source and its time; the value is null when it is not known."""

    kind: str
    title: str
    item: str
    value: Any
    shown: str
    owner: str
    source: str
    since: date | None
    recorded_at: datetime | None


class OwnFacts(Schema):
    name: str
    facts: list[KnownFact]


class PublicFirm(Schema):
    credit_code: str
    name: str
    facts: list[KnownFact]


class WhichFirm(Schema):
    credit_code: str = Field(min_length=18, max_length=18, pattern="^[0-9A-Z]+$")


class LookupQuestion(Schema):
    """查询: whom, which facts, what for."""

    id_number: str = Field(max_length=24)
    kinds: list[str] = Field(min_length=1, max_length=100, description="如 person.insurance")
    purpose: Lookup.Purpose
    case_number: str = Field("", max_length=60)
    explanation: str = Field("", max_length=300)


class LookupAnswer(Schema):
    lookup: int
    until: datetime
    facts: list[KnownFact]


@router.get("/me/facts", response=OwnFacts, summary="本人和本户的事实")
@for_signed_in
def own_facts(request: SignedInRequest) -> OwnFacts:
    person = get_object_or_404(Person.objects.select_related("household"), account=request.user)
    return OwnFacts(name=person.name, facts=_known(person, person.household, among=list(kinds().values())))


@router.get("/firms/{credit_code}", auth=None, response=PublicFirm, summary="经营主体可以公开的事实")
@open_to_all
def public_firm(request: HttpRequest, which: Path[WhichFirm]) -> PublicFirm:
    firm = get_object_or_404(Firm, credit_code=which.credit_code)
    public = [kind for kind in kinds_about(About.FIRM) if kind.sensitivity is Sensitivity.OPEN]
    return PublicFirm(credit_code=firm.credit_code, name=firm.name, facts=_known(firm, among=public))


@router.post("/lookups", response={201: LookupAnswer}, summary="说明用途，查询一个人的事实")
@needs(LOOK_AT_PERSONS)
def look(request: SignedInRequest, question: LookupQuestion) -> Status[LookupAnswer]:
    """What is asked for is written down before it is answered; the person sees who asked."""
    at = timezone.now()
    asked = [kind for kind in kinds().values() if kind.code in question.kinds]
    if unknown := set(question.kinds) - {kind.code for kind in asked}:
        raise Refused(f"没有“{min(unknown)}”这种事实。", field="kinds")
    person = find_person(id_number=question.id_number, by=request.user, scope=request.scope, at=at)
    lookup = look_up(
        person=person,
        kinds=asked,
        purpose=question.purpose,
        case_number=question.case_number.strip(),
        explanation=question.explanation.strip(),
        by=request.user,
        scope=request.scope,
        at=at,
    )
    facts = _known(person, person.household, among=asked)
    return Status(201, LookupAnswer(lookup=lookup.pk, until=lookup.until, facts=facts))


def _known(*subjects: Subject | None, among: list[FactKind]) -> list[KnownFact]:
    at = timezone.now()
    lines = [
        line
        for subject in subjects
        if subject
        for line in lines_of(subject, among=among, on=timezone.localdate(at), known_at=at)
    ]
    owners = dict(Organisation.objects.values_list("key", "name"))
    return [_fact(line, owners[line.kind.owner]) for line in lines]


def _fact(line: Line, owner: str) -> KnownFact:
    present = line.present
    return KnownFact(
        kind=line.kind.code,
        title=line.kind.title,
        item=line.item,
        value=None if line.value is UNKNOWN else line.value,
        shown=line.shown,
        owner=owner,
        source=present.source if present else line.kind.source,
        since=present.since if present else None,
        recorded_at=present.recorded_at if present else None,
    )
