"""Two people act on one bundle at once: one wins, the other is told, and neither waits for ever."""

from functools import partial

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.services.handling import accept_bundle, deliver_bundle, withdraw_bundle
from guangyue.bundles.services.opening import begin_held, hand_in_bundle
from guangyue.bundles.services.papers import add_files
from guangyue.bundles.tests.factories import a_bundle, a_draft, case_of, grant
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Delivered, Move
from guangyue.cases.services.delivery import Slip
from guangyue.cases.services.moving import move_case
from guangyue.cases.tests.factories import AT
from guangyue.kit.tests.together import at_once
from guangyue.registries.tests.factories import EAST, a_person

SIGNED = Slip(to="本人", proof=Delivered.Proof.OWN)

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_windows_that_accept_one_wins_and_the_other_is_told(theme: Theme) -> None:
    bundle = a_bundle(theme)

    said = at_once(*[partial(accept_bundle, bundle=bundle, by=a_user(), at=AT) for _ in range(2)])

    assert said[0] == ""
    assert "已经提交" in said[1]
    assert Move.objects.filter(arrow="accept").count() == 2  # one of each matter


def test_a_draft_is_handed_in_once(theme: Theme) -> None:
    draft = a_draft(theme)

    said = at_once(*[partial(hand_in_bundle, bundle=draft, consent=True, at=AT)] * 2)

    assert said[0] == ""
    assert "已经提交" in said[1]
    assert Case.objects.count() == 2


def test_while_it_is_withdrawn_nobody_accepts_it(theme: Theme, clerk: User) -> None:
    bundle = a_bundle(theme)

    said = at_once(
        partial(accept_bundle, bundle=bundle, by=clerk, at=AT),
        partial(withdraw_bundle, bundle=bundle, by=None, at=AT),
    )

    bundle.refresh_from_db()
    assert bundle.state == BundleCase.State.FINISHED
    assert said[0] == ""  # withdrawn, before or after it was accepted
    assert not Case.objects.open().exists()


def test_two_matters_decided_at_once_decide_the_whole_once(theme: Theme, clerk: User) -> None:
    """Each move holds the other case too: they come one after the other, and results go out together."""
    person = a_person(EAST, account=a_user(kind=Kind.CITIZEN))
    bundle = a_bundle(theme, cooks="不供应", applicant=person)
    accept_bundle(bundle=bundle, by=clerk, at=AT)
    cases = [case_of(bundle, "A1"), case_of(bundle, "C1")]
    for case in cases:
        move_case(case=case, arrow="propose", by=a_user(), actor=Actor.REVIEWER, at=AT, said="符合条件")
    decide = partial(move_case, arrow="grant", actor=Actor.DECIDER, at=AT)

    said = at_once(*[partial(decide, case=case, by=a_user()) for case in cases])

    bundle.refresh_from_db()
    assert said == ["", ""]
    assert bundle.state == BundleCase.State.FINISHED
    assert bundle.decision.content["refused"] is False
    assert {case.phase for case in Case.objects.all()} == {"FINISHED"}


def test_a_decision_and_the_papers_of_what_was_held_back_do_not_wait_for_each_other(
    theme: Theme, clerk: User
) -> None:
    draft = a_draft(theme, lacking=["plan"], cooks="不供应")
    bundle = hand_in_bundle(bundle=draft, consent=True, partly=True, at=AT)
    accept_bundle(bundle=bundle, by=clerk, at=AT)
    add_files(paper=bundle.papers.get(code="plan"), files=(), at=AT, on_paper=True)

    said = at_once(
        partial(grant, case_of(bundle, "A1")),
        partial(begin_held, bundle=bundle, at=AT),
    )

    assert said == ["", ""]
    assert case_of(bundle, "C1").accepted_at == AT
    assert bundle.parts.filter(standing="GRANTED").get().matter == "A1"


def test_a_slip_is_signed_once(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme, cooks="不供应"), by=clerk, at=AT)
    for matter in ("A1", "C1"):
        grant(case_of(bundle, matter))

    hand_over = partial(deliver_bundle, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)

    said = at_once(*[partial(hand_over, bundle=bundle)] * 2)

    assert said[0] == ""
    assert said[1]
    assert Delivered.objects.count() == 2  # one of each matter
