"""Visits, what they find and what follows: problems are followed up, crimes transferred, errors corrected."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.inspections.deadlines import FOLLOWED_UP_WITHIN
from guangyue.inspections.kinds import Method, Result, Source
from guangyue.inspections.liability import Conduct, Exemption, Liability, Neglect
from guangyue.inspections.models import (
    Clue,
    Evidence,
    FollowUp,
    Inspector,
    Item,
    PlanLine,
    PublishedResult,
    Subject,
    Transfer,
    Visit,
)
from guangyue.inspections.refusals import CertificateExpired, NotOfTheTeam, WrongStep
from guangyue.inspections.services.clues import ClueSaid, check_clue, close_clue, take_clue
from guangyue.inspections.services.duties import decide_duty, note_duty
from guangyue.inspections.services.findings import (
    correct_finding,
    enter_finding,
    finish_follow_up,
    note_transfer,
)
from guangyue.inspections.services.publishing import publish_visit
from guangyue.inspections.services.visits import add_evidence, finish_visit, note_report, start_visit
from guangyue.inspections.tests.factories import (
    AT,
    POINTS,
    VISITED,
    a_batch,
    a_finding,
    account_of,
    assigned,
    make_visit,
)
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

pytestmark = pytest.mark.django_db

CLEAN = dict.fromkeys(POINTS, "合格")


@pytest.fixture
def visit(line: PlanLine) -> Visit:
    return assigned(a_batch(line)).visits.order_by("pk").first()  # type: ignore[return-value]


@pytest.fixture
def officer(visit: Visit) -> User:
    return account_of(visit.members.order_by("pk")[0].inspector)


def test_only_the_team_makes_the_visit(visit: Visit) -> None:
    with pytest.raises(NotOfTheTeam):
        start_visit(visit=visit, by=a_user(), at=VISITED)


def test_a_certificate_is_valid_on_the_day_of_the_visit(visit: Visit, officer: User) -> None:
    Inspector.objects.filter(account=officer).update(valid_until=date(2021, 3, 5))

    with pytest.raises(CertificateExpired):
        start_visit(visit=visit, by=officer, at=VISITED)


def test_every_point_of_the_procedure_is_answered(visit: Visit, officer: User, item: Item) -> None:
    visit = start_visit(visit=visit, by=officer, at=VISITED)

    with pytest.raises(Refused, match="逐项"):
        enter_finding(
            visit=visit,
            item=item,
            answers={POINTS[0]: "合格"},
            result=Result.CLEAN,
            said="",
            by=officer,
            at=VISITED,
        )
    with pytest.raises(Refused, match="不合格"):
        enter_finding(
            visit=visit,
            item=item,
            answers={**CLEAN, POINTS[0]: "不合格"},
            result=Result.CLEAN,
            said="",
            by=officer,
            at=VISITED,
        )


def test_whatever_is_not_clean_is_followed_up_by_somebody(visit: Visit) -> None:
    make_visit(visit, result=Result.FOUND)

    task = FollowUp.objects.get()
    assert task.organisation == visit.organisation
    assert task.due == VISITED.date() + timedelta(days=FOLLOWED_UP_WITHIN.amount)
    finish_follow_up(follow_up=task, said="已经改正，复查合格", by=a_user(), at=VISITED)
    assert not FollowUp.objects.open().exists()


def test_a_clean_visit_asks_nothing_of_anybody(visit: Visit) -> None:
    make_visit(visit)

    assert not FollowUp.objects.exists()


def test_a_suspected_crime_is_transferred_within_three_working_days(visit: Visit) -> None:
    make_visit(visit, result=Result.CRIME)  # on a Saturday

    transfer = Transfer.objects.get()
    assert transfer.due.date() == date(2021, 3, 10)
    assert transfer.is_late(transfer.due + timedelta(seconds=1))
    note_transfer(transfer=transfer, authority="公安机关", receipt="2021-1", by=a_user(), at=VISITED)
    assert not Transfer.objects.get().is_late(transfer.due + timedelta(days=9))


def test_what_was_commissioned_has_its_report(visit: Visit, officer: User, item: Item) -> None:
    visit = start_visit(visit=visit, by=officer, at=VISITED)
    a_finding(visit, item, by=officer)

    with pytest.raises(Refused, match="委托报告"):
        finish_visit(visit=visit, methods=[Method.COMMISSIONED], by=officer, at=VISITED)
    note_report(
        visit=visit,
        institution="检测所",
        licence="CMA-1",
        signer="李工",
        conclusion="合格",
        by=officer,
        at=VISITED,
    )
    finish_visit(visit=visit, methods=[Method.COMMISSIONED], by=officer, at=VISITED)


def test_a_correction_is_a_record_of_its_own_and_replaces_what_is_public(visit: Visit, officer: User) -> None:
    make_visit(visit, result=Result.FOUND)
    publish_visit(visit=Visit.objects.get(pk=visit.pk), by=a_user(), at=VISITED)
    finding = visit.findings.get()

    with pytest.raises(Refused, match="理由"):
        correct_finding(
            finding=finding,
            answers=CLEAN,
            result=Result.CLEAN,
            said="",
            reason="",
            by=officer,
            at=VISITED,
        )
    correct_finding(
        finding=finding,
        answers=CLEAN,
        result=Result.CLEAN,
        said="",
        reason="记错了单位",
        by=officer,
        at=VISITED,
    )

    assert visit.findings.count() == 2
    assert visit.findings.standing().get().of_result is Result.CLEAN
    assert PublishedResult.objects.count() == 2
    assert PublishedResult.objects.standing().get().lines[0]["result"] == "未发现问题"
    with pytest.raises(WrongStep):
        correct_finding(
            finding=finding,
            answers=CLEAN,
            result=Result.CLEAN,
            said="",
            reason="再改",
            by=officer,
            at=VISITED,
        )


def test_evidence_is_kept_by_the_team_alone(visit: Visit, officer: User) -> None:
    paper = SimpleUploadedFile("记录.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")

    with pytest.raises(NotOfTheTeam):
        add_evidence(visit=visit, upload=paper, kind=Evidence.Kind.PAPER, by=a_user(), at=VISITED)


def test_a_clue_is_looked_into_at_once_and_outside_of_the_draw(
    market: Organisation, item: Item, subjects: list[Subject], inspectors: list[Inspector]
) -> None:
    officer = account_of(inspectors[0])
    said = ClueSaid(Source.COMPLAINT, "过期食品", reporter="王女士", phone="13800000000")
    clue = take_clue(said=said, organisation=market, by=officer, at=AT)

    with pytest.raises(Refused, match="先检查"):
        close_clue(clue=clue, outcome=Clue.Outcome.CLOSED, said="没有", by=officer, at=AT)
    visit = check_clue(clue=clue, subject=subjects[0], items=[item], team=inspectors[:2], by=officer, at=AT)

    assert (visit.state, visit.batch) == (Visit.State.UNDERWAY, None)
    with pytest.raises(Refused, match="案件编号"):
        close_clue(clue=clue, outcome=Clue.Outcome.CASE_FILED, said="立案", by=officer, at=AT)
    closed = close_clue(
        clue=clue, outcome=Clue.Outcome.CASE_FILED, said="立案", case_number="聊市监案1", by=officer, at=AT
    )
    assert closed.closed_at == AT


def test_somebody_else_decides_on_liability_by_the_lists(market: Organisation) -> None:
    officer = a_user()
    duty = note_duty(
        organisation=market,
        officer=officer,
        facts="事后发生事故",
        conduct=Conduct(frozenset({Exemption.CHECKED}), frozenset({Neglect.FORMAL})),
        at=datetime(2021, 5, 1, tzinfo=AT.tzinfo),
    )
    grounds = {"exemptions": [Exemption.CHECKED], "neglects": [Neglect.FORMAL], "bad_result": False}

    with pytest.raises(Refused, match="自己"):
        decide_duty(duty=duty, **grounds, said="", by=officer, at=AT)  # type: ignore[arg-type]
    decided = decide_duty(duty=duty, **grounds, said="走过场", by=a_user(), at=AT)  # type: ignore[arg-type]

    assert decided.liability == Liability.LIABLE.name
