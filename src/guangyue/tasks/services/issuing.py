"""分解下达: what was confirmed of a document becomes tasks and assignments; what is there already stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.tasks.declared import terms
from guangyue.tasks.models import Assignment, AssignmentMove, AssignmentUnit, Task, TaskDocument
from guangyue.tasks.progress import yellow_from
from guangyue.tasks.services.tallying import tally_document
from guangyue.tasks.states import DueKind, Role, State, answering_roles

MOST_ANSWERING = 300  # letters


@dataclass(frozen=True)
class GivenUnit:
    """单位: as it is printed, and the organisation that this means; a collective name means none."""

    name: str
    role: Role
    organisation: Organisation | None = None
    qualifier: str = ""
    collective: bool = False


@dataclass(frozen=True)
class GivenAssignment:
    """一项任务 as somebody confirmed it; `item` is the task it stands under, `label` its own number."""

    item: str
    label: str
    text: str
    units: tuple[GivenUnit, ...]
    heading: str = ""
    section: str = ""
    leaders: tuple[str, ...] = ()
    due_on: date | None = None
    due_kind: DueKind = DueKind.NONE
    due_text: str = ""
    recurring: bool = False
    strength: str = ""
    clause: str = ""
    first_line: int | None = None
    last_line: int | None = None


def take_on_document(
    *, number: str, title: str, day: date, horizon: date | None, edition: str = "", at: datetime
) -> TaskDocument:
    """登记 the document, once."""
    document, _ = TaskDocument.objects.get_or_create(
        number=number,
        defaults={"title": title, "day": day, "horizon": horizon, "edition": edition, "taken_on_at": at},
    )
    return document


@transaction.atomic
def issue(
    *, document: TaskDocument, assignments: Sequence[GivenAssignment], by: User | None, at: datetime
) -> list[Assignment]:
    """下达: those whose labels are new to the document; a label that was issued before stays as it is."""
    document = TaskDocument.objects.select_for_update().get(pk=document.pk)
    known = set(document.assignments.values_list("label", flat=True))
    order = len(known)
    issued = []
    for given in assignments:
        if given.label in known:
            continue
        known.add(given.label)
        order += 1
        issued.append(_issue(document, given, order=order, by=by, at=at))
    _note_leaders(document, assignments)
    tally_document(document=document, on=local_day(at))
    return issued


def units_of(given: Iterable[GivenUnit]) -> Iterator[AssignmentUnit]:
    """Each as printed, and after a collective name whom it stands for."""
    named = tuple(given)
    answering = answering_roles(frozenset(unit.role for unit in named))
    seen: set[tuple[int, Role]] = set()
    for order, unit in enumerate(named, start=1):
        organisation = unit.organisation
        if organisation and (organisation.pk, unit.role) in seen:
            continue
        if organisation:
            seen.add((organisation.pk, unit.role))
        yield AssignmentUnit(
            order=order,
            organisation=organisation,
            name=unit.name,
            role=unit.role.name,
            qualifier=unit.qualifier,
            collective=unit.collective,
            answers=organisation is not None and unit.role in answering,
        )
        for member in _members(unit):
            if (member.pk, unit.role) not in seen:
                seen.add((member.pk, unit.role))
                yield AssignmentUnit(
                    order=order,
                    organisation=member,
                    name=member.name,
                    role=unit.role.name,
                    qualifier=unit.qualifier,
                    standing_in=unit.name,
                    answers=unit.role in answering,
                )


def answer_day(at: datetime) -> date:
    """认领期限: the last day on which an answer is in time."""
    due = Clock(terms().answer, at).due(HolidayNotice.objects.calendar(), at=at)
    return local_day(due.moment)


def _issue(
    document: TaskDocument, given: GivenAssignment, *, order: int, by: User | None, at: datetime
) -> Assignment:
    units = list(units_of(given.units))
    if not any(unit.answers for unit in units):
        raise Refused(f"第 {given.label} 项没有确定由哪个机构负责，请先更正单位。")
    task, _ = Task.objects.get_or_create(
        document=document,
        item=given.item,
        defaults={"order": order, "heading": given.heading, "section": given.section},
    )
    assignment = Assignment.objects.create(
        document=document,
        task=task,
        order=order,
        label=given.label,
        text=given.text,
        clause=given.clause,
        first_line=given.first_line,
        last_line=given.last_line,
        leaders=list(given.leaders),
        answering=_answering(units),
        due_on=given.due_on,
        due_kind=given.due_kind.name,
        due_text=given.due_text,
        recurring=given.recurring,
        strength=given.strength,
        yellow_on=yellow_from(since=document.day, due=given.due_on, percent=0, terms=terms()),
        issued_at=at,
        answer_by=answer_day(at),
        issued_by=by,
    )
    for unit in units:
        unit.assignment = assignment
    AssignmentUnit.objects.bulk_create(units)
    AssignmentMove.objects.create(assignment=assignment, to=State.ISSUED.name, by=by, at=at)
    return assignment


def _answering(units: Iterable[AssignmentUnit]) -> str:
    """Whoever answers, as printed: a collective name once for all its members."""
    names = dict.fromkeys(unit.standing_in or unit.name for unit in units if unit.answers)
    whole = "、".join(names)
    return whole if len(whole) <= MOST_ANSWERING else f"{whole[: MOST_ANSWERING - 1]}…"


def _members(unit: GivenUnit) -> Iterable[Organisation]:
    kinds = terms().kinds_of(unit.name) if unit.collective else ()
    return Organisation.objects.filter(kind__in=kinds, until=None).order_by("pk") if kinds else ()


def _note_leaders(document: TaskDocument, assignments: Iterable[GivenAssignment]) -> None:
    named = dict.fromkeys([*document.leaders, *(name for one in assignments for name in one.leaders)])
    document.leaders = list(named)
    document.save(update_fields=["leaders"])
