"""联合检查: what two departments drew in one month is offered to both, and may become one visit."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.inspections import statistics
from guangyue.inspections.kinds import ItemKind
from guangyue.inspections.models import (
    Batch,
    Inspector,
    Item,
    JointAnswer,
    JointOffer,
    Member,
    PlanLine,
    PublishedResult,
    Subject,
    Visit,
)
from guangyue.inspections.refusals import WrongStep
from guangyue.inspections.services.drawing import assign_batch
from guangyue.inspections.services.joining import answer_offer
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.services.visits import start_visit
from guangyue.inspections.states import State
from guangyue.inspections.tests.factories import (
    VALUE_AT,
    VISITED,
    a_batch,
    a_planned_line,
    account_of,
    an_inspector,
    an_item,
    assigned,
    make_visit,
    matched,
    slots_of,
    some_subjects,
)
from guangyue.inspections.tests.samples import a_visit
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.models import RejectedAct

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def matters(market: Organisation, health: Organisation, town: Region) -> tuple[Item, Item]:
    """A general matter of the joint list in each department, one unit under both, two officials in each."""
    items = tuple(an_item(one, kind=ItemKind.GENERAL, joint=True) for one in (market, health))
    some_subjects(town, items, ("A",))
    for organisation in (market, health):
        for _ in range(2):
            an_inspector(organisation, town)
    return items[0], items[1]


def a_batch_of(item: Item) -> Batch:
    organisation = item.organisation
    line = PlanLine.objects.filter(items=item).first() or a_planned_line([item], batches_planned=3)
    return a_batch(line, slots=slots_of(organisation, organisation))


@pytest.fixture
def batches(matters: tuple[Item, Item]) -> tuple[Batch, Batch]:
    first, second = (assigned(a_batch_of(item)) for item in matters)
    return first, second


@pytest.fixture
def offer(batches: tuple[Batch, Batch]) -> JointOffer:
    return JointOffer.objects.get()


def answer(offer: JointOffer, side: Visit, *, agrees: bool = True, said: str = "") -> JointOffer:
    return answer_offer(offer=offer, sides=[side], agrees=agrees, said=said, by=a_user(), at=VALUE_AT)


def joined(offer: JointOffer) -> Visit:
    for side in offer.sides:
        answer(offer, side)
    return Visit.objects.get(pk=offer.first_id)


def test_both_departments_are_offered_one_visit_and_told_without_a_name(
    offer: JointOffer, batches: tuple[Batch, Batch]
) -> None:
    assert [side.batch for side in offer.sides] == list(batches)
    name = Subject.objects.get().name
    for batch in batches:
        told = batch.made_by.notifications.get()
        assert told.link == offer.get_absolute_url()
        assert name not in told.title + told.body


def test_what_both_agree_to_is_one_visit_with_the_matters_and_the_officials_of_both(
    offer: JointOffer, matters: tuple[Item, Item]
) -> None:
    answer(offer, offer.first)
    assert JointOffer.objects.get().is_open

    answer(offer, offer.second)

    host, other = (Visit.objects.get(pk=side.pk) for side in offer.sides)
    assert JointOffer.objects.get().state == JointOffer.State.JOINED
    assert (other.state, other.joined_into, other.members.count()) == (Visit.State.JOINED, host, 0)
    assert set(host.items.all()) == set(matters)
    assert set(Inspector.objects.filter(memberships__visit=host)) == set(Inspector.objects.all())


def test_one_visit_completes_the_batches_of_both_and_is_published_once_with_all_departments(
    offer: JointOffer, batches: tuple[Batch, Batch], market: Organisation, health: Organisation
) -> None:
    make_visit(joined(offer))

    first, second = (Batch.objects.get(pk=batch.pk) for batch in batches)
    assert (first.in_state, second.in_state) == (State.ENTERED, State.ENTERED)
    for batch in (second, first):
        reveal_batch(batch=publish_batch(batch=batch, by=a_user(), at=VISITED), by=a_user(), at=VISITED)
    assert set(PublishedResult.objects.get().departments) == {market.name, health.name}
    assert not Visit.objects.filter(published_at=None).exists()


def test_each_matter_is_an_act_of_its_office_in_the_batch_that_drew_it(
    offer: JointOffer, batches: tuple[Batch, Batch]
) -> None:
    visit = joined(offer)
    make_visit(visit)

    told = RejectedAct.objects.order_by("pk").values_list("office", "content__batch")
    assert list(told) == [(batch.organisation_id, batch.number) for batch in batches]


def test_the_guard_against_too_many_checks_counts_a_joint_visit_once(
    offer: JointOffer, matters: tuple[Item, Item]
) -> None:
    make_visit(joined(offer))

    progress = statistics.progress(EVERYWHERE, VISITED.year, on=VISITED.date())
    assert (progress.visited, progress.often, progress.together) == (1, 0, 1)
    for item in matters:
        with pytest.raises(Refused, match="没有可以抽取"):
            a_batch_of(item)


def test_apart_the_same_visits_count_twice(batches: tuple[Batch, Batch]) -> None:
    for batch in batches:
        make_visit(batch.visits.get())

    assert statistics.progress(EVERYWHERE, VISITED.year, on=VISITED.date()).often == 1


def test_with_a_no_there_are_two_visits_and_the_no_says_why(offer: JointOffer) -> None:
    with pytest.raises(Refused, match="理由"):
        answer(offer, offer.second, agrees=False)

    answer(offer, offer.second, agrees=False, said="检查时间不同")

    assert JointOffer.objects.get().state == JointOffer.State.DECLINED
    assert not Visit.objects.exclude(joined_into=None).exists()
    with pytest.raises(WrongStep):
        answer(offer, offer.first)


def test_whoever_begins_before_both_have_answered_goes_alone(offer: JointOffer) -> None:
    answer(offer, offer.second)
    visit = offer.first
    start_visit(visit=visit, by=account_of(visit.members.order_by("pk")[0].inspector), at=VISITED)

    assert JointOffer.objects.get().state == JointOffer.State.LAPSED
    with pytest.raises(WrongStep):
        answer(offer, offer.first)


def test_a_side_answers_once_and_for_itself(offer: JointOffer) -> None:
    answer(offer, offer.first)

    with pytest.raises(WrongStep):
        answer(offer, offer.first)
    stranger = Visit(pk=0)
    with pytest.raises(WrongStep):
        answer(offer, stranger)


def test_in_another_month_or_outside_of_the_joint_list_nothing_is_offered(
    matters: tuple[Item, Item],
) -> None:
    first = assigned(a_batch_of(matters[0]))
    assign_batch(batch=matched(a_batch_of(matters[1])), by=a_user(), at=VALUE_AT + timedelta(days=31))
    assert first.visits.exists()
    assert not JointOffer.objects.exists()


def test_a_matter_outside_of_the_joint_list_is_inspected_by_itself(matters: tuple[Item, Item]) -> None:
    Item.objects.filter(pk=matters[1].pk).update(joint=False)

    for item in matters:
        assigned(a_batch_of(item))

    assert not JointOffer.objects.exists()


ATTACKS: dict[str, Callable[[JointOffer], object]] = {
    "another unit is joined": lambda offer: Visit.objects.filter(pk=offer.second_id).update(
        state=Visit.State.JOINED, joined_into=a_visit(offer.first.subject.region, offer.first.organisation)
    ),
    "a visit is called joined and into none": lambda offer: Visit.objects.filter(pk=offer.second_id).update(
        state=Visit.State.JOINED
    ),
    "somebody nobody matched comes along": lambda offer: Member.objects.create(
        visit=joined(offer), inspector=an_inspector(offer.first.organisation, offer.first.subject.region)
    ),
    "an answer is turned round": lambda offer: (
        answer(offer, offer.first),
        JointAnswer.objects.update(agrees=False, said="反悔"),
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_database_refuses_that(attack: str, offer: JointOffer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ATTACKS[attack](offer)


def test_each_keeper_answers_on_the_desk_for_his_own_department(
    offer: JointOffer, market: Organisation, health: Organisation
) -> None:
    name = offer.first.subject.name
    for organisation in (market, health):
        keeper = a_user(organisation=organisation)
        a_grant(keeper, "inspection-keeper", organisation=organisation)
        browser = Client(headers={"Accept": "text/html"})
        browser.force_login(keeper)
        shown = browser.get(offer.get_absolute_url()).content.decode()
        assert "答复" in shown
        assert name not in shown
        address = reverse("inspections:joint_answer", args=[offer.pk])
        assert browser.post(address, {"agrees": "no", "said": ""}).status_code == 422
        assert browser.post(address, {"agrees": "yes", "said": ""}).status_code == 302

    assert JointOffer.objects.get().state == JointOffer.State.JOINED


def test_an_inspector_of_the_other_department_reads_and_fills_in_the_joint_visit(
    offer: JointOffer, health: Organisation
) -> None:
    visit = joined(offer)
    officer = account_of(Inspector.objects.filter(organisation=health)[0])
    a_grant(officer, "inspector", organisation=health)
    browser = Client(headers={"Accept": "text/html"})
    browser.force_login(officer)

    shown = browser.get(visit.get_absolute_url())

    assert shown.status_code == 200
    assert "联合检查" in shown.content.decode()
