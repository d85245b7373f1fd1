"""Handing the result over: at the window with its proof, by post under its number, online by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.delivery_papers import slip_of
from guangyue.cases.flow import Actor, Check, Phase
from guangyue.cases.models import Case, Delivered
from guangyue.cases.refusals import MovedOnAlready, NotYet
from guangyue.cases.services.delivery import Slip, SlipIncomplete, deliver_case
from guangyue.cases.tests.factories import AT, ORDINARY, a_case, go
from guangyue.kit.typesetting import typeset
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import WEST, a_person

SIGNED = Slip(to="王小明", proof=Delivered.Proof.OWN)


@pytest.fixture
def decided(matter: Matter, clerk: User, reviewer: User, decider: User) -> Case:
    return _decided(a_case(matter, by=clerk), clerk, reviewer, decider)


def _decided(case: Case, clerk: User, reviewer: User, decider: User) -> Case:
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=1))
    return case


def test_what_is_picked_up_is_signed_for_against_a_proof(decided: Case, clerk: User) -> None:
    delivered = deliver_case(case=decided, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)

    decided.refresh_from_db()
    assert decided.stands_in is Phase.FINISHED
    assert (delivered.to, delivered.get_proof_display()) == ("王小明", "本人身份证件")


@pytest.mark.parametrize(
    ("how", "slip", "field"),
    [
        (Case.Delivery.PICK_UP, Slip(proof=Delivered.Proof.OWN), "to"),
        (Case.Delivery.PICK_UP, Slip(to="王小明"), "proof"),
        (Case.Delivery.POST, Slip(carrier="邮政 EMS", address="东昌府区"), "tracking"),
        (Case.Delivery.ELECTRONIC, SIGNED, "how"),
    ],
)
def test_a_slip_that_lacks_something_delivers_nothing(
    decided: Case, clerk: User, how: str, slip: Slip, field: str
) -> None:
    with pytest.raises(SlipIncomplete) as refused:
        deliver_case(case=decided, how=how, slip=slip, by=clerk, at=AT)

    decided.refresh_from_db()
    assert refused.value.field == field
    assert decided.stands_in is Phase.DECIDED
    assert not Delivered.objects.exists()


def test_no_move_hands_over_what_no_slip_tells_of(decided: Case, clerk: User) -> None:
    with pytest.raises(NotYet, match="还没有登记出件"):
        go(decided, "deliver", actor=Actor.CLERK, by=clerk)
    with pytest.raises(NotYet, match="还没有登记出件"):
        go(decided, "deliver_online", actor=Actor.SYSTEM)


def test_a_flow_that_said_so_itself_asks_for_the_slip_once() -> None:
    asking = (Check.HANDED_OVER,)
    declared = tuple(replace(one, checks=asking) if one.key == "deliver" else one for one in ORDINARY.arrows)
    flow = replace(ORDINARY, arrows=declared)

    for one in (ORDINARY, flow):
        deliver = one.arrow("deliver", since="delivery")
        assert deliver is not None
        assert one.checks_of(deliver) == asking


def test_what_is_posted_goes_under_its_number(decided: Case, clerk: User) -> None:
    slip = Slip(carrier="邮政 EMS", tracking="EX123456789CN", address="东昌府区柳园路 1 号")

    delivered = deliver_case(case=decided, how=Case.Delivery.POST, slip=slip, by=clerk, at=AT)

    assert (delivered.to, delivered.tracking) == ("东湖小吃店", "EX123456789CN")
    assert typeset(slip_of(decided, delivered)).startswith(b"%PDF")


def test_nothing_is_handed_over_twice_or_before_it_is_decided(
    decided: Case, matter: Matter, clerk: User
) -> None:
    deliver_case(case=decided, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)

    for case in (decided, a_case(matter, by=clerk)):
        with pytest.raises(MovedOnAlready):
            deliver_case(case=case, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)


def test_whoever_has_an_account_and_chose_so_gets_it_online_at_once(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    person = a_person(WEST, account=a_user())
    case = a_case(matter, applicant=person, by=clerk)

    _decided(case, clerk, reviewer, decider)

    assert case.stands_in is Phase.FINISHED
    assert case.delivered.get_how_display() == "电子文书"
    assert case.moves.order_by("pk").last().title == "电子送达"  # type: ignore[union-attr]
