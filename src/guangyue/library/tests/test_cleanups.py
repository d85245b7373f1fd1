"""文件清理: every document in force is somebody's to judge, with a reason and, in the end, an act."""

from datetime import date

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.reading.shapes import Category
from guangyue.library.models import CleanupItem, CleanupRound, Term
from guangyue.library.services.cleanups import (
    ItemsOpen,
    NothingToCarryOut,
    NothingToClean,
    ReasonMissing,
    RoundClosed,
    TitleTaken,
    assign_item,
    close_round,
    judge_item,
    open_round,
    record_act,
    unit_progress,
)
from guangyue.library.tests.policy_rows import CITES, DAY, NOON, a_body, a_released_document

pytestmark = pytest.mark.django_db

DUE = date(2026, 12, 31)
Ground, Verdict = CleanupItem.Ground, CleanupItem.Verdict


def a_round(title: str = "2026年清理", on: date = DAY) -> CleanupRound:
    return open_round(
        title=title, criteria="滞后于改革\n不利于营商环境", cites=CITES, on=on, due=DUE, by=None, at=NOON
    )


def judged(item: CleanupItem, verdict: str = Verdict.KEEP, reason: str = "", act: str = "") -> CleanupItem:
    judge_item(item=item, verdict=verdict, reason=reason, act=act, by=a_user(), at=NOON)
    item.refresh_from_db()
    return item


@pytest.fixture
def official() -> User:
    return a_user()


def test_what_is_in_force_is_looked_through_and_nothing_else() -> None:
    kept = a_released_document()
    ended = a_released_document()
    Term.objects.filter(document=ended).update(until=date(2026, 2, 28))
    a_released_document(category=Category.AFFAIRS.value)

    assert [item.document_key for item in a_round().items.all()] == [kept.number]


def test_whoever_drafted_looks_through_before_who_interprets_and_who_issued() -> None:
    drafter, interpreter, issuer = a_body("东湖市国资委"), a_body("东湖市财政局"), a_body("东湖市政府")
    a_released_document(author="市国资委", interpreters=["市财政局"], issuers=["东湖市政府"])
    a_released_document(interpreters=["市财政局"], issuers=["东湖市政府"])
    a_released_document(interpreters=["市丙局"], issuers=["东湖市政府"])
    a_released_document(issuers=["市丁局"])

    found = [(item.organisation, item.ground) for item in a_round().items.all()]

    assert found == [
        (drafter, Ground.AUTHOR),
        (interpreter, Ground.INTERPRETER),
        (issuer, Ground.ISSUER),
        (None, Ground.ISSUER),
    ]


def test_another_unit_can_be_named() -> None:
    a_released_document()
    item = a_round().items.get()
    drafter = a_body("东湖市文化局")

    assign_item(item=item, organisation=drafter)

    item.refresh_from_db()
    assert (item.organisation, item.ground) == (drafter, Ground.ASSIGNED)


def test_revising_and_repealing_need_a_reason_and_keeping_does_not() -> None:
    a_released_document()
    item = a_round().items.get()

    with pytest.raises(ReasonMissing):
        judged(item, Verdict.REPEAL, reason=" ")
    assert judged(item, Verdict.KEEP).verdict == Verdict.KEEP


def test_the_act_may_come_after_the_round(official: User) -> None:
    a_released_document()
    cleanup = a_round()
    item = judged(cleanup.items.get(), Verdict.REPEAL, reason="滞后于改革")
    close_round(cleanup=cleanup, at=NOON)
    assert item.owes_act

    record_act(item=item, act="示政发〔2027〕1号")

    item.refresh_from_db()
    assert not item.owes_act


def test_what_is_kept_has_no_act() -> None:
    a_released_document()
    item = judged(a_round().items.get(), Verdict.KEEP, act="示政发〔2027〕1号")

    assert item.act == ""
    with pytest.raises(NothingToCarryOut):
        record_act(item=item, act="示政发〔2027〕1号")


def test_a_round_ends_when_all_is_judged_and_then_stands() -> None:
    a_released_document()
    cleanup = a_round()
    with pytest.raises(ItemsOpen):
        close_round(cleanup=cleanup, at=NOON)

    item = judged(cleanup.items.get())
    close_round(cleanup=cleanup, at=NOON)

    with pytest.raises(RoundClosed):
        judged(item, Verdict.REVISE, reason="晚了")


def test_progress_is_counted_by_unit_the_slowest_first() -> None:
    culture, finance = a_body("东湖市文化局"), a_body("东湖市财政局")
    for author in ("市文化局", "市财政局", "市财政局"):
        a_released_document(author=author)
    cleanup = a_round()
    judged(cleanup.items.get(organisation=culture), Verdict.REVISE, reason="不利于营商环境")
    judged(cleanup.items.filter(organisation=finance)[0])

    slow, done = unit_progress(cleanup=cleanup)

    assert (slow.name, slow.judged, slow.many, slow.percent) == ("东湖市财政局", 1, 2, 50)
    assert (done.revise, done.owed, done.percent) == (1, 1, 100)


def test_a_round_needs_documents_and_a_name_of_its_own() -> None:
    with pytest.raises(NothingToClean):
        a_round()
    a_released_document()
    a_round()
    with pytest.raises(TitleTaken):
        a_round()
