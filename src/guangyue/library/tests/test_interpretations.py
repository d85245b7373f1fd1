"""解读: written for an interpreting body, approved by another person and by every body named."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.models import PrintedDocument
from guangyue.library.models import Interpretation
from guangyue.library.services.interpretations import (
    NobodyInterprets,
    NoSuchClause,
    NotYourBody,
    WriterMayNotApprove,
    WrongState,
    approve_interpretation,
    draft_interpretation,
    edit_interpretation,
    interpreters_of,
    return_interpretation,
    submit_interpretation,
    withdraw_interpretation,
)
from guangyue.library.tests.policy_rows import NOON, a_body, a_released_document
from guangyue.organisations.models import Organisation

pytestmark = pytest.mark.django_db

State = Interpretation.State


@pytest.fixture
def finance() -> Organisation:
    return a_body("东湖市财政局")


@pytest.fixture
def culture() -> Organisation:
    return a_body("东湖市文化局")


@pytest.fixture
def document(finance: Organisation, culture: Organisation) -> PrintedDocument:
    return a_released_document(interpreters=["市财政局", "市文化局"])


@pytest.fixture
def writer() -> User:
    return a_user()


@pytest.fixture
def submitted(document: PrintedDocument, writer: User) -> Interpretation:
    drafted = draft_interpretation(
        document=document, path="一", title="谁能领补助", text="新开的书店都能领。", by=writer, at=NOON
    )
    submit_interpretation(interpretation=drafted, by=writer, at=NOON)
    return drafted


def state_of(interpretation: Interpretation) -> str:
    return Interpretation.objects.get(pk=interpretation.pk).state


def test_it_is_for_the_bodies_that_the_document_names(
    document: PrintedDocument, finance: Organisation, culture: Organisation
) -> None:
    assert [one.organisation for one in interpreters_of(document)] == [finance, culture]


def test_without_a_named_body_it_is_for_the_issuer() -> None:
    government = a_body("示例市人民政府")
    document = a_released_document(interpreters=["市指挥部办公室"])

    assert [one.organisation for one in interpreters_of(document)] == [government]


def test_it_is_published_when_every_body_has_agreed(
    submitted: Interpretation, finance: Organisation, culture: Organisation
) -> None:
    approve_interpretation(interpretation=submitted, organisations=[finance.pk], by=a_user(), at=NOON)
    assert state_of(submitted) == State.SUBMITTED

    approve_interpretation(interpretation=submitted, organisations=[culture.pk], by=a_user(), at=NOON)
    assert state_of(submitted) == State.APPROVED


def test_nobody_approves_what_they_wrote(
    submitted: Interpretation, writer: User, finance: Organisation
) -> None:
    with pytest.raises(WriterMayNotApprove):
        approve_interpretation(interpretation=submitted, organisations=[finance.pk], by=writer, at=NOON)


def test_no_other_body_approves_it(submitted: Interpretation) -> None:
    with pytest.raises(NotYourBody):
        approve_interpretation(
            interpretation=submitted, organisations=[a_body("东湖市水利局").pk], by=a_user(), at=NOON
        )


def test_what_comes_back_is_changed_and_all_are_asked_anew(
    submitted: Interpretation, writer: User, finance: Organisation
) -> None:
    reviewer = a_user()
    approve_interpretation(interpretation=submitted, organisations=[finance.pk], by=reviewer, at=NOON)
    return_interpretation(interpretation=submitted, reason="再写明白些", by=reviewer, at=NOON)

    edit_interpretation(
        interpretation=submitted, title="谁能领", text="新开办的书店能领三万元。", by=writer, at=NOON
    )
    submit_interpretation(interpretation=submitted, by=writer, at=NOON)

    assert submitted.consents.filter(at=None).count() == 2
    assert [move.what for move in submitted.moves.all()] == [
        "起草",
        "提交审定",
        "东湖市财政局审定",
        "退回",
        "修改",
        "提交审定",
    ]


def test_what_is_withdrawn_is_shown_no_more(
    submitted: Interpretation, document: PrintedDocument, finance: Organisation, culture: Organisation
) -> None:
    approve_interpretation(
        interpretation=submitted, organisations=[finance.pk, culture.pk], by=a_user(), at=NOON
    )
    assert submitted in Interpretation.objects.of(document).approved()

    withdraw_interpretation(interpretation=submitted, reason="政策有变", by=a_user(), at=NOON)

    assert not Interpretation.objects.of(document).approved().exists()


def test_a_draft_cannot_be_approved_nor_a_submission_edited(
    document: PrintedDocument, writer: User, submitted: Interpretation, finance: Organisation
) -> None:
    draft = draft_interpretation(document=document, path="", title="总的", text="说明", by=writer, at=NOON)

    with pytest.raises(WrongState):
        approve_interpretation(interpretation=draft, organisations=[finance.pk], by=a_user(), at=NOON)
    with pytest.raises(WrongState):
        edit_interpretation(interpretation=submitted, title="改", text="改", by=writer, at=NOON)


def test_it_hangs_on_a_clause_that_there_is(document: PrintedDocument, writer: User) -> None:
    with pytest.raises(NoSuchClause):
        draft_interpretation(document=document, path="九", title="题", text="文", by=writer, at=NOON)


def test_a_document_of_bodies_that_nobody_knows_waits_for_the_register(writer: User) -> None:
    document = a_released_document(interpreters=["市丙局"], issuers=["市丁局"])

    with pytest.raises(NobodyInterprets):
        draft_interpretation(document=document, path="一", title="题", text="文", by=writer, at=NOON)
