"""Issues come in: twice, anew, broken, beside one another; and nothing is released that is in doubt."""

import io

import pytest

from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.models import Edition, HandCorrection, Issue, PrintedClause, PrintedDocument
from guangyue.gazette.reading.corrections import AssignLines, CorrectHead, EditLine
from guangyue.gazette.reading.files import UnreadableIssue
from guangyue.kit.tests.together import at_once
from guangyue.library.services.correcting import (
    anchor_at,
    confirm_doubt,
    correct_edition,
    withdraw_correction,
)
from guangyue.library.services.intake import NotUnderReview, Outcome, import_file, withdraw_edition
from guangyue.library.services.releasing import (
    DoubtsAreOpen,
    NotChecked,
    check_edition,
    release_edition,
    revise_edition,
)
from guangyue.library.tests.printed import NOON, an_issue, bring_in, line_of, released

pytestmark = pytest.mark.django_db


def test_an_issue_comes_in_to_be_checked_and_nothing_of_it_can_be_cited_yet() -> None:
    imported = bring_in(an_issue())

    edition = imported.edition
    assert imported.outcome is Outcome.NEW
    assert (edition.state, edition.issue.key, edition.total) == (Edition.State.SPLIT, "2026-02", 202)
    assert [document.number for document in edition.documents.order_by("order")] == [
        "东政发〔2026〕3号",
        "东政办字〔2026〕3号",
    ]
    assert not PrintedDocument.objects.released().exists()


def test_what_was_read_of_a_document_stands_in_its_row() -> None:
    bring_in(an_issue())

    document = PrintedDocument.objects.get(number="东政发〔2026〕3号")
    assert (document.series, document.year, document.serial) == ("政发", 2026, 3)
    assert document.title == "关于建设湖滨步道的意见"
    assert document.issuers == ["东湖市人民政府"]
    assert document.day is not None
    assert document.day.isoformat() == "2026-02-09"
    assert document.windows.filter(until="2029-03-31").exists()


def test_a_clause_knows_the_one_around_it() -> None:
    bring_in(an_issue())

    inner = PrintedClause.objects.get(document__number="东政发〔2026〕3号", path="一（一）")
    assert inner.parent is not None
    assert (inner.parent.path, inner.depth) == ("一", 1)
    assert "市住房城乡建设局" in inner.note


def test_the_same_bytes_again_change_nothing() -> None:
    first = bring_in(an_issue())
    rows = list(PrintedClause.objects.order_by("pk").values_list("pk", "path"))

    again = bring_in(an_issue(), name="copy.txt")

    assert again.outcome is Outcome.SAME
    assert again.edition == first.edition
    assert list(PrintedClause.objects.order_by("pk").values_list("pk", "path")) == rows
    assert Edition.objects.count() == 1


def test_other_bytes_of_an_issue_are_its_next_version_and_what_is_released_stays_in_use() -> None:
    first = released(an_issue(day=9))

    second = bring_in(an_issue(day=10))

    first.refresh_from_db()
    assert second.outcome is Outcome.NEW_VERSION
    assert second.edition.issue == first.issue
    assert first.state == Edition.State.RELEASED
    assert PrintedDocument.objects.released().get(number="东政发〔2026〕3号").day.day == 9  # type: ignore[union-attr]


def test_a_released_version_takes_the_place_of_the_one_before() -> None:
    first = released(an_issue(day=9))

    second = released(an_issue(day=10))

    first.refresh_from_db()
    assert (first.state, second.state) == (Edition.State.SUPERSEDED, Edition.State.RELEASED)
    assert PrintedDocument.objects.released().filter(number="东政发〔2026〕3号").count() == 1


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-8-sig"])
def test_an_issue_reads_the_same_in_every_encoding(encoding: str) -> None:
    edition = bring_in(an_issue().replace("\n", "\r\n").encode(encoding)).edition

    assert edition.lines == an_issue().rstrip("\n").split("\n")
    assert edition.documents.count() == 2


@pytest.mark.parametrize("content", [b"", b"\0\1\2\3" * 100, b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_what_is_no_text_is_refused_and_leaves_nothing(content: bytes) -> None:
    with pytest.raises(UnreadableIssue):
        bring_in(content)

    assert not Issue.objects.exists()


def test_a_foreign_text_comes_in_as_text_in_doubt() -> None:
    edition = bring_in("春眠不觉晓\n处处闻啼鸟\n").edition

    assert edition.state == Edition.State.TROUBLED
    assert edition.lines == ["春眠不觉晓", "处处闻啼鸟"]
    assert edition.doubts.filter(blocks=True).exists()


def test_a_document_by_itself_is_known_by_its_number() -> None:
    text = an_issue()
    alone = text[text.index("# 东湖市人民政府文件") : text.index("# 东湖市人民政府办公室")]

    edition = bring_in(alone).edition

    assert edition.issue.key == "东政发〔2026〕3号"
    assert edition.issue.year is None


def test_an_issue_with_a_missing_page_comes_in_troubled_and_cannot_be_released() -> None:
    text = an_issue()
    edition = bring_in(text[: text.index("# 东湖市人民政府办公室")]).edition

    assert edition.state == Edition.State.TROUBLED
    with pytest.raises(DoubtsAreOpen):
        check_edition(edition=edition, by=None, at=NOON)


def test_a_continuation_without_its_other_end_comes_in_troubled() -> None:
    edition = bring_in(an_issue().replace("每年检查一次。", "每年检查（下转第9页）")).edition

    assert edition.state == Edition.State.TROUBLED
    assert any(
        "第9页" in doubt.sentence or "9" in doubt.sentence for doubt in edition.doubts.filter(blocks=True)
    )


def test_one_number_twice_in_an_issue_keeps_it_from_release() -> None:
    edition = bring_in(an_issue().replace("东政办字〔2026〕3号", "东政发〔2026〕3号")).edition

    assert edition.documents.filter(number="东政发〔2026〕3号").count() == 2
    assert edition.state == Edition.State.TROUBLED


def test_a_number_that_another_issue_has_keeps_an_issue_from_release_until_somebody_confirms() -> None:
    released(an_issue(number=2, serial=3))
    edition = bring_in(an_issue(number=3, serial=3)).edition
    with pytest.raises(DoubtsAreOpen, match="2026年第2期"):
        check_edition(edition=edition, by=None, at=NOON)

    while doubt := edition.doubts.filter(blocks=True).first():
        confirm_doubt(doubt=doubt, by=None, at=NOON)

    assert check_edition(edition=edition, by=None, at=NOON).state == Edition.State.CHECKED


def test_a_total_out_of_step_is_a_warning_and_no_more() -> None:
    released(an_issue(number=2))
    edition = bring_in(an_issue(number=3, serial=4).replace("总第203期", "总第305期")).edition

    assert "应当是总第203期" in edition.doubts.get(key="total-out-of-step").sentence
    assert check_edition(edition=edition, by=None, at=NOON).state == Edition.State.CHECKED


def test_two_cities_may_print_the_same_number_of_a_year() -> None:
    ours = bring_in(an_issue()).edition
    theirs = bring_in(an_issue().replace("东湖市", "西湖市").replace("东政", "西政")).edition

    assert ours.issue != theirs.issue
    assert theirs.issue.key == "西湖市人民政府公报2026-02"


def test_an_edition_is_not_released_before_it_is_checked() -> None:
    with pytest.raises(NotChecked):
        release_edition(edition=bring_in(an_issue()).edition, by=None, at=NOON)


def test_a_line_corrected_by_hand_is_read_anew_and_the_file_stays() -> None:
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "宽三米")

    correct_edition(
        edition=edition,
        correction=EditLine(anchor_at(edition, line), "（一）步道环湖而建，宽五米。"),
        by=None,
        at=NOON,
    )

    assert "宽五米" in PrintedClause.objects.get(document__number="东政发〔2026〕3号", path="一（一）").text
    edition.refresh_from_db()
    assert "宽三米" in edition.text


def test_corrections_are_said_again_to_the_next_file_of_the_issue_where_their_lines_stand_now() -> None:
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "东政办字〔2026〕3号")
    head = line_of(edition, "# 东湖市人民政府办公室")
    correct_edition(
        edition=edition,
        correction=CorrectHead(anchor_at(edition, head), number="东政办字〔2026〕8号"),
        by=None,
        at=NOON,
    )

    again = bring_in("\n\n" + an_issue(day=10)).edition

    assert line
    assert again.documents.filter(number="东政办字〔2026〕8号").exists()


def test_a_correction_whose_line_is_gone_is_listed_and_not_applied() -> None:
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "宽三米")
    correct_edition(
        edition=edition, correction=EditLine(anchor_at(edition, line), "（一）宽五米。"), by=None, at=NOON
    )

    again = bring_in(an_issue().replace("宽三米", "宽四米")).edition

    assert again.doubts.filter(key="correction-lost", line_first=line).exists()
    assert (
        "宽四米"
        in PrintedClause.objects.get(
            document__edition=again, document__number="东政发〔2026〕3号", path="一（一）"
        ).text
    )


def test_a_correction_withdrawn_is_no_longer_said() -> None:
    user = a_user()
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "宽三米")
    correction = correct_edition(
        edition=edition, correction=EditLine(anchor_at(edition, line), "（一）宽五米。"), by=user, at=NOON
    )

    withdraw_correction(correction=correction, edition=edition, by=user, at=NOON)

    assert "宽三米" in PrintedClause.objects.get(document__number="东政发〔2026〕3号", path="一（一）").text
    assert HandCorrection.objects.get().withdrawn_by == user


def test_lines_go_to_the_document_they_are_assigned_to() -> None:
    edition = bring_in(an_issue()).edition
    line, head = line_of(edition, "二、栽种柳树"), line_of(edition, "# 东湖市人民政府文件")
    at = anchor_at(edition, line)

    correct_edition(
        edition=edition, correction=AssignLines(at, at, anchor_at(edition, head)), by=None, at=NOON
    )

    pieces = PrintedDocument.objects.get(number="东政发〔2026〕3号").pieces
    assert any(piece["first"] <= line <= piece["last"] and piece["by_hand"] for piece in pieces)


def test_what_is_checked_and_then_corrected_is_to_be_checked_again() -> None:
    edition = check_edition(edition=bring_in(an_issue()).edition, by=None, at=NOON)

    correct_edition(
        edition=edition,
        correction=EditLine(anchor_at(edition, line_of(edition, "宽三米")), "（一）宽五米。"),
        by=None,
        at=NOON,
    )

    edition.refresh_from_db()
    assert edition.state == Edition.State.SPLIT


def test_a_released_edition_is_not_corrected_but_revised_in_a_new_version() -> None:
    edition = released(an_issue())
    line = line_of(edition, "宽三米")
    correction = EditLine(anchor_at(edition, line), "（一）步道环湖而建，宽五米。")
    with pytest.raises(NotUnderReview):
        correct_edition(edition=edition, correction=correction, by=None, at=NOON)

    revised = revise_edition(edition=edition, by=None, at=NOON)
    correct_edition(edition=revised, correction=correction, by=None, at=NOON)

    assert (revised.version, revised.text) == (2, edition.text)
    assert (
        "宽三米"
        in PrintedClause.objects.get(document__edition=edition, document__order=1, path="一（一）").text
    )
    assert revise_edition(edition=edition, by=None, at=NOON) == revised


def test_an_edition_withdrawn_may_come_in_again() -> None:
    edition = bring_in(an_issue()).edition

    withdraw_edition(edition=edition)

    assert not PrintedDocument.objects.exists()
    assert bring_in(an_issue()).outcome is Outcome.NEW_VERSION
    with pytest.raises(NotUnderReview):
        withdraw_edition(edition=edition)


def test_a_crash_in_the_middle_leaves_nothing_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class PowerCut(Exception):
        pass

    def cut(*arguments: object, **keywords: object) -> None:
        raise PowerCut

    monkeypatch.setattr("guangyue.gazette.storing.PrintedWindow.objects.bulk_create", cut)
    with pytest.raises(PowerCut):
        bring_in(an_issue())

    assert not Issue.objects.exists()
    assert not Edition.objects.exists()
    assert not PrintedDocument.objects.exists()


def test_text_longer_than_any_column_is_cut_and_no_error() -> None:
    long = "很长" * 2_000
    edition = bring_in(an_issue().replace("关于建设湖滨步道的意见", f"关于{long}的意见")).edition

    assert edition.documents.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_release_at_once_one_is_told_that_it_is_done() -> None:
    edition = check_edition(edition=bring_in(an_issue()).edition, by=None, at=NOON)

    outcomes = at_once(*[lambda: release_edition(edition=edition, by=None, at=NOON)] * 2)

    assert outcomes == ["", NotUnderReview.sentence]


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_import_one_file_at_once_one_is_told_that_it_is_there() -> None:
    content = an_issue().encode()

    outcomes = at_once(*[lambda: import_file(file=io.BytesIO(content), name="a.txt", by=None, at=NOON)] * 2)

    assert outcomes == ["", ""]
    assert Edition.objects.count() == 1
