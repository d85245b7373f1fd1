"""Granting, making ready, suspending, taking back; and what is refused on the way."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.empowerments.models import (
    Empowerment,
    EmpowermentMove,
    GrantingDocument,
    PublicAnnouncement,
    State,
)
from guangyue.empowerments.modes import KitPart, Mode, Piece
from guangyue.empowerments.pieces import missing_kit
from guangyue.empowerments.progress import new_powers, tallies, warnings
from guangyue.empowerments.refusals import (
    BeforeIssue,
    BeforeLastMove,
    EndedAlready,
    GrantedAlready,
    MustDelegate,
    NotFromHere,
    NotInGrant,
    PartsMissing,
    PiecesMissing,
    SayHow,
    WrongWay,
)
from guangyue.empowerments.services.conferring import undertake_power
from guangyue.empowerments.services.nightly import link_matters, note_lost_pieces, note_overdue
from guangyue.empowerments.services.papers import (
    Terms,
    announce,
    complete_kit,
    end_paper,
    issue_seal,
    sign_agreement,
)
from guangyue.empowerments.services.withdrawing import suspend_power, withdraw_power
from guangyue.empowerments.tests.factories import (
    AT,
    ISSUED,
    SIGNED,
    TERMS,
    a_power,
    a_zone,
    an_agreement,
    an_undertaken_power,
    give,
)
from guangyue.kit.access import EVERYWHERE
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation

LATER = SIGNED + timedelta(days=3)


def moves(power: Empowerment) -> list[str]:
    return list(power.moves.values_list("to", flat=True))


def test_a_power_is_issued_made_ready_and_undertaken(document: GrantingDocument, zone: Organisation) -> None:
    power = an_undertaken_power(document, body=zone)

    assert power.state == State.UNDERTAKEN
    assert power.since == SIGNED
    assert moves(power) == ["proposed", "issued", "preparing", "undertaken"]


def test_nothing_is_undertaken_without_its_pieces(document: GrantingDocument, zone: Organisation) -> None:
    power = give(a_power(document, body=zone), [Piece.AGREEMENT, Piece.SEAL])

    with pytest.raises(PiecesMissing, match="公告"):
        undertake_power(empowerment=power, on=LATER, by=None, at=AT)


def test_a_zone_that_the_document_does_not_name_is_not_served(document: GrantingDocument) -> None:
    other = a_zone("resort")

    with pytest.raises(NotInGrant):
        a_power(document, body=other)


def test_one_power_is_granted_once_and_after_it_was_taken_back_again(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    with pytest.raises(GrantedAlready):
        a_power(document, body=zone)

    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    assert a_power(document, body=zone).state == State.PREPARING


def test_what_the_law_reserves_is_delegated_and_another_way_is_described(
    document: GrantingDocument, zone: Organisation
) -> None:
    with pytest.raises(MustDelegate):
        a_power(document, body=zone, mode=Mode.INTAKE, reserved=True)
    with pytest.raises(SayHow):
        a_power(document, body=zone, mode=Mode.OTHER)


def test_an_agreement_without_one_of_its_parts_is_none(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = a_power(document, body=zone)

    with pytest.raises(PartsMissing, match="双方权利和义务"):
        sign_agreement(
            empowerments=[power],
            number="1",
            terms=Terms(TERMS.basis, TERMS.matters, TERMS.powers, " "),
            signed_on=SIGNED,
            by=None,
            at=AT,
        )


def test_nothing_is_signed_before_the_document_and_no_seal_is_given_for_receiving(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = a_power(document, body=zone, mode=Mode.INTAKE)

    with pytest.raises(WrongWay, match="不用二号章"):
        issue_seal(empowerments=[power], number="2", on=SIGNED, by=None, at=AT)
    with pytest.raises(BeforeIssue):
        announce(empowerments=[power], place="网站", on=ISSUED - timedelta(days=1), by=None, at=AT)


def test_a_seal_that_comes_back_suspends_what_rests_on_it_alone(
    document: GrantingDocument, zone: Organisation
) -> None:
    alone = an_undertaken_power(document, body=zone, code="1")
    both = an_undertaken_power(document, body=zone, code="2")
    seal = alone.seals.get()
    seal.empowerments.add(both)

    end_paper(paper=seal, on=LATER, because="遗失", by=None, at=AT)

    alone.refresh_from_db()
    both.refresh_from_db()
    assert (alone.state, both.state) == (State.SUSPENDED, State.UNDERTAKEN)
    with pytest.raises(EndedAlready):
        end_paper(paper=seal, on=LATER, because="遗失", by=None, at=AT)


def test_a_suspended_power_is_taken_up_again_when_its_piece_is_back(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    end_paper(paper=power.seals.get(), on=LATER, because="遗失", by=None, at=AT)

    give(power, [Piece.SEAL], on=LATER)
    undertake_power(empowerment=power, on=LATER, by=None, at=AT)

    power.refresh_from_db()
    assert power.state == State.UNDERTAKEN
    assert power.since == SIGNED


def test_with_the_power_comes_back_what_served_it_alone(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone, code="1")
    other = an_undertaken_power(document, body=zone, code="2")
    shared = power.agreements.get()
    shared.empowerments.add(other)

    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    shared.refresh_from_db()
    assert power.seals.get().until == LATER
    assert shared.until is None


def test_of_two_at_once_one_wins_and_the_other_is_told(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    same = Empowerment.objects.get(pk=power.pk)
    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    with pytest.raises(NotFromHere, match="已收回"):
        suspend_power(empowerment=same, on=LATER, said="停用", by=None, at=AT)
    assert moves(power)[-1] == State.WITHDRAWN


def test_no_move_goes_back_before_the_last(document: GrantingDocument, zone: Organisation) -> None:
    power = an_undertaken_power(document, body=zone)

    with pytest.raises(BeforeLastMove):
        suspend_power(empowerment=power, on=ISSUED, said="停用", by=None, at=AT)


def test_what_was_moved_is_never_written_again(document: GrantingDocument, zone: Organisation) -> None:
    power = a_power(document, body=zone)

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        power.moves.update(said="改写")


def test_the_day_after_the_limit_it_is_overdue(document: GrantingDocument, zone: Organisation) -> None:
    power = a_power(document, body=zone)

    assert note_overdue(on=date(2021, 5, 28), at=AT) == 0
    assert note_overdue(on=date(2021, 5, 29), at=AT) == 1
    power.refresh_from_db()
    assert power.state == State.OVERDUE


def test_every_night_an_agreement_that_ran_out_is_noticed(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    power.agreements.all().delete()
    an_agreement(power, through=LATER)

    assert note_lost_pieces(on=LATER, at=AT) == 0
    assert note_lost_pieces(on=LATER + timedelta(days=1), at=AT) == 1


def test_a_power_meets_its_matter_when_that_comes_into_the_catalogue(
    document: GrantingDocument, zone: Organisation
) -> None:
    power = a_power(document, body=zone, code="000900")
    matter = Matter.objects.create(code="000900", owner=zone, name="测试", kind="PERMIT")

    link_matters()

    power.refresh_from_db()
    assert power.matter == matter


def test_the_kit_is_ticked_off_once(document: GrantingDocument, zone: Organisation) -> None:
    power = a_power(document, body=zone)

    for _ in range(2):
        complete_kit(empowerments=[power], part=KitPart.HANDBOOK, on=SIGNED, by=None, at=AT)

    assert missing_kit(Empowerment.objects.with_pieces().get()) == (
        KitPart.GUIDE,
        KitPart.SUPERVISION,
        KitPart.POWER_LIST,
        KitPart.SYSTEM,
    )


def test_unfinished_is_what_lacks_anything(document: GrantingDocument, zone: Organisation) -> None:
    done = an_undertaken_power(document, body=zone, code="1")
    for part in KitPart:
        complete_kit(empowerments=[done], part=part, on=SIGNED, by=None, at=AT)
    without_kit = an_undertaken_power(document, body=zone, code="2")
    preparing = a_power(document, body=zone, code="3")
    a_power(document, body=zone, code="4", mode=Mode.DIRECT)

    assert set(Empowerment.objects.unfinished()) == {without_kit, preparing}


def test_progress_counts_pieces_way_by_way(document: GrantingDocument, zone: Organisation) -> None:
    an_undertaken_power(document, body=zone, code="1")
    a_power(document, body=zone, code="2")
    a_power(document, body=zone, code="3", mode=Mode.INTAKE)

    delegated, intake = tallies(new_powers(EVERYWHERE), LATER)

    assert (delegated.many, delegated.undertaken, delegated.of(Piece.SEAL)) == (2, 1, 1)
    assert delegated.of(Piece.PERMISSION) is None
    assert (intake.many, intake.of(Piece.PERMISSION)) == (1, 0)


def test_a_list_that_differs_from_the_document_is_said_so(
    document: GrantingDocument, zone: Organisation
) -> None:
    for code in ("1", "2", "3"):
        a_power(document, body=zone, code=code, name=f"事项{code}")
    a_power(document, body=zone, code="4", mode=Mode.DIRECT)

    assert [str(one) for one in warnings()] == ["赋权事项清单载入 3 项，文件写的是 2 项：事项3"]


def test_the_public_is_told_of_the_end_too(document: GrantingDocument, zone: Organisation) -> None:
    power = an_undertaken_power(document, body=zone)
    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    told = announce(
        empowerments=[power],
        place="网站",
        on=LATER,
        kind=PublicAnnouncement.Kind.WITHDRAWAL,
        by=None,
        at=AT,
    )

    assert list(told.empowerments.all()) == [power]
    assert EmpowermentMove.objects.filter(to=State.WITHDRAWN).count() == 1
