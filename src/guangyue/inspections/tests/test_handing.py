"""What a visit found is in the pool of supervision at once, once, and changed where it is corrected."""

import pytest
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.inspections.kinds import Result
from guangyue.inspections.models import Inspector, PlanLine, Visit
from guangyue.inspections.services.findings import correct_finding
from guangyue.inspections.services.handing import hand_over, hand_over_again
from guangyue.inspections.services.pools import SubjectSaid, enter_subjects
from guangyue.inspections.tests.factories import (
    AT,
    POINTS,
    VISITED,
    a_batch,
    a_planned_line,
    account_of,
    an_item,
    assigned,
    make_visit,
    visit_all,
)
from guangyue.organisations.models import Organisation, Region
from guangyue.supervision.models import RejectedAct, SupervisionAct
from guangyue.supervision.tests.factories import CODE, FIRM
from guangyue.supervision.tests.factories import an_item as a_supervised_item

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def visit(market: Organisation, town: Region, inspectors: list[Inspector]) -> Visit:
    """Of a firm, under an item whose code is one of the catalogue."""
    item = an_item(market, province_code=CODE)
    enter_subjects(rows=[SubjectSaid(FIRM, "东湖小吃店", town, [item])], at=AT)
    return assigned(a_batch(a_planned_line([item]))).visits.get()


def test_a_visit_is_an_act_in_the_pool_as_soon_as_it_is_entered(visit: Visit, market: Organisation) -> None:
    supervised = a_supervised_item(market)

    make_visit(visit, result=Result.FOUND)

    act = SupervisionAct.objects.get()
    assert visit.batch is not None
    assert (act.source, act.source_id) == ("inspections", f"{visit.number}-{visit.items.get().pk}")
    assert (act.item, act.office, act.subject, act.batch) == (supervised, market, FIRM, visit.batch.number)
    assert (act.day, act.result) == (VISITED.date(), "发现问题：未建立进货查验记录")
    assert act.ground == ""
    assert not act.is_late


def test_sent_again_it_is_the_same_act(visit: Visit, market: Organisation) -> None:
    a_supervised_item(market)
    make_visit(visit)

    hand_over(visit=Visit.objects.get(pk=visit.pk), by=a_user(), at=VISITED)

    assert SupervisionAct.objects.get().revision == 1


def test_a_correction_is_another_form_of_the_same_act(visit: Visit, market: Organisation) -> None:
    a_supervised_item(market)
    make_visit(visit, result=Result.FOUND)
    officer = account_of(visit.members.order_by("pk")[0].inspector)

    correct_finding(
        finding=visit.findings.get(),
        answers=dict.fromkeys(POINTS, "合格"),
        result=Result.CLEAN,
        said="",
        reason="记错了单位",
        by=officer,
        at=VISITED,
    )

    act = SupervisionAct.objects.get()
    assert (act.result, act.revision) == ("未发现问题", 2)


def test_what_the_catalogue_does_not_know_is_a_defect_until_it_does(
    visit: Visit, market: Organisation
) -> None:
    make_visit(visit)
    assert RejectedAct.objects.get().field == "item_code"
    assert Visit.objects.get().state == Visit.State.ENTERED

    hand_over_again.run(at=VISITED)
    assert RejectedAct.objects.open().count() == 1
    a_supervised_item(market)
    hand_over_again.run(at=VISITED)

    assert not RejectedAct.objects.open().exists()
    assert SupervisionAct.objects.get().subject == FIRM


def test_whoever_has_no_credit_code_and_stands_in_no_registry_is_a_defect_and_not_lost(
    line: PlanLine, market: Organisation
) -> None:
    a_supervised_item(market, code=line.items.get().province_code)

    visit_all(assigned(a_batch(line)))

    assert set(RejectedAct.objects.values_list("field", flat=True)) == {"subject"}
    assert RejectedAct.objects.count() == 3


def test_the_pages_of_the_visit_and_of_its_act_lead_to_each_other(visit: Visit, market: Organisation) -> None:
    a_supervised_item(market)
    make_visit(visit)
    act = SupervisionAct.objects.get()
    member = account_of(visit.members.order_by("pk")[0].inspector)
    other = a_user(organisation=market)
    shown = {}
    for officer in (member, other):
        a_grant(officer, "inspector", organisation=market)
        browser = Client(headers={"Accept": "text/html"})
        browser.force_login(officer)
        shown[officer] = browser.get(act.get_absolute_url()).content.decode()

    assert visit.get_absolute_url() in shown[member]
    assert visit.get_absolute_url() not in shown[other]
    browser.force_login(member)
    assert act.get_absolute_url() in browser.get(visit.get_absolute_url()).content.decode()
