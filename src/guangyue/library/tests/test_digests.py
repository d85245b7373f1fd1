"""自动解读: proposed once, decided by an official, and kept when the issue is imported again."""

from datetime import date
from fractions import Fraction

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.audit.models import Record
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.digest.points import Amount, Body, Bound, Deadline, Purpose, Repeal, Role, Unit
from guangyue.gazette.tests.factories import a_clause, a_document, an_edition
from guangyue.library.digest_reading import digest_of
from guangyue.library.models import DigestPoint
from guangyue.library.point_wording import say
from guangyue.library.services.digests import (
    confirm_point,
    confirm_rest,
    correct_point,
    digest_edition,
    reject_point,
)
from guangyue.library.tests.policy_rows import NOON, a_body, a_released_document

pytestmark = pytest.mark.django_db

State, Kind = DigestPoint.State, DigestPoint.Kind


@pytest.fixture
def librarian() -> User:
    return a_user()


@pytest.fixture
def document() -> PrintedDocument:
    document = a_released_document()
    digest_edition(edition=document.edition, at=NOON)
    return document


def point(kind: str) -> DigestPoint:
    return DigestPoint.objects.get(kind=kind)


def printed_again(document: PrintedDocument, text: str) -> PrintedDocument:
    """The same document in a new edition, its first clause in other words."""
    again = a_document(number=document.number, day=document.day, edition=an_edition())
    a_clause(again, "一", text=text, note="市财政局负责")
    digest_edition(edition=again.edition, at=NOON)
    return again


def test_each_point_has_its_clause_and_its_words(document: PrintedDocument) -> None:
    found = [(one.path, one.kind, one.printed) for one in DigestPoint.objects.of(document)]

    assert found == [
        ("一", Kind.BENEFICIARY, "新开办的书店"),
        ("一", Kind.AMOUNT, "3万元"),
        ("一", Kind.BODY, "市财政局"),
        ("二", Kind.DEADLINE, "2026年12月底前"),
    ]


def test_a_body_is_found_in_the_register_and_otherwise_stays_as_printed() -> None:
    finance = a_body("东湖市财政局")
    document = a_released_document()
    a_clause(document, "三", text="（市丙局负责）")

    digest_edition(edition=document.edition, at=NOON)

    found = {one.printed: one.organisation for one in DigestPoint.objects.filter(kind=Kind.BODY)}
    assert found == {"市财政局": finance, "市丙局": None}


def test_read_twice_it_is_proposed_once(document: PrintedDocument) -> None:
    assert digest_edition(edition=document.edition, at=NOON) == 0
    assert DigestPoint.objects.count() == 4


def test_the_public_sees_nothing_until_it_is_confirmed(document: PrintedDocument, librarian: User) -> None:
    assert digest_of(document) == []

    confirm_point(point=point(Kind.AMOUNT), by=librarian, at=NOON)

    (group,) = digest_of(document)
    assert (group.title, [(line.says, line.path) for line in group.lines]) == (
        "金额",
        [("给付：3万元", "一")],
    )


def test_what_was_confirmed_survives_a_new_edition(document: PrintedDocument, librarian: User) -> None:
    confirm_point(point=point(Kind.AMOUNT), by=librarian, at=NOON)

    again = printed_again(document, "本条支持阅读。对新开办的书店，给予补助3万元。")

    kept = DigestPoint.objects.of(again).get(kind=Kind.AMOUNT)
    assert (kept.state, kept.lost, kept.decided_by) == (State.CONFIRMED, False, librarian)
    assert again.clauses.get(path="一").text[kept.start : kept.end] == "3万元"


def test_a_confirmed_point_whose_words_have_changed_is_looked_at_again(
    document: PrintedDocument, librarian: User
) -> None:
    confirm_point(point=point(Kind.AMOUNT), by=librarian, at=NOON)

    again = printed_again(document, "对新开办的书店，给予补助5万元。")

    old = DigestPoint.objects.of(again).get(kind=Kind.AMOUNT, printed="3万元")
    assert old.lost
    assert old in DigestPoint.objects.to_look_at()
    assert digest_of(again) == []


def test_a_rejected_point_stays_rejected(document: PrintedDocument, librarian: User) -> None:
    reject_point(point=point(Kind.BENEFICIARY), by=librarian, at=NOON)

    printed_again(document, "对新开办的书店，给予补助3万元。")

    assert point(Kind.BENEFICIARY).state == State.REJECTED


def test_a_correction_is_shown_in_place_of_what_was_read(document: PrintedDocument, librarian: User) -> None:
    meaning = Amount(low=3_000_000, high=3_000_000, per="家", bound=Bound.MOST)

    correct_point(point=point(Kind.AMOUNT), meaning=meaning, by=librarian, at=NOON)

    kept = point(Kind.AMOUNT)
    assert kept.meaning == meaning
    assert digest_of(document)[0].lines[0].says == "给付：最高 3万元 （每家）"


def test_the_rest_of_a_kind_is_confirmed_at_once(document: PrintedDocument, librarian: User) -> None:
    assert confirm_rest(document=document, kind=Kind.BODY, by=librarian, at=NOON) == 1
    assert point(Kind.BODY).state == State.CONFIRMED
    assert point(Kind.AMOUNT).state == State.PROPOSED


def test_a_decision_stands_in_the_audit_trail(document: PrintedDocument, librarian: User) -> None:
    confirm_point(point=point(Kind.AMOUNT), by=librarian, at=NOON)

    kept = Record.objects.get(action="解读要点已确认")
    assert kept.by_id == librarian.pk
    assert kept.detail == {"document": document.number, "path": "一", "printed": "3万元"}


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        (Amount(low=150_000_000, high=150_000_000), "给付：150万元"),
        (Amount(low=180_000, high=180_000), "给付：1,800元"),
        (Amount(low=12_050, high=12_050), "给付：120.5元"),
        (Amount(low=400_000, high=600_000), "给付：4,000元—6,000元"),
        (Amount(low=6 * 10**13, high=6 * 10**13, purpose=Purpose.TARGET), "目标：6,000亿元"),
        (Amount(share=Fraction(1, 2), of="实际缴费"), "给付：实际缴费的 50%"),
        (Amount(share=Fraction(2, 3), bound=Bound.MOST), "给付：最高 2/3"),
        (Deadline(count=20, unit=Unit.WORKING_DAYS, after="收到申请后"), "收到申请后 20个工作日"),
        (Deadline(due=date(2028, 2, 29), yearly=True), "每年2月底前"),
        (Deadline(due=date(2026, 3, 10), yearly=True), "每年3月10日前"),
        (Deadline(since=date(2026, 1, 1), due=date(2026, 6, 30)), "2026年1月1日 至 2026年6月30日"),
        (Body("市甲局", Role.LEADS), "牵头：市甲局"),
        (Repeal("示政发〔2019〕3号", "旧办法"), "示政发〔2019〕3号 《旧办法》"),
    ],
)
def test_a_point_is_said_in_a_few_words(meaning: Amount | Deadline | Body | Repeal, said: str) -> None:
    assert say(meaning) == said
