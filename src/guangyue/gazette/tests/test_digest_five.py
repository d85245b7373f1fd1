"""自动解读 of the five issues: what is found is counted, and what stands there beyond doubt is found."""

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from guangyue.gazette.reading.digest import digest
from guangyue.gazette.reading.digest.points import Amount, Deadline, Point, Purpose, Repeal
from guangyue.gazette.reading.issue import read_issue

GAZETTES = Path(settings.GAZETTES)
WAN = 10**6  # 万元, in 分

pytestmark = pytest.mark.skipif(not GAZETTES.is_dir(), reason="the gazettes are not here")


@pytest.fixture(scope="module")
def points() -> dict[str, list[Point]]:
    """By the number of the document."""
    issues = [
        read_issue(path.read_text(encoding="utf-8").split("\n")) for path in sorted(GAZETTES.glob("*.txt"))
    ]
    return {
        document.number: list(digest(document.walk(), of=document.day))
        for issue in issues
        for document in issue.documents
        if document.number
    }


def test_what_is_found_is_of_every_kind(points: dict[str, list[Point]]) -> None:
    found = Counter(type(point.meaning).__name__ for of_document in points.values() for point in of_document)

    least = {"Body": 1900, "Deadline": 190, "Amount": 140, "Beneficiary": 90, "Repeal": 2}
    assert all(found[kind] >= many for kind, many in least.items()), found


def test_both_express_repeals_are_found_and_no_other(points: dict[str, list[Point]]) -> None:
    repeals = {
        (number, point.place.path, point.meaning.number)
        for number, of_document in points.items()
        for point in of_document
        if isinstance(point.meaning, Repeal)
    }

    assert repeals == {
        ("聊政办字〔2020〕49号", "10", "聊政办字〔2019〕42号"),
        ("聊政发〔2021〕5号", "九", "聊政发〔2016〕56号"),
    }


@pytest.mark.parametrize(
    ("number", "path", "sums"),
    [
        ("聊政发〔2021〕5号", "二（一）1", [300 * WAN]),
        ("聊政发〔2021〕5号", "二（一）2", [200 * WAN]),
        ("聊政发〔2021〕5号", "二（一）3", [50 * WAN]),
        ("聊政发〔2021〕5号", "二（二）", [500 * WAN]),
        ("聊政发〔2019〕4号", "二（七）", [5 * WAN, 50 * WAN]),
        ("聊政发〔2019〕4号", "二（六）", [150 * WAN // 100, 20 * WAN // 100, 20 * WAN // 100]),
    ],
)
def test_what_is_paid_is_exact(
    points: dict[str, list[Point]], number: str, path: str, sums: list[int]
) -> None:
    paid = [
        point.meaning.high
        for point in points[number]
        if point.place.path == path
        and isinstance(point.meaning, Amount)
        and point.meaning.purpose is Purpose.PAID
        and point.meaning.high is not None
    ]

    assert paid == sums


def test_the_last_day_of_a_policy_is_found(points: dict[str, list[Point]]) -> None:
    dues = {
        point.meaning.due.isoformat()
        for point in points["聊政办字〔2021〕3号"]
        if isinstance(point.meaning, Deadline) and point.meaning.due
    }

    assert "2023-05-31" in dues
