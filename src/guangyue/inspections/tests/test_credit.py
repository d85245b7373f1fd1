"""What credit knows of a unit changes its chance of being drawn, from the next batch on."""

import pytest
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_user
from guangyue.credit.models import ModelVersion
from guangyue.credit.services.appeals import revoke_record
from guangyue.credit.services.classes import grade_sector
from guangyue.credit.tests.factories import AT as RECORDED
from guangyue.credit.tests.factories import BLACK, CODE, PENALTY, TODAY, a_record, lay_ground
from guangyue.inspections.drawing.terms import Algorithm
from guangyue.inspections.kinds import ItemKind
from guangyue.inspections.models import Batch, Inspector, Item, PlanLine, Subject
from guangyue.inspections.services.credit import refresh_credit
from guangyue.inspections.services.pools import SubjectSaid, enter_subjects
from guangyue.inspections.tests.factories import AT, a_batch, a_planned_line, an_item, assigned, visit_all
from guangyue.organisations.models import Organisation, Region

pytestmark = pytest.mark.django_db

OTHER = "T002"


@pytest.fixture(autouse=True)
def on_that_day(settings: Settings) -> None:
    settings.GUANGYUE_DAY = TODAY


@pytest.fixture
def recorded(market: Organisation, town: Region, item: Item, inspectors: list[Inspector]) -> PlanLine:
    """A firm that credit knows and one that it does not, in a task with batches to come."""
    rows = [SubjectSaid(CODE, "东湖商贸有限公司", town, [item]), SubjectSaid(OTHER, "商行", town, [item])]
    enter_subjects(rows=rows, at=AT)
    lay_ground(market)
    return a_planned_line([item], batches_planned=3)


def weights(batch: Batch) -> dict[str, int]:
    return dict(batch.targets.values_list("code", "weight"))


def test_a_change_of_class_alters_the_weight_in_the_next_draw_and_not_in_the_last(
    market: Organisation, recorded: PlanLine
) -> None:
    before = a_batch(recorded)
    a_record(market, PENALTY)
    grade_sector(version=ModelVersion.objects.get(), on=TODAY, by=None, at=RECORDED)

    refresh_credit.run(at=RECORDED)

    assert Subject.objects.get(number=CODE).credit_class == "C"
    assert weights(a_batch(recorded)) == {CODE: 4, OTHER: 2}
    assert weights(before) == {CODE: 2, OTHER: 2}


def test_whoever_is_blacklisted_weighs_as_the_worst_class_and_twice_as_much_for_being_checked_twice_as_often(
    market: Organisation, recorded: PlanLine
) -> None:
    a_record(market, BLACK)

    refresh_credit.run(at=RECORDED)

    listed = Subject.objects.get(number=CODE)
    assert (listed.credit_class, listed.frequency) == ("D", 2)
    assert weights(a_batch(recorded)) == {CODE: 16, OTHER: 2}


def test_the_factor_counts_for_whoever_was_of_the_worst_class_already(
    market: Organisation, recorded: PlanLine
) -> None:
    Subject.objects.update(risk_class="D")
    a_record(market, BLACK)

    refresh_credit.run(at=RECORDED)

    assert weights(a_batch(recorded)) == {CODE: 16, OTHER: 8}


def test_whoever_leaves_the_list_is_checked_no_more_often_than_others(
    market: Organisation, recorded: PlanLine
) -> None:
    listing = a_record(market, BLACK)
    refresh_credit.run(at=RECORDED)
    revoke_record(record=listing, said="决定被撤销", by=a_user(), at=RECORDED)

    refresh_credit.run(at=RECORDED)

    assert weights(a_batch(recorded)) == {CODE: 2, OTHER: 2}


def test_what_was_entered_counts_again_when_credit_has_nothing_more_to_say(
    market: Organisation, recorded: PlanLine
) -> None:
    Subject.objects.filter(number=CODE).update(credit_entered="C")
    listing = a_record(market, BLACK)
    refresh_credit.run(at=RECORDED)
    assert Subject.objects.get(number=CODE).credit_class == "D"
    revoke_record(record=listing, said="决定被撤销", by=a_user(), at=RECORDED)

    refresh_credit.run(at=RECORDED)

    assert Subject.objects.get(number=CODE).credit_class == "C"
    assert weights(a_batch(recorded)) == {CODE: 4, OTHER: 2}


def test_a_list_that_is_entered_does_not_undo_what_credit_says(
    market: Organisation, town: Region, item: Item, recorded: PlanLine
) -> None:
    a_record(market, BLACK)
    refresh_credit.run(at=RECORDED)

    enter_subjects(rows=[SubjectSaid(CODE, "东湖商贸有限公司", town, [item], credit_class="A")], at=AT)

    assert Subject.objects.get(number=CODE).class_name == "D"


def test_in_an_even_draw_neither_class_nor_list_counts(market: Organisation, recorded: PlanLine) -> None:
    a_record(market, BLACK)
    refresh_credit.run(at=RECORDED)

    batch = a_batch(recorded, algorithm=Algorithm.NOMCOM)

    assert weights(batch) == {CODE: 1, OTHER: 1}
    assert set(batch.weights.values()) == {1}


def test_the_guard_against_too_many_checks_does_not_spare_who_is_blacklisted(
    market: Organisation, town: Region, recorded: PlanLine
) -> None:
    general = an_item(market, kind=ItemKind.GENERAL)
    for subject in Subject.objects.all():
        subject.items.add(general)
    line = a_planned_line([general], joint=True, batches_planned=3)
    for _ in range(2):
        visit_all(assigned(a_batch(line)))
    a_record(market, BLACK)
    refresh_credit.run(at=RECORDED)

    excluded = dict(a_batch(line).targets.values_list("code", "excluded"))

    assert excluded[CODE] == ""
