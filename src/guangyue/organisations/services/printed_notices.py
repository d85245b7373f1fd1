"""任免通知 as gazettes print them: each becomes a notice that waits until an official puts it into effect, or
is laid beside the one that is known already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from guangyue.gazette.lines import lines_of
from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.reading.shapes import Line
from guangyue.organisations.models import Notice, NoticeLine
from guangyue.organisations.reading import Action, NoticeText, Reading, read_notice
from guangyue.organisations.services import By
from guangyue.organisations.services.notices import check_notice, enter_notice, move_notice, record_reading

TITLE = re.compile(r"(?:任免|任命|免去)[^。]*职务")
LONGEST_TITLE = 120


@dataclass(frozen=True)
class Said:
    """What a line says, whoever wrote it down."""

    kind: str  # 任命, 免去, 自然免除
    person: str
    post: str
    probation_months: int

    def __str__(self) -> str:
        trial = f"，试用期{self.probation_months}个月" if self.probation_months else ""
        return f"{self.kind}{self.person}，{self.post}{trial}"


@dataclass
class Proposed:
    """What an edition's notices have come to."""

    entered: list[Notice] = field(default_factory=list)  # awaiting an official
    known: list[Notice] = field(default_factory=list)  # recorded before, now compared


@transaction.atomic
def propose_notices(*, edition: Edition, by: By, at: datetime) -> Proposed:
    """录入 every 任免通知 of an edition. Nothing takes effect; doing it again enters nothing twice."""
    proposed = Proposed()
    for document in edition.documents.all():
        if not is_notice(document):
            continue
        if known := Notice.objects.filter(number=document.number).first():
            proposed.known.append(compare_notice(known, document))
        else:
            proposed.entered.append(_enter(document, by, at))
    return proposed


def is_notice(document: PrintedDocument) -> bool:
    return bool(document.number and TITLE.search(document.title or document.printed_title))


def compare_notice(notice: Notice, document: PrintedDocument) -> Notice:
    """对照: what the register has beside what is printed; each difference is said, none is settled."""
    lines = lines_of(document)
    read = read_notice("\n".join(line.text for line in lines))
    notice.printed_in = str(document.edition.issue)
    notice.differences = [*_differences_of_day(notice, read), *_differences(notice, read, lines)]
    notice.save(update_fields=["printed_in", "differences"])
    return notice


def _enter(document: PrintedDocument, by: By, at: datetime) -> Notice:
    """录入、解析 and a first 核对; one of which nothing can be read waits with its text."""
    lines = lines_of(document)
    text = "\n".join(line.text.strip() for line in lines)
    read = read_notice(text)
    notice = enter_notice(
        number=document.number,
        title=(document.title or document.printed_title)[:LONGEST_TITLE],
        issued_on=document.day or read.issued_on or document.edition.imported_at.date(),
        text=text,
        by=by,
        at=at,
    )
    notice.printed_in = str(document.edition.issue)
    notice.save(update_fields=["printed_in"])
    if not read.clauses:
        return _leave_unread(notice, lines, by, at)
    record_reading(notice=notice, clauses=read.clauses, numbers=[line.number for line in lines])
    move_notice(notice, to=Notice.State.PARSED, by=by, at=at, remark=f"见于{notice.printed_in}")
    return check_notice(notice=notice, by=by, at=at)


def _leave_unread(notice: Notice, lines: list[Line], by: By, at: datetime) -> Notice:
    said = "没有读出任免条目，请对照原文录入。"
    NoticeLine.objects.create(
        notice=notice,
        order=1,
        position=1,
        source_line=lines[0].number if lines else None,
        action=NoticeLine.Action.APPOINT,
        text=notice.text,
        problem=NoticeLine.Problem.UNREADABLE,
        problem_said=said,
    )
    return move_notice(notice, to=Notice.State.PARSED, by=by, at=at, remark=said)


def _differences_of_day(notice: Notice, read: NoticeText) -> Iterable[str]:
    if read.issued_on and read.issued_on != notice.issued_on:
        yield f"成文日期：登记为{notice.issued_on}，印作{read.issued_on}。"


def _differences(notice: Notice, read: NoticeText, lines: list[Line]) -> Iterable[str]:
    printed: dict[Said, str] = {}
    for clause in read.clauses:
        place = f"第{lines[clause.line - 1].number}行（第{clause.order}项）"
        if clause.reading is None:
            yield f"{place}：{clause.problem}"
            continue
        printed |= dict.fromkeys(_read(clause.reading), place)
    recorded = {_said(line): line for line in notice.lines.all()}
    for said, place in printed.items():
        if said not in recorded:
            yield f"{place}：印有{said}；登记册没有。"
    for said, line in recorded.items():
        if said not in printed:
            yield f"第{line.order}项：登记为{said}；公报没有这样印。"


def _read(reading: Reading) -> Iterable[Said]:
    kind = reading.action.value if reading.action is Action.APPOINT else reading.ending
    for person in reading.persons:
        for post in reading.posts:
            yield Said(kind, person, str(post), reading.probation_months)


def _said(line: NoticeLine) -> Said:
    return Said(line.kind, line.printed_person, line.printed_post, line.probation_months)
