"""审查: a point is settled with its evidence, a charge is asked and paid, a paper goes back with a reason."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Check, Letter
from guangyue.cases.models import Case, Charge, Paper, PointResult
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import MovedOnAlready, NotYet
from guangyue.cases.services.letters import issue_letter
from guangyue.cases.services.moving import hold
from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused


class NoSuchPoint(Refused):
    sentence = "这个环节没有这条审查要点。"


@transaction.atomic
def settle_point(
    *, case: Case, number: int, result: str, evidence: str, by: User, at: datetime
) -> PointResult:
    """审查要点: rows are only added, the latest holds; what does not pass says why."""
    case = hold(case)
    if not any(point.number == number and case.step in point.steps for point in case.flow.declared.points):
        raise NoSuchPoint
    passed = result == PointResult.Result.PASSED
    evidence = evidence.strip() if passed else reason_in(evidence, field="evidence")
    return PointResult.objects.create(
        case=case, step=case.step, number=number, result=result, evidence=evidence, by=by, at=at
    )


@transaction.atomic
def ask_charge(*, case: Case, item: str, amount: Money, basis: str, by: User, at: datetime) -> Charge:
    """缴费通知: before the case goes on; where a move from here gives the notice, with that move."""
    case = hold(case)
    if case.is_closed or case.decided_at:
        raise MovedOnAlready
    charge = Charge.objects.create(
        case=case, item=item, amount=amount, basis=basis, noticed_at=at, noted_by=by
    )
    if all(arrow.letter is not Letter.CHARGE for arrow in case.flow.declared.arrows_from(case.step)):
        issue_letter(case=case, kind=Letter.CHARGE, by=by, at=at, said=f"{item} {amount}")
    return charge


@transaction.atomic
def note_payment(*, charge: Charge, on: date, receipt: str, by: User) -> Charge:
    charge = Charge.objects.select_for_update().get(pk=charge.pk)
    if charge.paid_on:
        raise MovedOnAlready
    charge.paid_on, charge.receipt, charge.noted_by = on, receipt, by
    charge.save()
    return charge


@transaction.atomic
def send_back_paper(*, paper: Paper, said: str, by: User, at: datetime) -> Paper:
    """退回重交: once, with all the others; what lay there when that was told is not asked for again."""
    case = hold(paper.case)
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    if case.is_closed or case.decided_at or paper.state != Paper.State.HANDED_IN:
        raise MovedOnAlready
    said = reason_in(said)
    told = told_once(case)
    if told and (paper.supplied_at is None or paper.supplied_at <= told):
        raise NotYet(Check.NOT_ASKED_BEFORE)
    paper.state, paper.said = Paper.State.SENT_BACK, said
    paper.save(update_fields=["state", "said"])
    return paper


def told_once(case: Case) -> datetime | None:
    """When the applicant was told of all that was missing, if ever."""
    telling = [arrow.key for arrow in case.flow.declared.arrows if Check.NOT_ASKED_BEFORE in arrow.checks]
    return case.moves.filter(arrow__in=telling).values_list("at", flat=True).first()
