"""一单两库一细则 and plans: what may be inspected, of whom, by whom and when; and what is refused."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from guangyue.accounts.tests.factories import a_user
from guangyue.inspections.kinds import ItemKind, Method, OfficerRole, Source
from guangyue.inspections.models import Clue, Inspector, Item, Plan, PlanLine, Subject
from guangyue.inspections.refusals import BadTerms, NotInPlan, SameHand, WrongStep
from guangyue.inspections.services.batches import create_batch
from guangyue.inspections.services.clues import ClueSaid, take_clue
from guangyue.inspections.services.items import (
    ItemSaid,
    approve_item,
    draft_item,
    publish_item,
    write_procedure,
)
from guangyue.inspections.services.plans import add_line, file_plan, publish_plan, revise_plan
from guangyue.inspections.services.pools import (
    InspectorSaid,
    SubjectSaid,
    enter_inspectors,
    enter_subjects,
    recuse,
    take_from_registry,
)
from guangyue.inspections.tests.factories import (
    AT,
    a_batch,
    a_line_said,
    a_plan,
    a_planned_line,
    an_inspector,
    an_item,
    publish,
    slots_of,
)
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_firm

pytestmark = pytest.mark.django_db

SAID = ItemSaid(
    code="food-sales",
    province_code="37001",
    name="食品销售监督检查",
    legal_basis="《食品安全法》",
    object_category="食品销售者",
    kind=ItemKind.GENERAL,
    ratio_cap=Decimal("0.05"),
    methods=[Method.ON_SITE],
)


def test_an_item_is_drafted_approved_by_another_and_published_with_its_procedure(
    market: Organisation,
) -> None:
    drafter = a_user()
    item = draft_item(organisation=market, said=SAID, by=drafter, at=AT)

    with pytest.raises(SameHand):
        approve_item(item=item, by=drafter)
    with pytest.raises(WrongStep):
        publish_item(item=item, by=drafter, at=AT)
    item = approve_item(item=item, by=a_user())
    with pytest.raises(Refused, match="抽查细则"):
        publish_item(item=item, by=drafter, at=AT)
    write_procedure(item=item, steps="检查", points=["营业执照"], by=drafter, at=AT)
    publish_item(item=item, by=drafter, at=AT)

    assert list(Item.objects.published()) == [item]


@pytest.mark.parametrize(
    ("kind", "cap"),
    [(ItemKind.GENERAL, None), (ItemKind.KEY, Decimal("0.5")), (ItemKind.GENERAL, Decimal(1))],
)
def test_a_general_item_has_a_cap_below_all_and_a_key_item_has_none(
    market: Organisation, kind: ItemKind, cap: Decimal | None
) -> None:
    with pytest.raises(BadTerms, match="R3"):
        draft_item(organisation=market, said=replace(SAID, kind=kind, ratio_cap=cap), by=a_user(), at=AT)


def test_an_item_follows_the_provincial_list(market: Organisation) -> None:
    with pytest.raises(Refused, match="省级"):
        draft_item(organisation=market, said=replace(SAID, province_code=""), by=a_user(), at=AT)


def test_a_new_procedure_stands_beside_the_old(item: Item) -> None:
    write_procedure(item=item, steps="检查", points=["索证索票"], by=a_user(), at=AT)

    assert [(one.version, one.points[-1]) for one in item.procedures.all()] == [
        (2, "索证索票"),
        (1, "进货查验记录"),
    ]


def test_firms_come_from_the_registry_and_those_struck_off_are_never_drawn(item: Item, town: Region) -> None:
    a_firm()
    a_firm(status="注销")

    many = take_from_registry(firms=Firm.objects.all(), items=[item], at=AT)

    assert many == 2
    assert Subject.objects.active().count() == 1


def test_a_unit_that_was_cancelled_enters_no_snapshot(
    item: Item, subjects: list[Subject], inspectors: list[Inspector], town: Region
) -> None:
    gone = subjects[0]
    said = SubjectSaid(gone.number, gone.name, town, [item], status=Subject.Status.CANCELLED)
    enter_subjects(rows=[said], at=AT)

    batch = a_batch(a_planned_line([item]))

    assert gone.number not in batch.targets.values_list("code", flat=True)
    assert batch.population == 5


def test_a_unit_is_not_numbered_by_an_id_number(town: Region, item: Item) -> None:
    said = SubjectSaid("11010519491231002X", "王小明", town, [item])

    with pytest.raises(Refused, match="身份证号码"):
        enter_subjects(rows=[said], at=AT)


def test_an_official_without_a_certificate_stands_in_the_pool_and_in_no_team(
    line: PlanLine, market: Organisation, town: Region
) -> None:
    helper = InspectorSaid("H001", "协助", market, town, OfficerRole.DAILY, ["通用"])
    enter_inspectors(rows=[helper], at=AT)

    batch = a_batch(line)

    assert Inspector.objects.filter(number="H001").exists()
    assert not batch.roster.filter(code="H001").exists()


@pytest.mark.parametrize("word", ["", "食品|药品", "食品;药品", "食品\n药品", "食品\u3000药品"])
def test_a_qualification_cannot_be_taken_for_two(market: Organisation, town: Region, word: str) -> None:
    with pytest.raises(Refused, match="资质"):
        an_inspector(market, town, qualifications=[word])


def test_a_certificate_that_expires_before_the_task_ends_is_not_matched(
    line: PlanLine, market: Organisation, town: Region
) -> None:
    late = an_inspector(market, town, valid_until=date(2021, 11, 29))
    last = an_inspector(market, town, valid_until=date(2021, 11, 30))

    batch = a_batch(line)

    assert not batch.roster.filter(inspector=late).exists()
    assert batch.roster.filter(inspector=last).exists()


def test_somebody_is_recused_once_at_a_time(subjects: list[Subject], inspectors: list[Inspector]) -> None:
    recuse(inspector=inspectors[0], subject=subjects[0], reason="亲属", by=a_user(), at=AT)

    with pytest.raises(Refused, match="已经登记"):
        recuse(inspector=inspectors[0], subject=subjects[0], reason="亲属", by=a_user(), at=AT)


def test_a_plan_filed_on_the_last_of_january_is_in_time_and_a_day_later_late(item: Item) -> None:
    plan = a_plan(item.organisation)
    add_line(plan=plan, said=a_line_said([item]), by=a_user())
    filed_at = datetime(2021, 1, 31, 23, tzinfo=SHANGHAI)
    filed = file_plan(plan=plan, filed_with=item.organisation, by=a_user(), at=filed_at)

    assert not filed.filed(on=date(2021, 3, 1)).late
    filed.filed_at = filed_at + timedelta(hours=2)
    assert filed.filed(on=date(2021, 3, 1)).late


def test_a_plan_that_is_not_filed_stands_on_the_overdue_list_on_the_first_of_february(item: Item) -> None:
    plan = a_plan(item.organisation)

    assert list(Plan.objects.overdue(date(2021, 1, 31))) == []
    assert list(Plan.objects.overdue(date(2021, 2, 1))) == [plan]


def test_only_what_is_in_a_published_list_can_be_planned(market: Organisation) -> None:
    draft = draft_item(organisation=market, said=SAID, by=a_user(), at=AT)
    plan = a_plan(market)
    add_line(plan=plan, said=a_line_said([draft], ratio=Decimal("0.01")), by=a_user())
    filed = file_plan(plan=plan, filed_with=market, by=a_user(), at=AT)

    with pytest.raises(BadTerms, match="R2"):
        publish_plan(plan=filed, by=a_user(), at=AT)


def test_a_general_line_above_its_cap_is_refused_with_the_rule(general_item: Item) -> None:
    plan = a_plan(general_item.organisation)

    with pytest.raises(BadTerms, match="R3"):
        add_line(plan=plan, said=a_line_said([general_item], ratio=Decimal("0.61")), by=a_user())
    with pytest.raises(BadTerms, match="R4"):
        add_line(plan=plan, said=a_line_said([general_item], ratio=Decimal(1)), by=a_user())


def test_a_batch_without_a_line_of_a_published_plan_is_refused(
    item: Item, subjects: list[Subject], inspectors: list[Inspector]
) -> None:
    plan = a_plan(item.organisation)
    line = add_line(plan=plan, said=a_line_said([item]), by=a_user())

    with pytest.raises(NotInPlan, match="R8"):
        a_batch(line)


def test_a_batch_more_than_planned_is_refused(line: PlanLine) -> None:
    a_batch(line)

    with pytest.raises(BadTerms, match="R8"):
        a_batch(line)


@pytest.mark.parametrize("weights", [{"A": 0, "B": 2, "C": 4, "D": 8, "": 2}, {"A": 1}])
def test_weight_nought_is_refused(line: PlanLine, weights: dict[str, int]) -> None:
    with pytest.raises(BadTerms, match="R9"):
        a_batch(line, weights=weights)


def test_nobody_inspects_alone(line: PlanLine) -> None:
    with pytest.raises(BadTerms, match="R12"):
        create_batch(line=line, slots=slots_of(line.plan.organisation), by=a_user(), at=AT)


def test_a_published_plan_changes_only_with_a_reason_and_says_it(item: Item) -> None:
    plan = a_plan(item.organisation)
    add_line(plan=plan, said=a_line_said([item]), by=a_user())
    publish(plan)
    more = a_line_said([item], title="元旦前专项", special=True)

    with pytest.raises(WrongStep):
        add_line(plan=plan, said=more, by=a_user())
    with pytest.raises(BadTerms, match="R7"):
        revise_plan(plan=plan, reason=" ", add=more, by=a_user(), at=AT)
    revision = revise_plan(plan=plan, reason="投诉集中", add=more, by=a_user(), at=AT)

    assert revision.what == "增加“元旦前专项”"
    assert revision.added.get().title == "元旦前专项"


def test_a_general_problem_becomes_a_special_check_by_a_revision_of_the_plan(
    item: Item, inspectors: list[Inspector], subjects: list[Subject]
) -> None:
    plan = a_plan(item.organisation)
    add_line(plan=plan, said=a_line_said([item]), by=a_user())
    publish(plan)
    said = ClueSaid(Source.COMPLAINT, "多家商行都没有进货查验记录")
    clue = take_clue(said=said, organisation=item.organisation, by=a_user(), at=AT)

    special = a_line_said([item], title="进货查验专项", special=True)
    revision = revise_plan(plan=plan, reason="普遍性问题", add=special, clue=clue, by=a_user(), at=AT)

    clue.refresh_from_db()
    assert (clue.outcome, clue.revision) == (Clue.Outcome.SPECIAL, revision)
    assert a_batch(revision.added.get()).n == 3


def test_items_of_several_departments_stand_in_a_joint_plan_alone(
    market: Organisation, health: Organisation
) -> None:
    items = [an_item(market, joint=True), an_item(health, joint=True)]

    with pytest.raises(BadTerms, match="R18"):
        add_line(plan=a_plan(market), said=a_line_said(items), by=a_user())
    assert add_line(plan=a_plan(market, joint=True), said=a_line_said(items), by=a_user()).items.count() == 2
