"""填报: what is known of an applicant already, what a situation asks for, and what is still missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guangyue.cases.entries import Plain, keep, tell
from guangyue.cases.flow import Phase
from guangyue.cases.forms import DeclaredForm
from guangyue.cases.models import Case, Paper
from guangyue.cases.refusals import NotForThisApplicant
from guangyue.kit.money import Money
from guangyue.matters.declaration import Audience, Declaration, Entry, Flag, FormField, Variant
from guangyue.organisations.models import Organisation
from guangyue.registries.dossier import Line, lines_of
from guangyue.registries.facts import About, FactKind, kinds
from guangyue.registries.models import Firm, Person

UNFINISHED = (Phase.DRAFT, Phase.SUPPLEMENT)  # it is the applicant's turn to fill in
ONLINE = (Flag.ONLINE, Flag.WHOLLY_ONLINE, Flag.MOBILE)

Applicant = Person | Firm


@dataclass(frozen=True)
class Known:
    """已知的: a field that a register answers: the value, how it is told, and which register says so."""

    field: FormField
    value: Any
    told: str
    source: str


@dataclass(frozen=True)
class Told:
    """所填的: a field with what was filled in, and where it comes from if not from the applicant."""

    title: str
    said: str
    source: str = ""
    area: Plain = None  # where it is an area: what a map draws


def is_online(declared: Declaration) -> bool:
    return declared.audience is not Audience.OFFICE and any(flag in declared.flags for flag in ONLINE)


def refuse_others(declared: Declaration, applicant: Applicant) -> None:
    """A matter for firms is not applied for by a person, nor the other way round."""
    audience = Audience.PERSON if isinstance(applicant, Person) else Audience.FIRM
    if declared.audience not in (audience, Audience.BOTH):
        raise NotForThisApplicant(f"这个事项由{declared.audience.value}申请。")


def known_answers(
    declared: Declaration, variant: Variant, applicant: Applicant | None, *, on: date, at: datetime
) -> list[Known]:
    """What the registers know of what this situation asks."""
    return known_fields(tuple(declared.fields_of(variant)), applicant, on=on, at=at)


def known_fields(
    fields: Sequence[FormField], applicant: Applicant | None, *, on: date, at: datetime
) -> list[Known]:
    """By one look at the registers, what they know of what these fields ask."""
    wanted = {one.known_as: one for one in fields if one.known_as}
    if applicant is None or not wanted:
        return []
    found = [
        (line, wanted[line.kind.key]) for line in _lines(applicant, wanted.values(), on, at) if line.known
    ]
    owners = _owners(line.kind for line, _ in found)
    known = [
        Known(field, value, tell(field, value), f"{owners.get(line.kind.owner, '')}{line.kind.source}")
        for line, field in found
        if (value := _value(field, line)) is not None
    ]
    order = {one.key: place for place, one in enumerate(fields)}
    return sorted(known, key=lambda one: order[one.field.key])


def asked_form(case: Case, known: Iterable[Known], *, data: Any = None, whole: bool = True) -> DeclaredForm:
    """The fields of the case's situation that nobody but the applicant can answer."""
    answered = {one.field.key for one in known}
    fields = [one for one in case.declared.fields_of(case.situation) if one.key not in answered]
    return DeclaredForm(fields, data=data, answers=case.answers, whole=whole)


def told_answers(case: Case, known: Iterable[Known] = ()) -> list[Told]:
    """All that the form holds, in the order of its fields; what is known now stands above what was kept."""
    answers = {**case.answers, **{one.field.key: one.value for one in known}}
    sources = {**case.sources, **{one.field.key: one.source for one in known}}
    return [
        Told(
            one.title,
            tell(one, answers.get(one.key)),
            sources.get(one.key, ""),
            answers.get(one.key) if one.entry is Entry.AREA else None,
        )
        for one in case.declared.fields_of(case.situation)
    ]


def papers_missing(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Those without which a case cannot be handed in: neither there nor, where that may be, promised."""
    lacking = (Paper.State.WANTED, Paper.State.SENT_BACK)
    return (one for one in papers if one.state in lacking and not (one.deferrable and one.promised_on))


def kinds_known_as(fields: Iterable[FormField]) -> list[FactKind]:
    """The facts that answer these fields; of what there are several, none can be meant."""
    wanted = {one.known_as for one in fields if one.known_as}
    return [kind for (_, key), kind in kinds().items() if key in wanted and not kind.several]


def _lines(applicant: Applicant, fields: Iterable[FormField], on: date, at: datetime) -> Iterator[Line]:
    """Of the applicant, and of the household of a person."""
    household = applicant.household if isinstance(applicant, Person) else None
    among = kinds_known_as(fields)
    yield from lines_of(applicant, among=among, on=on, known_at=at)
    if household is not None:
        theirs = [kind for kind in among if kind.about is About.HOUSEHOLD]
        yield from lines_of(household, among=theirs, on=on, known_at=at)


def _value(field: FormField, line: Line) -> Any:
    """The fact as the form keeps it; None when it is none that the field takes."""
    written: Any = line.value
    match field.entry:
        case Entry.MONEY:
            return keep(field, Money(written)) if type(written) is int else None
        case Entry.NUMBER:
            return written if type(written) is int else None
        case Entry.YES_NO:
            return written if isinstance(written, bool) else None
        case Entry.DAY:
            return _day(written)
        case Entry.CHOICE:
            return line.shown if line.shown in field.choices else None
        case Entry.ID_NUMBER | Entry.CREDIT_CODE | Entry.PHONE:
            return written if isinstance(written, str) else None
        case Entry.AREA:
            return None
    return line.shown


def _day(written: object) -> str | None:
    try:
        return date.fromisoformat(str(written)).isoformat()
    except ValueError:
        return None


def _owners(behind: Iterable[FactKind]) -> dict[str, str]:
    keys = {kind.owner for kind in behind}
    return dict(Organisation.objects.filter(key__in=keys).values_list("key", "name")) if keys else {}
