"""抽取: a document is read for tasks, and what was read is kept as proposals. Said again, it proposes nothing
new: what was decided stays decided, and what is printed no more is shown to an official."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.lines import lines_of
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.files import FileText
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.noise import folded
from guangyue.gazette.reading.shapes import Line
from guangyue.kit.refusals import Refused
from guangyue.organisations.resolution import NameIndex
from guangyue.tasks.models import Reading, TaskProposal
from guangyue.tasks.proposed import names_in, proposed_of, to_plain
from guangyue.tasks.reading.dues import horizon_in
from guangyue.tasks.reading.shapes import ReadAssignment, ReadDocument, ReadTask
from guangyue.tasks.reading.tasks import read_tasks

GOVERNMENT = "人民政府"
REGIONS = ("县", "市", "区")
Words = tuple[str, int]  # fingerprint, occurrence
READ_ANEW = (
    "order", "item", "heading", "section", "supporting", "label", "path",
    "first_line", "last_line", "note", "read", "lost",
)  # fmt: skip


class NothingToDo(Refused):
    sentence = "这件文件里没有读出责任标注，抽取不出任务。"
    advice = "请核对文号，或者上传带有责任单位的正文。"


@dataclass(frozen=True)
class Source:
    """来源: what is read, and what is said about it."""

    number: str
    title: str
    day: date
    horizon: date | None
    lines: Sequence[Line]
    said_by: str
    issuers: tuple[str, ...] = ()


def source_in_library(document: PrintedDocument, *, horizon: date | None = None) -> Source:
    """A document of a released edition, with what a librarian has corrected in it."""
    if document.day is None:
        raise Refused("公报里没有读出这件文件的成文日期，请先在公报校核中补上。", field="number")
    titles = " ".join([document.title, *(part["title"] for part in document.parts)])
    return Source(
        number=document.number,
        title=document.title,
        day=document.day,
        horizon=horizon or horizon_in(titles),
        lines=lines_of(document),
        said_by=str(document.edition),
        issuers=tuple(document.issuers),
    )


def source_in_file(
    file: FileText, *, number: str, day: date | None = None, horizon: date | None = None
) -> Source:
    """The document of that number in a file, or the only one there is."""
    found = read_issue(file.lines).documents
    document = next((one for one in found if one.number == number), found[0] if len(found) == 1 else None)
    if document is None:
        raise Refused(f"文件里没有{number}。请核对文号，或者上传只有这一件公文的文件。", field="file")
    day = day or document.day
    if day is None:
        raise Refused("文件里没有读出成文日期，请填写。", field="day")
    numbers = (at for piece in document.pieces for at in range(piece.span.first, piece.span.last + 1))
    title = document.title or document.printed_title or _first_words(file.lines)
    titles = " ".join([title, *(part.title for part in document.parts)])
    return Source(
        number=number,
        title=title,
        day=day,
        horizon=horizon or horizon_in(titles),
        lines=[Line(at, file.lines[at - 1]) for at in numbers if file.lines[at - 1].strip()],
        said_by=file.name,
        issuers=document.issuers,
    )


def _first_words(lines: Sequence[str]) -> str:
    """The title of a text that begins with one, and has no head of a gazette."""
    return next((line.strip(" #*") for line in lines if line.strip(" #*")), "")[:300]


@transaction.atomic
def extract_tasks(*, source: Source, by: User | None, at: datetime) -> Reading:
    """抽取任务: read the document, or read it again."""
    read = read_tasks(
        source.lines,
        number=source.number,
        day=source.day,
        horizon=source.horizon,
        title=source.title,
        issuers=source.issuers,
    )
    if not read.tasks:
        raise NothingToDo(field="number")
    reading, _ = Reading.objects.update_or_create(
        number=source.number,
        defaults={
            "title": source.title,
            "day": source.day,
            "horizon": source.horizon,
            "source": source.said_by,
            "lines": [[line.number, line.text] for line in source.lines],
            "read_by": by,
            "read_at": at,
        },
    )
    _propose(reading, read)
    return reading


def organisations_of(names: Iterable[str], *, on: date) -> dict[str, int]:
    """Whom printed names mean; 冠县 in a list of governments is the government of 冠县."""
    index = NameIndex.load()
    found = {}
    for name in names:
        resolved = index.resolve(name, on)
        if resolved is None and name.endswith(REGIONS):
            resolved = index.resolve(f"{name}{GOVERNMENT}", on)
        if resolved:
            found[name] = resolved.organisation.pk
    return found


def _propose(reading: Reading, read: ReadDocument) -> None:
    known = {(one.fingerprint, one.occurrence): one for one in reading.proposals.select_for_update()}
    organisations = organisations_of(names_in(read.assignments), on=reading.day)
    new: list[TaskProposal] = []
    moved: list[TaskProposal] = []
    found: set[tuple[str, int]] = set()
    for order, (words, task, assignment) in enumerate(_worded(read), start=1):
        proposal = known.get(words) or TaskProposal(
            reading=reading, fingerprint=words[0], occurrence=words[1], label=assignment.label, item=task.item
        )
        _read_anew(proposal, task, assignment, order, organisations)
        (moved if proposal.pk else new).append(proposal)
        found.add(words)
    TaskProposal.objects.bulk_create(new)
    TaskProposal.objects.bulk_update(moved, READ_ANEW)
    gone = [one.pk for words, one in known.items() if words not in found]
    undecided = (TaskProposal.State.PROPOSED, TaskProposal.State.REFUSED)
    reading.proposals.filter(pk__in=gone, state__in=undecided).delete()
    reading.proposals.filter(pk__in=gone).update(lost=True)


def _worded(read: ReadDocument) -> Iterator[tuple[Words, ReadTask, ReadAssignment]]:
    """Every assignment with the words by which it is known again."""
    seen: Counter[str] = Counter()
    for task in read.tasks:
        for one in task.assignments:
            mark = sha256(folded(f"{task.heading}{one.text}{one.note}").encode()).hexdigest()
            seen[mark] += 1
            yield (mark, seen[mark]), task, one


def _read_anew(
    proposal: TaskProposal, task: ReadTask, read: ReadAssignment, order: int, organisations: dict[str, int]
) -> None:
    """Where it stands now. What was decided keeps its number and its meaning."""
    proposal.order, proposal.lost = order, False
    proposal.path, proposal.first_line, proposal.last_line = read.path, read.first, read.last
    if proposal.is_open:
        proposal.item, proposal.label = task.item, read.label
        proposal.heading, proposal.section = task.heading[:300], task.section[:200]
        proposal.supporting, proposal.note = task.supporting, read.note
        proposal.read = to_plain(proposed_of(read, organisations))
