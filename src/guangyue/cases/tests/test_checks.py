"""What must hold before a move: each time it does not, what is missing is said by its name."""

from datetime import timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, ReviewPoint
from guangyue.cases.models import Case, PointResult
from guangyue.cases.refusals import NotYet
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.reviewing import ask_charge, note_payment, settle_point
from guangyue.cases.tests.factories import AT, CLAUSE, a_case, a_matter, go
from guangyue.cases.usual import Beside, usual_flow
from guangyue.kit.clocks import local_day
from guangyue.kit.money import Money
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation

POINTS = (ReviewPoint(1, "场所符合要求", ("review",)), ReviewPoint(2, "人员有健康证明", ("review",)))


@pytest.fixture
def pointed(departments: dict[str, Organisation], clerk: User) -> Case:
    """Accepted, with two points to be settled in its review."""
    flow = usual_flow("pointed", "有审查要点的流程", cites=CLAUSE, beside=Beside(points=POINTS))
    case = a_case(a_matter(next(iter(departments.values())), flow=flow), by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    return case


def settle(case: Case, number: int, result: str, by: User) -> None:
    settle_point(case=case, number=number, result=result, evidence="现场照片第 2 张", by=by, at=AT)


def test_a_decision_is_prepared_and_not_given_while_a_paper_is_owed(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    case = a_case(matter, papers=False, by=clerk)
    hand_in_paper(paper=case.papers.get(code="form"), files=(), at=AT, on_paper=True)
    with pytest.raises(NotYet, match="要有申请人的承诺。场所平面图"):
        go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)
    promise_papers(case=case, codes=["plan"], on=local_day(AT))
    go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")

    with pytest.raises(NotYet, match="不能出具决定。场所平面图"):
        go(case, "grant", actor=Actor.DECIDER, by=decider)
    hand_in_paper(paper=case.papers.get(code="plan"), files=(), at=AT + timedelta(days=1), on_paper=True)
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=1))

    assert case.outcome == "GRANTED"


def test_nothing_is_granted_before_what_is_to_be_paid_is_paid(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    charge = ask_charge(case=case, item="工本费", amount=Money.yuan(10), basis="", by=reviewer, at=AT)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")

    with pytest.raises(NotYet, match="还没有缴清。工本费"):
        go(case, "grant", actor=Actor.DECIDER, by=decider)
    note_payment(charge=charge, on=local_day(AT), receipt="0001", by=reviewer)
    go(case, "grant", actor=Actor.DECIDER, by=decider)

    assert case.outcome == "GRANTED"


def test_a_proposal_waits_for_every_point_of_the_review(pointed: Case, reviewer: User) -> None:
    settle(pointed, 1, PointResult.Result.PASSED, reviewer)
    settle(pointed, 2, PointResult.Result.FAILED, reviewer)

    with pytest.raises(NotYet, match=r"没有通过。2\.人员有健康证明"):
        go(pointed, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    settle(pointed, 2, PointResult.Result.NOT_APPLICABLE, reviewer)
    go(pointed, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")

    assert pointed.step == "decision"


def test_a_case_goes_back_to_the_window_only_on_a_point_that_failed(pointed: Case, reviewer: User) -> None:
    settle(pointed, 1, PointResult.Result.PASSED, reviewer)

    with pytest.raises(NotYet, match="哪一条审查要点不通过"):
        go(pointed, "return_to_front", actor=Actor.REVIEWER, by=reviewer, said="请核对")
    settle(pointed, 2, PointResult.Result.FAILED, reviewer)
    go(pointed, "return_to_front", actor=Actor.REVIEWER, by=reviewer, said="缺健康证明")

    assert pointed.step == "received"
