"""Reading an edition: with the corrections of its issue, and what only the rest of the library can doubt."""

from collections.abc import Iterator

from guangyue.gazette.models import Edition, HandCorrection, PrintedDocument
from guangyue.gazette.reading.anchoring import follow
from guangyue.gazette.reading.corrections import Confirm, Correction
from guangyue.gazette.reading.coverage import coverage_of
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import Doubt, ReadIssue, Span
from guangyue.gazette.storing import store_doubts, store_reading

SAME_NUMBER_ELSEWHERE = "same-number-elsewhere"
TOTAL_OUT_OF_STEP = "total-out-of-step"
BESIDE = (SAME_NUMBER_ELSEWHERE, TOTAL_OUT_OF_STEP)
MONTHS = 12


def read_edition(*, edition: Edition, read: ReadIssue | None = None) -> None:
    """读: in place of what an earlier reading left; `read` is the file as it reads without corrections."""
    lines = edition.lines
    corrections = corrections_on(edition)
    if read is None or corrections:
        read = read_issue(lines, corrections)
    store_reading(edition=edition, read=read)
    store_doubts(edition=edition, doubts=_doubts_of_coverage(read, lines))
    doubt_beside_others(edition=edition)


def doubt_beside_others(*, edition: Edition) -> None:
    """Look again at the rest of the library, which may have changed, and say what state this leaves."""
    edition.doubts.filter(key__in=BESIDE).delete()
    confirmed = {
        (correction.at.line, correction.doubt)
        for correction in corrections_on(edition)
        if isinstance(correction, Confirm)
    }
    doubts = [*_same_numbers(edition), *_total(edition)]
    store_doubts(
        edition=edition, doubts=[doubt for doubt in doubts if (doubt.span.first, doubt.key) not in confirmed]
    )
    blocked = edition.doubts.filter(blocks=True).exists()
    edition.state = Edition.State.TROUBLED if blocked else Edition.State.SPLIT
    edition.save(update_fields=["state"])


def corrections_on(edition: Edition) -> list[Correction]:
    """The corrections of the issue, each at its place in this file."""
    rows = HandCorrection.objects.in_force().filter(issue=edition.issue)
    return list(follow((row.correction for row in rows), edition.lines))


def _doubts_of_coverage(read: ReadIssue, lines: list[str]) -> Iterator[Doubt]:
    """R17: an issue is not released while a line of it belongs nowhere, or to two documents."""
    coverage = coverage_of(read, lines)
    for span in coverage.uncovered:
        yield Doubt("uncovered", span, f"第{span}行不属于任何公文，请指定归属。", blocks=True)
    for span in coverage.doubled:
        yield Doubt("doubly-covered", span, f"第{span}行同时属于两份公文，请指定归属。", blocks=True)


def _same_numbers(edition: Edition) -> Iterator[Doubt]:
    """A number belongs to one document. A reprint is possible, and a person says so; else one is misread."""
    own = {document.number: document for document in edition.documents.exclude(number="")}
    others = (
        PrintedDocument.objects.filter(number__in=own)
        .exclude(edition__issue=edition.issue)
        .filter(edition__state__in=(*Edition.UNDER_REVIEW, Edition.State.RELEASED))
        .select_related("edition__issue")
        .order_by("number", "pk")
    )
    for other in others:
        line = own[other.number].pieces[0]["first"]
        where = f"{other.edition.issue}（{other.edition.get_state_display()}）"
        yield Doubt(
            SAME_NUMBER_ELSEWHERE,
            Span(line, line),
            f"{other.number}在{where}里已经有了。读错的请更正文号；确实重印的请确认，引用时以后发布的一份为准。",
            blocks=True,
        )


def _total(edition: Edition) -> Iterator[Doubt]:
    """R1: 总第N期 rises by one with each monthly issue. What does not is a warning."""
    issue = edition.issue
    if not edition.total or not issue.number or not issue.year or issue.number > MONTHS:
        return
    others = Edition.objects.filter(
        issue__gazette=issue.gazette, issue__number__lte=MONTHS, total__isnull=False
    ).exclude(issue=issue)
    nearest = min(
        others.select_related("issue").defer("text"),
        key=lambda other: abs(_months(other) - _months(edition)),
        default=None,
    )
    if nearest is None or nearest.total is None:
        return
    expected = nearest.total + _months(edition) - _months(nearest)
    if edition.total != expected:
        yield Doubt(
            TOTAL_OUT_OF_STEP,
            Span(1, 1),
            f"印的是总第{edition.total}期，按{nearest.issue}（总第{nearest.total}期）推算应当是总第{expected}期。",
        )


def _months(edition: Edition) -> int:
    return (edition.issue.year or 0) * MONTHS + (edition.issue.number or 0)
