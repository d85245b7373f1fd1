"""The demonstration's documents: those of the city are read from the library, confirmed and issued; where the
library does not have them, what the city knows of them is. Others wait to be gone through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.gazette.document import Document
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.files import FileText
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.tasks.facts import AssignmentFact
from guangyue.tasks.models import Reading, TaskDocument
from guangyue.tasks.permissions import DECOMPOSE_TASKS
from guangyue.tasks.reading.names import is_collective
from guangyue.tasks.services.confirming import confirm_proposal, issue_confirmed
from guangyue.tasks.services.extracting import (
    extract_tasks,
    organisations_of,
    source_in_file,
    source_in_library,
)
from guangyue.tasks.services.issuing import GivenAssignment, GivenUnit, issue, take_on_document

Say = Callable[[str], None]

AFTER = timedelta(days=3)  # from the day of a document until its tasks were issued


@dataclass(frozen=True)
class WrittenDocument:
    """演示文件: invented, and says so."""

    number: str
    day: date
    text: str


@dataclass(frozen=True)
class DemoDocuments:
    """Which documents are issued, which wait, and what is known of them without their text."""

    issued: tuple[Document, ...]
    waiting: tuple[Document, ...]
    written: tuple[WrittenDocument, ...]
    facts: tuple[AssignmentFact, ...]
    horizons: dict[str, date]


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    by = somebody_allowed(DECOMPOSE_TASKS)
    if by is None or TaskDocument.objects.exists() or Reading.objects.exists():
        say("任务：没有督查人员，或者已经有任务，没有再载入")
        return
    declared: DemoDocuments = import_string(settings.GUANGYUE_DEMO_TASKS)
    for one in declared.written:
        file = FileText(f"{one.number}.txt", "UTF-8", "", tuple(one.text.strip().splitlines()))
        extract_tasks(source=source_in_file(file, number=one.number, day=one.day), by=by, at=_moment(one.day))
    many = sum(_hand_out(document, declared, by) for document in declared.issued)
    many_waiting = sum(_leave_waiting(document, by) for document in declared.waiting)
    say(f"任务 {many} 项已下达，{many_waiting + len(declared.written)} 件文件等待确认（部分为演示文件）")


def _hand_out(document: Document, declared: DemoDocuments, by: User) -> int:
    reading = _read(document, by)
    if reading is None:
        return _hand_out_facts(document, declared, by)
    at = _moment(reading.day)
    for proposal in reading.proposals.select_related("reading"):
        try:
            confirm_proposal(proposal=proposal, by=by, at=at)
        except Refused:
            continue  # it waits to be put right
    return len(issue_confirmed(reading=reading, by=by, at=at))


def _leave_waiting(document: Document, by: User) -> int:
    return 1 if _read(document, by) else 0


def _read(document: Document, by: User) -> Reading | None:
    printed = PrintedDocument.objects.released().filter(number=document.number).first()
    if printed is None or printed.day is None:
        return None
    return extract_tasks(source=source_in_library(printed), by=by, at=_moment(printed.day))


def _hand_out_facts(document: Document, declared: DemoDocuments, by: User) -> int:
    facts = [fact for fact in declared.facts if fact.number == document.number]
    day, at = document.since, _moment(document.since)
    names = {name for fact in facts for _, name in fact.units if not is_collective(name)}
    known = organisations_of(names, on=day)
    organisations = Organisation.objects.in_bulk(known.values())
    kept = take_on_document(
        number=document.number,
        title=document.title,
        day=day,
        horizon=declared.horizons.get(document.number),
        at=at,
    )
    meant = {name: organisations[pk] for name, pk in known.items()}
    clear = [fact for fact in facts if all(is_collective(name) or name in meant for _, name in fact.units)]
    given = [_given(fact, meant) for fact in clear]
    return len(issue(document=kept, assignments=given, by=by, at=at))


def _given(fact: AssignmentFact, meant: dict[str, Organisation]) -> GivenAssignment:
    return GivenAssignment(
        item=fact.item,
        label=fact.label,
        text=f"{fact.title}（原文见公报{fact.issue}第{fact.first}—{fact.last}行）",
        units=tuple(
            GivenUnit(name, role, meant.get(name), collective=is_collective(name))
            for role, name in fact.units
        ),
        heading=fact.heading,
        leaders=fact.leaders,
        due_on=fact.due_on,
        due_kind=fact.due_kind,
        due_text=fact.due_text,
        strength=fact.strength,
        clause=str(fact.cites),
        first_line=fact.first,
        last_line=fact.last,
    )


def _moment(day: date) -> datetime:
    return datetime.combine(day + AFTER, time(10), SHANGHAI)
