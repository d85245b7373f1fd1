"""逾期的后果: what was not supplied sends a case back, a wish to refuse that nobody answered is void."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from guangyue.cases.flow import Actor, Phase
from guangyue.cases.intaking import is_returned
from guangyue.cases.models import Case, Paper, Veto
from guangyue.cases.services.moving import hold, move_case
from guangyue.cases.services.refusing import let_lapse
from guangyue.kit.clocks import local_day
from guangyue.notifications.services import notify

RETURN = "return_case"  # the arrow of the system, in every flow that has one
LAPSE = "lapse"  # likewise: what happens when a step's own limit has passed
UNTOUCHED = timedelta(days=7)


def return_unsupplied(*, at: datetime) -> None:
    """退件: what was owed has not come by its day, or what was asked for once not within its limit."""
    lapsed = Paper.objects.owed_too_long(local_day(at)).filter(case__closed_at=None, case__decided_at=None)
    for case in Case.objects.filter(pk__in=lapsed.values("case")).order_by("pk"):
        _return_if_owed(case, at=at)
    unanswered = Case.objects.step_overdue(at).filter(phase=Phase.SUPPLEMENT.name)
    for case in unanswered.order_by("pk"):
        _return_if_unanswered(case, at=at)


def let_notices_stand(*, at: datetime) -> None:
    """期满无疑问: what was noticed beforehand, and asked about by nobody within its limit, may go on."""
    for case in Case.objects.step_overdue(at).select_related("flow").order_by("pk"):
        _let_stand(case, at=at)


def lapse_vetoes(*, at: datetime) -> None:
    """无权否决: silence is not consent to a refusal; the case is to be received."""
    for veto in Veto.objects.waiting().filter(due__lt=at).select_related("case"):
        let_lapse(veto=veto, at=at)


def remind_of_drafts(*, at: datetime) -> None:
    """A draft that has lain for a week: its applicant hears of it once."""
    left = Case.objects.filter(
        phase=Phase.DRAFT.name, opened_at__lt=at - UNTOUCHED, opened_at__gte=at - 2 * UNTOUCHED
    )
    for case in left.select_related("person__account", "firm__account"):
        applicant = case.person or case.firm
        if applicant is None or applicant.account is None or case.declared.entrance:
            continue  # what has an entrance of its own may be of a kind that no title names
        notify(
            to=applicant.account,
            title=f"您填写的“{case.title}”还没有提交",
            body="草稿为您保留着，可以接着填写；不需要的可以删除。",
            link=reverse("cases:fill", args=[case.key]),
            key=f"cases.draft.{case.pk}",
            at=at,
        )


@transaction.atomic
def _return_if_owed(case: Case, *, at: datetime) -> None:
    case = hold(case)
    deficits = [paper.deficit for paper in case.papers.owed() if paper.deficit]
    if not is_returned(deficits, on=local_day(at)) or not _may_return(case):
        return
    titles = "、".join(one.title for one in deficits if one.has_lapsed(local_day(at)))
    _return(case, said=f"容缺的材料到期没有补齐：{titles}。可以备齐以后重新申请。", at=at)


@transaction.atomic
def _return_if_unanswered(case: Case, *, at: datetime) -> None:
    case = hold(case)
    overdue = case.step_due is not None and case.step_due < at and case.stands_in is Phase.SUPPLEMENT
    if overdue and _may_return(case):
        _return(case, said="到期没有按一次性告知补正。可以备齐以后重新申请。", at=at)


@transaction.atomic
def _let_stand(case: Case, *, at: datetime) -> None:
    case = hold(case)
    arrow = case.flow.declared.arrow(LAPSE, since=case.step)
    if arrow is not None and case.step_due is not None and case.step_due < at:
        move_case(case=case, arrow=LAPSE, by=None, actor=Actor.SYSTEM, at=at)


def _may_return(case: Case) -> bool:
    arrow = case.flow.declared.arrow(RETURN, since=case.step)
    return arrow is not None and arrow.by is Actor.SYSTEM and case.decided_at is None


def _return(case: Case, *, said: str, at: datetime) -> None:
    move_case(case=case, arrow=RETURN, by=None, actor=Actor.SYSTEM, at=at, said=said)
