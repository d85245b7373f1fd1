"""What stands beside the credit of a unit: results for everybody, the rest for whoever may see it there."""

from guangyue.accounts.tests.factories import a_user
from guangyue.cases.tests.factories import a_matter
from guangyue.credit.beside import Beside, beside_for_all
from guangyue.credit.models import CreditSubject
from guangyue.inspections.beside import acts_on, clues_about, permits_of
from guangyue.inspections.kinds import Source
from guangyue.inspections.models import PlanLine, PublishedResult, Subject
from guangyue.inspections.services.clues import ClueSaid, take_clue
from guangyue.inspections.tests.factories import AT, a_batch, assigned, revealed, visit_all
from guangyue.kit.access import EVERYWHERE, NOWHERE
from guangyue.organisations.models import Organisation
from guangyue.supervision.tests.factories import FIRM, an_act, an_item, grant

REPORTER = "王女士"


def known(number: str) -> CreditSubject:
    """As credit knows a unit of this number."""
    return CreditSubject(kind="ORGANISATION", number=number, name="东湖小吃店")


def results_of(number: str) -> Beside:
    (shown,) = beside_for_all(known(number))
    return shown


def test_everybody_sees_the_results_of_a_unit_and_of_no_other(line: PlanLine) -> None:
    revealed(a_batch(line))
    result = PublishedResult.objects.order_by("pk")[0]

    (shown,) = results_of(result.subject_number).lines

    assert shown.link == result.get_absolute_url()
    assert "未发现问题" in str(shown.cells)
    assert results_of("T999").lines == []


def test_before_they_are_public_nobody_sees_results(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch)

    assert [results_of(visit.subject.number).lines for visit in batch.visits.all()] == [[], [], []]


def test_clues_are_shown_without_whoever_reported(market: Organisation, subjects: list[Subject]) -> None:
    said = ClueSaid(Source.COMPLAINT, "销售过期食品", subject=subjects[0], reporter=REPORTER)
    clue = take_clue(said=said, organisation=market, by=a_user(), at=AT)

    (shown,) = clues_about(known(subjects[0].number), scope=EVERYWHERE)
    (hidden,) = clues_about(known(subjects[0].number), scope=NOWHERE)

    assert shown.lines[0].link == clue.get_absolute_url()
    assert REPORTER not in str(shown)
    assert hidden.lines == []


def test_acts_and_permits_are_shown_to_the_offices_that_may_see_them(market: Organisation) -> None:
    permit = a_matter(market)
    an_item(market, matters=(permit,))
    act = an_act(market)
    case = grant(permit, number=FIRM)

    (acts,), (permits,) = (list(source(known(FIRM), scope=EVERYWHERE)) for source in (acts_on, permits_of))
    (hidden,) = acts_on(known(FIRM), scope=NOWHERE)

    assert acts.lines[0].link == act.get_absolute_url()
    assert case.title in permits.lines[0].cells
    assert hidden.lines == []
