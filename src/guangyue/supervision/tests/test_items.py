"""监管事项 from draft to publication, and what becomes of them; 审管互动 and what nobody supervises."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.declaration import Point
from guangyue.supervision.defects import unsupervised_permits
from guangyue.supervision.models import Checklist, ItemMove, PermitHandover, SupervisionAct, SupervisionItem
from guangyue.supervision.refusals import (
    CheckedByAnother,
    CodeTaken,
    MovedOnAlready,
    NoPoints,
    NotReceivedYet,
    ReceivedAlready,
)
from guangyue.supervision.sending import Fault
from guangyue.supervision.services.cataloguing import (
    cancel_item,
    check_item,
    confirm_item,
    draft_item,
    publish_item,
    send_back_item,
    write_checklist,
)
from guangyue.supervision.services.handing_over import plan_first_check, receive_handover
from guangyue.supervision.tests.factories import (
    AT,
    CODE,
    DAY,
    LONG_AGO,
    POINTS,
    a_draft_item,
    an_act,
    an_item,
    described,
    grant,
    publish,
    send,
)

State = SupervisionItem.State


def test_an_item_needs_a_basis_and_a_point(office: Organisation) -> None:
    with pytest.raises(Refused) as refusal:
        draft_item(described=described(basis=" "), office=office, points=POINTS, by=None, at=AT)
    assert refusal.value.field == "basis"

    with pytest.raises(NoPoints):
        draft_item(described=described(), office=office, points=(Point(" "),), by=None, at=AT)
    assert not SupervisionItem.objects.exists()


def test_a_code_stands_once_in_an_office_and_again_in_another(
    offices: list[Organisation], item: SupervisionItem
) -> None:
    with pytest.raises(CodeTaken):
        a_draft_item(offices[0])
    assert an_item(offices[1]).code == item.code


def test_an_item_is_published_only_on_its_whole_road(office: Organisation) -> None:
    item = a_draft_item(office)
    with pytest.raises(MovedOnAlready):
        publish_item(item=item, by=None, at=AT)

    check_item(item=item, by=None, at=AT)
    send_back_item(item=item, said="依据写错了", by=a_user(), at=AT)
    check_item(item=item, by=None, at=AT)
    confirm_item(item=item, by=None, at=AT)
    published = publish_item(item=item, by=None, at=AT)

    assert published.state == State.PUBLISHED
    assert list(item.moves.values_list("to", flat=True)) == [
        "drafted",
        "checked",
        "drafted",
        "checked",
        "confirmed",
        "published",
    ]


def test_whoever_drafted_an_item_does_not_check_it(office: Organisation) -> None:
    drafter = a_user()
    item = a_draft_item(office, by=drafter)

    with pytest.raises(CheckedByAnother):
        check_item(item=item, by=drafter, at=AT)
    assert check_item(item=item, by=a_user(), at=AT).state == State.CHECKED


def test_a_new_checklist_leaves_the_former_one_readable(item: SupervisionItem) -> None:
    write_checklist(item=item, points=(Point("只看一条"),), by=None, at=AT)

    assert item.checklist is not None
    assert [point.title for point in item.checklist.declared] == ["只看一条"]
    assert item.checklists.get(number=1).declared == POINTS


def test_the_database_keeps_checklists_and_moves_as_they_were(item: SupervisionItem) -> None:
    for rows in (Checklist.objects.filter(item=item), ItemMove.objects.filter(item=item)):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Checklist.objects.filter(item=item).update(points=[])


def test_a_cancelled_item_keeps_old_acts_readable(office: Organisation, item: SupervisionItem) -> None:
    act = an_act(office)

    cancel_item(item=item, said="依据废止", by=a_user(), at=AT)

    kept = SupervisionAct.objects.select_related("item").get(pk=act.pk)
    assert (kept.item.name, kept.item.state, kept.result) == (item.name, State.CANCELLED, "未发现问题")
    assert isinstance(send(office, "2", at=AT + timedelta(days=1), day=AT.date()), Fault)
    assert an_act(office, "3", at=AT + timedelta(days=1)).item == item  # done while it was in force


def test_a_changed_item_gives_way_to_another_of_its_code(office: Organisation, item: SupervisionItem) -> None:
    before = an_act(office)
    changed = draft_item(
        described=described(name="食品经营风险分级检查"),
        office=office,
        points=POINTS,
        by=None,
        at=AT,
        follows=item,
    )
    publish(changed, at=AT)

    item.refresh_from_db()
    after = an_act(office, "2", at=AT + timedelta(days=1), day=AT.date())
    assert item.state == State.CHANGED
    assert (before.item, after.item) == (item, changed)
    assert list(SupervisionItem.objects.on(AT.date()).values_list("pk", flat=True)) == [changed.pk]
    assert list(SupervisionItem.objects.on(DAY).values_list("pk", flat=True)) == [item.pk]
    with pytest.raises(CodeTaken):
        a_draft_item(office, code=CODE)


def test_a_permit_reaches_its_office_on_the_day_it_is_decided(office: Organisation, permit: Matter) -> None:
    an_item(office, matters=(permit,))

    case = grant(permit)

    handover = PermitHandover.objects.get(case=case)
    assert handover.office == office
    assert handover.on_time
    assert handover.state == PermitHandover.State.SENT


def test_a_permit_that_is_refused_or_no_permit_is_not_handed_over(
    office: Organisation, permit: Matter
) -> None:
    an_item(office)

    grant(permit)

    assert not PermitHandover.objects.exists()


def test_the_county_supervises_what_lies_in_it_where_it_can(office: Organisation, permit: Matter) -> None:
    district = Region.objects.get(code="990101")
    county = Organisation.objects.create(
        key="county", name="东区政府", kind=Organisation.Kind.COUNTY, region=district
    )
    an_item(office, matters=(permit,))
    an_item(county, matters=(permit,))

    in_the_county = grant(permit, region=Region.objects.get(code="990101001"))
    elsewhere = grant(permit, region=Region.objects.get(code="990102"))

    assert PermitHandover.objects.get(case=in_the_county).office == county
    assert PermitHandover.objects.get(case=elsewhere).office == office


def test_a_permit_type_without_an_item_is_a_defect_until_it_has_one(
    office: Organisation, permit: Matter
) -> None:
    case = grant(permit)
    (defect,) = unsupervised_permits(EVERYWHERE)
    assert (defect.matter, defect.granted, defect.delegated) == (permit, 1, False)

    an_item(office, matters=(permit,), at=AT + timedelta(days=3))

    assert unsupervised_permits(EVERYWHERE) == []
    assert not PermitHandover.objects.get(case=case).on_time


def test_an_office_receives_a_permit_once_and_then_plans(office: Organisation, permit: Matter) -> None:
    an_item(office, matters=(permit,))
    handover = PermitHandover.objects.get(case=grant(permit))
    officer = a_user()
    with pytest.raises(NotReceivedYet):
        plan_first_check(handover=handover, on=AT.date(), by=officer, at=AT)

    receive_handover(handover=handover, by=officer, at=AT)
    with pytest.raises(ReceivedAlready):
        receive_handover(handover=handover, by=officer, at=AT)
    with pytest.raises(Refused):
        plan_first_check(handover=handover, on=LONG_AGO.date(), by=officer, at=AT)

    planned = plan_first_check(handover=handover, on=AT.date() + timedelta(days=30), by=officer, at=AT)
    assert planned.state == PermitHandover.State.PLANNED
