"""审批表: nothing is sent that lacks a word, a hand or a day."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Commander, RegionalNotice, Sheet, Warning
from guangyue.alerts.papers.warnings import sheet_paper
from guangyue.alerts.publishing import Haste
from guangyue.alerts.services.drafting import redraft_sheet
from guangyue.alerts.services.preparing import NoticeSaid, enter_regional_notice, relieve_commander
from guangyue.alerts.services.publishing import publish_warning
from guangyue.alerts.services.signing import approve_sheet, check_sheet, return_sheet, submit_sheet
from guangyue.alerts.tests.warned import (
    AT,
    DIRTY,
    Hands,
    a_forecast,
    a_sheet,
    a_warning,
    said,
    signed,
    some_hands,
)
from guangyue.alerts.warning_refusals import (
    NotInForce,
    NotReady,
    NotYourPost,
    SameHand,
    WarnedAlready,
    WrongStep,
)
from guangyue.kit.clocks import HOUR
from guangyue.kit.tests.together import at_once


def from_sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def hands(db: None) -> Hands:
    return some_hands()


def test_whatever_part_lacks_the_sheet_goes_no_further(hands: Hands) -> None:
    for part in response_plan().parts:
        words = {**said().said, part.key: "  "}
        sheet = a_sheet(hands, said=words)

        with pytest.raises(NotReady, match=part.title):
            submit_sheet(sheet=sheet, by=hands.officer, at=AT)

    with pytest.raises(NotReady, match="会商意见"):
        submit_sheet(sheet=a_sheet(hands, consultation=None), by=hands.officer, at=AT)


def test_three_hands_sign_each_in_his_own_post(hands: Hands) -> None:
    sheet = submit_sheet(sheet=a_sheet(hands, "red"), by=hands.officer, at=AT)
    with pytest.raises(NotYourPost, match="办公室主任"):
        check_sheet(sheet=sheet, by=hands.officer, at=AT)
    check_sheet(sheet=sheet, by=hands.deputy, at=AT)

    with pytest.raises(NotYourPost, match="指挥长"):
        approve_sheet(sheet=sheet, by=hands.deputy, at=AT)
    approve_sheet(sheet=sheet, by=hands.commander, at=AT)
    returned = return_sheet(sheet=sheet, reason="时段不对", by=hands.commander, at=AT)

    assert returned.checked_by is None
    own = submit_sheet(sheet=a_sheet(hands), by=hands.officer, at=AT)
    with pytest.raises(NotYourPost):
        check_sheet(sheet=own, by=hands.county, at=AT)


def test_nobody_signs_twice(hands: Hands) -> None:
    sheet = a_sheet(hands)
    redraft_sheet(sheet=sheet, said=said(consultation=sheet.consultation), by=hands.commander, at=AT)
    submit_sheet(sheet=sheet, by=hands.officer, at=AT)

    with pytest.raises(SameHand):
        check_sheet(sheet=sheet, by=hands.commander, at=AT)
    check_sheet(sheet=sheet, by=hands.deputy, at=AT)
    with pytest.raises(SameHand):
        approve_sheet(sheet=sheet, by=hands.deputy, at=AT)
    with pytest.raises(SameHand):
        approve_sheet(sheet=sheet, by=hands.commander, at=AT)


def test_who_left_office_signs_no_more(hands: Hands) -> None:
    sheet = submit_sheet(sheet=a_sheet(hands), by=hands.officer, at=AT)
    held = Commander.objects.get(account=hands.director)
    relieve_commander(commander=held, until=held.since, by=hands.officer)

    with pytest.raises(NotYourPost):
        check_sheet(sheet=sheet, by=hands.director, at=AT + timedelta(days=1))


def test_a_day_ahead_or_a_ground_that_holds(hands: Hands) -> None:
    late = AT + 24 * HOUR - timedelta(minutes=1)
    with pytest.raises(NotReady, match="不足 24 小时"):
        submit_sheet(sheet=a_sheet(hands, predicted_start=late), by=hands.officer, at=AT)
    for haste in Haste:
        sheet = a_sheet(hands, predicted_start=late, haste=haste.name)
        with pytest.raises(NotReady, match="理由是"):
            submit_sheet(sheet=sheet, by=hands.officer, at=AT)

    notice = NoticeSaid(RegionalNotice.Origin.PROVINCE, "1", "orange", "省里的话", AT, None, AT)
    regional = enter_regional_notice(said=notice, by=hands.officer, at=AT)
    with pytest.raises(NotReady, match="应当从严"):
        submit_sheet(sheet=a_sheet(hands), by=hands.officer, at=AT)
    hurried = a_sheet(hands, "red", predicted_start=late, haste=Haste.REGIONAL.name, regional=regional)
    with pytest.raises(NotReady, match="理由是区域预警"):
        submit_sheet(sheet=hurried, by=hands.officer, at=AT)
    sheet = a_sheet(hands, "orange", predicted_start=late, haste=Haste.REGIONAL.name, regional=regional)
    warning = publish_warning(sheet=signed(sheet, hands), by=hands.officer, at=AT)

    assert warning.origin == RegionalNotice.Origin.PROVINCE


def test_a_sheet_signed_in_time_and_sent_too_late_is_not_sent(hands: Hands) -> None:
    sheet = signed(a_sheet(hands), hands)

    with pytest.raises(NotReady, match="不足 24 小时"):
        publish_warning(sheet=sheet, by=hands.officer, at=AT + 2 * HOUR)

    assert not Warning.objects.exists()


def test_one_warning_gives_way_to_a_sheet_that_adjusts_it(hands: Hands) -> None:
    a_forecast([DIRTY] * 96)
    yellow = a_warning(hands)
    second = signed(a_sheet(hands), hands)
    with pytest.raises(WarnedAlready):
        publish_warning(sheet=second, by=hands.officer, at=AT)

    upgrade = Haste.UPGRADE.name
    rising = a_sheet(
        hands, "orange", kind=Sheet.Kind.ADJUST, warning=yellow, predicted_start=AT + HOUR, haste=upgrade
    )
    orange = publish_warning(sheet=signed(rising, hands), by=hands.officer, at=AT + HOUR)

    yellow.refresh_from_db()
    assert (yellow.state, yellow.ended_at, yellow.superseded_by) == ("superseded", AT + HOUR, orange)
    assert Warning.objects.in_force().get() == orange
    with pytest.raises(NotInForce):
        a_sheet(hands, "red", kind=Sheet.Kind.ADJUST, warning=yellow)


def test_a_hint_gives_way_to_a_warning_and_is_no_upgrade(hands: Hands) -> None:
    hint = publish_warning(sheet=signed(a_sheet(hands, "hint"), hands), by=hands.officer, at=AT)
    assert not hint.receipts.exists()
    soon = a_sheet(hands, predicted_start=AT + HOUR, haste=Haste.UPGRADE.name)
    with pytest.raises(NotReady, match="理由是"):
        submit_sheet(sheet=soon, by=hands.officer, at=AT)

    warning = a_warning(hands)

    assert warning.follows == hint
    assert warning.receipts.count() == 2


def test_a_hint_is_released_by_the_director_alone(hands: Hands) -> None:
    hint = submit_sheet(sheet=a_sheet(hands, "hint"), by=hands.officer, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql("update alerts_sheet set state = 'checked', checked_post = '主任', checked_at = now()")
    checked = check_sheet(sheet=hint, by=hands.director, at=AT)

    assert (checked.state, checked.approved_by) == (Sheet.State.APPROVED, None)
    assert sheet_paper(checked)
    with pytest.raises(WrongStep):
        approve_sheet(sheet=checked, by=hands.commander, at=AT)
    assert publish_warning(sheet=checked, by=hands.officer, at=AT).level_key == "hint"


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("alerts_sheet", "state = 'sent', sent_at = now(), sent_by_id = drafted_by_id"),
        ("alerts_sheet", "state = 'void', predicted_start = now()"),
        ("alerts_sheet", "state = 'void', needs_approval = false"),
        ("alerts_sheet", "state = 'void', checked_by_id = drafted_by_id"),
        ("alerts_sheet", "state = 'void', approved_by_id = checked_by_id"),
        ("alerts_sheetmove", "remark = '改'"),
    ],
)
def test_the_database_itself_holds_to_a_sheet(hands: Hands, row: str, change: str) -> None:
    sheet = submit_sheet(sheet=a_sheet(hands), by=hands.officer, at=AT)
    check_sheet(sheet=sheet, by=hands.director, at=AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql(f"update {row} set {change}")  # noqa: S608
    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql(f"delete from {row}")  # noqa: S608


def test_the_database_itself_holds_to_a_warning(hands: Hands) -> None:
    warning = a_warning(hands)
    copied = "number, level_key, responds, origin, exercise, state, published_at, starts_at"
    rest = "predicted_start, predicted_end, sheet_id"
    another = signed(a_sheet(hands), hands)

    for change in ("level_key = 'red'", "published_at = now()", "state = 'lifted', ended_at = now()"):
        with pytest.raises(IntegrityError), transaction.atomic():
            from_sql(f"update alerts_warning set {change}")  # noqa: S608
    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql("delete from alerts_warning")
    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql(
            f"insert into alerts_warning ({copied}, {rest}) select 'X', level_key, responds, origin, "  # noqa: S608
            f"exercise, state, published_at, starts_at, predicted_start, predicted_end, {another.pk} "
            f"from alerts_warning where id = {warning.pk}"
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_at_once_one_wins_and_the_other_is_told() -> None:
    hands = some_hands()
    first, second = (signed(a_sheet(hands), hands) for _ in range(2))

    said = at_once(
        lambda: publish_warning(sheet=first, by=hands.officer, at=AT),
        lambda: publish_warning(sheet=second, by=hands.officer, at=AT),
    )

    assert said == ["", WarnedAlready.sentence]
    assert Warning.objects.count() == 1
