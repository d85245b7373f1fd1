"""The library for programs: what is in force on a day, what a citation means, and what a search finds."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.reading.citations import AmbiguousClause, NoSuchClause
from guangyue.kit.access import open_to_all
from guangyue.kit.refusals import Refused
from guangyue.library.models import in_force as covers
from guangyue.library.reading import clause_of, light, released_document
from guangyue.library.searching.asking import LONGEST, Conditions, read_question
from guangyue.library.searching.finding import answer_question
from guangyue.library.standing import Standing, Validity, validity_of, validity_of_window
from guangyue.organisations.forms import EARLIEST, LATEST

router = Router(tags=["政策库"], auth=None)

MOST_DOCUMENTS = 1000
Day = Annotated[date | None, Field(ge=EARLIEST, le=LATEST, description="哪一天，不写就是今天")]


class OnDay(Schema):
    on: Day = None

    @property
    def day(self) -> date:
        return self.on or timezone.localdate()


class InForceQuestion(OnDay):
    issuer: str = Field("", max_length=60, description="发文机关")
    series: str = Field("", max_length=20, description="文种，如 政发")
    offset: int = Field(0, ge=0, le=1_000_000)
    limit: int = Field(100, ge=1, le=MOST_DOCUMENTS)


class CitationQuestion(OnDay):
    cites: str = Field(
        min_length=2, max_length=120, description="文号和条款，如：东财社〔2026〕70号 第十一条"
    )


class SearchQuestion(Schema):
    q: str = Field(min_length=1, max_length=LONGEST, description="词语、文号，或者加引号的原话")
    issuer: str = Field("", max_length=60)
    series: str = Field("", max_length=20)
    year: int | None = Field(None, ge=1949, le=2199)
    on: Day = None
    page: int = Field(1, ge=1, le=100)


class HeldDocument(Schema):
    number: str
    title: str
    issuers: list[str]
    day: date | None
    since: date | None
    until: date | None
    link: str


class InForce(Schema):
    on: date
    count: int
    documents: list[HeldDocument]


class Lines(Schema):
    """Lines of the issue's file, both ends included."""

    first: int
    last: int


class CitedClause(Schema):
    """A clause as it is printed, and how it stands on the day."""

    cites: str
    title: str
    label: str
    heading: str
    text: str
    note: str
    inner: list[str] = Field(description="其中各条的引条")
    issue: str
    file: str
    lines: list[Lines]
    on: date
    standing: str = Field(description="not_yet, in_force, no_stated_expiry, expired, repealed, unknown")
    sentence: str
    said_by: str | None
    link: str


class Quoted(Schema):
    cites: str
    quotation: str


class FoundDocument(Schema):
    document: HeldDocument
    quotations: list[Quoted]


class SearchAnswer(Schema):
    count: int
    documents: list[FoundDocument]


@router.get("/library/in-force", auth=None, response=InForce, summary="某日有效的文件")
@open_to_all
def in_force(request: HttpRequest, asked: Query[InForceQuestion]) -> InForce:
    rows = light(PrintedDocument.objects.released()).filter(covers(asked.day, term="term__"))
    if asked.issuer:
        rows = rows.filter(issuers__contains=[asked.issuer])
    if asked.series:
        rows = rows.filter(series=asked.series)
    shown = rows.order_by("-day", "key")[asked.offset : asked.offset + asked.limit]
    return InForce(
        on=asked.day,
        count=rows.count(),
        documents=[_document(request, document) for document in shown],
    )


@router.get("/library/clause", auth=None, response=CitedClause, summary="引文所指的条款")
@open_to_all
def clause(request: HttpRequest, asked: Query[CitationQuestion]) -> CitedClause:
    document, row = resolve_citation(asked.cites)
    validity = _validity(document, row, asked.day)
    cites = row.cites if row else Clause(document.key)
    address = reverse("library:document", args=[document.key])
    return CitedClause(
        cites=str(cites),
        title=document.title,
        label=row.label if row else "",
        heading=row.heading if row else "",
        text=row.text if row else "",
        note=row.note if row else "",
        inner=[str(one.cites) for one in _within(document, row)],
        issue=document.edition.issue.key,
        file=document.edition.source,
        lines=[Lines(first=first, last=last) for first, last in _spans(document, row)],
        on=asked.day,
        standing=validity.standing.key,
        sentence=validity.sentence,
        said_by=str(validity.said_by) if validity.said_by else None,
        link=request.build_absolute_uri(f"{address}#{cites.path}" if cites.path else address),
    )


@router.get("/library/search", auth=None, response=SearchAnswer, summary="检索政策库")
@open_to_all
def search(request: HttpRequest, asked: Query[SearchQuestion]) -> SearchAnswer:
    conditions = Conditions(asked.issuer, asked.series, asked.year, asked.on)
    answer = answer_question(read_question(asked.q, conditions), page=asked.page)
    documents = [
        FoundDocument(
            document=_document(request, hit.document),
            quotations=[
                Quoted(cites=str(one.clause.cites), quotation="".join(part.text for part in one.marked))
                for one in hit.quotations
            ],
        )
        for hit in answer.hits
    ]
    return SearchAnswer(count=answer.documents, documents=documents)


def resolve_citation(cites: str) -> tuple[PrintedDocument, PrintedClause | None]:
    """引文 to the released text it means: one document, and one clause of it where a path is named."""
    number, _, path = _parted(cites)
    document = released_document(number)
    if document is None:
        raise Refused(f"库里没有“{number}”。", field="cites")
    if not path:
        return document, None
    try:
        return document, clause_of(document, path)
    except AmbiguousClause as ambiguous:
        raise Refused(str(ambiguous), field="cites") from ambiguous
    except NoSuchClause as unknown:
        raise Refused(str(unknown) or f"{number}没有“{path}”。", field="cites") from unknown


def _parted(cites: str) -> tuple[str, str, str]:
    """聊政办字〔2019〕35号（十六） and 聊政办字〔2019〕35号/三/（十六）: the number ends with its 号."""
    tidied = str(Clause.parse(cites.replace("/", " ")))
    head, end, path = tidied.partition("号")
    if not end:
        return tidied.partition(" ")
    return f"{head}{end}", " ", path.strip()


def _validity(document: PrintedDocument, row: PrintedClause | None, on: date) -> Validity:
    """A clause's own window goes before the document's, as long as the document has not been repealed."""
    whole = validity_of(document, on)
    own = document.windows.filter(of=row.path).order_by("since").first() if row else None
    if own is None or whole.standing is Standing.REPEALED:
        return whole
    return validity_of_window(own, Clause(document.key, own.said_by), on)


def _within(document: PrintedDocument, row: PrintedClause | None) -> list[PrintedClause]:
    inner = list(document.clauses.filter(parent=row).exclude(path=""))
    for one in inner:
        one.document = document
    return inner


def _spans(document: PrintedDocument, row: PrintedClause | None) -> list[tuple[int, int]]:
    if row:
        return [(first, last) for first, last in row.spans]
    return [(piece["first"], piece["last"]) for piece in document.pieces]


def _document(request: HttpRequest, document: PrintedDocument) -> HeldDocument:
    term = getattr(document, "term", None)
    return HeldDocument(
        number=document.key,
        title=document.title,
        issuers=document.issuers,
        day=document.day,
        since=term.since if term else None,
        until=term.until if term else None,
        link=request.build_absolute_uri(reverse("library:document", args=[document.key])),
    )
