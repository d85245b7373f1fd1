"""The five issues that were read by hand: what the reading says of them beside what people found."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.noise import folded
from guangyue.gazette.reading.shapes import Noise, ReadDocument, ReadIssue

CATALOGUE = Path(settings.GAZETTES).parent / "catalogue"
NAMES = ("2019-04", "2019-10", "2020-03", "2020-10", "2021-04")
FRONTS = (77, 74, 87, 86, 78)
LISTED = (8, 8, 11, 11, 11)
TOTALS = (193, 199, 204, 211, 217)
NONE = "—"
Cells = list[str]

pytestmark = pytest.mark.skipif(
    not (Path(settings.GAZETTES).is_dir() and CATALOGUE.is_dir()), reason="the gazettes are not here"
)


def tables() -> list[Cells]:
    entry = next(CATALOGUE.glob("S01-*.md"), None) if CATALOGUE.is_dir() else None
    lines = entry.read_text(encoding="utf-8").splitlines() if entry else []
    return [
        [cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines if line.startswith("| 20")
    ]


DOCUMENTS = [cells for cells in tables() if re.fullmatch(r"\d{4}-\d{2}-\d{2}|—", cells[4])]
JUMPS = [cells for cells in tables() if "第" in cells[2] and "页" in cells[2]]


@pytest.fixture(scope="module")
def issues() -> dict[str, ReadIssue]:
    return {
        name: read_issue((Path(settings.GAZETTES) / f"{name}.txt").read_text(encoding="utf-8").splitlines())
        for name in NAMES
    }


def found(issues: dict[str, ReadIssue], cells: Cells) -> ReadDocument:
    """By number, or as the month's chronicle."""
    number = cells[1] if re.search(r"\d号", cells[1]) else ""
    return next(one for one in issues[cells[0]].documents if one.number == number)


def lines(document: ReadDocument) -> tuple[str, str]:
    """Its first piece, and the others."""
    first, *others = (str(piece.span) for piece in document.pieces)
    return first, "; ".join(others) or NONE


def words(document: ReadDocument) -> str:
    return folded("".join(f"{one.label}{one.heading}{one.text}{one.note}" for one in document.walk()))


def test_the_table_was_found() -> None:
    assert (len(DOCUMENTS), len(JUMPS)) == (49, 11)


def test_the_issues_hold_the_documents_of_the_table_in_its_order(issues: dict[str, ReadIssue]) -> None:
    read = [(name, one.number or NONE, one.title) for name in NAMES for one in issues[name].documents]

    assert read == [tuple(cells[:3]) for cells in DOCUMENTS]


@pytest.mark.parametrize("cells", DOCUMENTS, ids=lambda cells: f"{cells[0]} {cells[1]}")
def test_a_document_is_as_it_was_found_by_hand(issues: dict[str, ReadIssue], cells: Cells) -> None:
    _, _, _, issuers, day, page, main, continued = cells[:8]
    document = found(issues, cells)

    assert document.title == cells[2]
    assert "、".join(document.issuers) == re.sub(r"（.*）", "", issuers)
    assert document.day == (None if day == NONE else date.fromisoformat(day))
    assert document.page_from == int(page)
    assert lines(document) == (main, continued)


@pytest.mark.parametrize("cells", JUMPS, ids=lambda cells: f"{cells[0]} {cells[1]}")
def test_a_jump_is_joined_at_its_seam(issues: dict[str, ReadIssue], cells: Cells) -> None:
    document = found(issues, cells)
    arrives = re.search(r"(\d+), \D*(\d+)", cells[3])
    seam = re.search(r"([^（ :]+) ∥ ([^）; ]+)", cells[4])

    assert arrives
    piece = next(piece for piece in document.pieces if piece.span.first == int(arrives[1]))
    assert arrives[2] in piece.marker
    if seam and not seam[1].endswith("附则"):
        assert folded(seam[1] + seam[2].rstrip("…")) in words(document)


def test_every_line_is_in_one_place(issues: dict[str, ReadIssue]) -> None:
    for name, end in zip(NAMES, FRONTS, strict=True):
        issue = issues[name]
        assert issue.front.span
        assert (issue.front.span.first, issue.front.span.last) == (1, end)
        places = [issue.front.span, *issue.discarded]
        places += [piece.span for one in issue.documents for piece in one.pieces]
        for number, text in enumerate(issue.lines, start=1):
            assert not text.strip() or sum(number in span for span in places) == 1, (name, number)


def test_only_the_stray_rule_is_discarded(issues: dict[str, ReadIssue]) -> None:
    discarded = [(name, str(span)) for name in NAMES for span in issues[name].discarded]

    assert discarded == [("2019-04", "582")]


def test_each_issue_says_which_it_is(issues: dict[str, ReadIssue]) -> None:
    for name, total, listed in zip(NAMES, TOTALS, LISTED, strict=True):
        front = issues[name].front
        assert f"{front.year}-{front.number:02}" == name
        assert (front.total, len(front.contents)) == (total, listed)
        assert folded(front.colophon["刊号"]) == "聊新出准字200813号"


def test_only_the_interleaved_documents_must_be_looked_at_before_release(
    issues: dict[str, ReadIssue],
) -> None:
    blocking = [(name, one.key, str(one.span)) for name in NAMES for one in issues[name].doubts if one.blocks]

    assert blocking == [("2021-04", "interleaved", "763–773")]


def test_the_words_from_offline_to_online_are_no_jump(issues: dict[str, ReadIssue]) -> None:
    markers = [
        (name, one.span.first)
        for name in NAMES
        for one in issues[name].repairs
        if one.noise is Noise.JUMP_MARKER
    ]

    assert len(markers) == 2 * len(JUMPS)
    assert ("2020-10", 343) not in markers


@pytest.mark.parametrize(
    ("name", "line", "noise"),
    [
        ("2019-04", 582, Noise.STRAY_RULE),
        ("2019-04", 1028, Noise.FOREIGN_AND),
        ("2020-03", 219, Noise.FOREIGN_AND),
        ("2020-03", 728, Noise.FOREIGN_AND),
        ("2020-03", 853, Noise.FOREIGN_AND),
        ("2019-04", 885, Noise.VARIANT_CHARACTER),
        ("2019-04", 902, Noise.VARIANT_CHARACTER),
        ("2021-04", 456, Noise.SPACED_TITLE),
        ("2020-10", 905, Noise.MARKUP_REMNANT),
        ("2021-04", 763, Noise.INTERLEAVED),
    ],
)
def test_damage_found_by_hand_is_found(
    issues: dict[str, ReadIssue], name: str, line: int, noise: Noise
) -> None:
    assert any(one.noise is noise and line in one.span for one in issues[name].repairs)
