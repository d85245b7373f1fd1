"""What must hold before a move: each check says what is missing, by name."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Check
from guangyue.cases.intaking import Intake, may_ask_again, may_issue
from guangyue.cases.judging import unmet
from guangyue.cases.models import Case, Delivered, PointResult, Veto
from guangyue.cases.refusals import NotYet
from guangyue.cases.services.papers import intake_of
from guangyue.cases.services.powers import refuse_powerless
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import fingerprint
from guangyue.kit.wording import enumerated
from guangyue.matters.declaration import Flag

# What is missing, in words, for a case, whoever acts and when; empty when the check holds.
Missing = Callable[[Case, User | None, datetime], str]
IN_FRONT = (Actor.APPLICANT, Actor.CLERK)
SETTLED = (PointResult.Result.PASSED, PointResult.Result.NOT_APPLICABLE, PointResult.Result.TO_BE_PAID)


def check(one: Check, *, case: Case, by: User | None, at: datetime) -> None:
    missing = CHECKS[one](case, by, at)
    if missing:
        raise NotYet(one, "" if missing == one.value else missing)


def has_brought(case: Case, by: User) -> bool:
    """前台的人: whoever opened, filled in, handed in or received it, for the window or for the applicant."""
    in_front = [arrow.key for arrow in case.flow.declared.arrows if arrow.by in IN_FRONT]
    acted = Q(moves__by=by, moves__arrow__in=in_front) | Q(mandates__helper=by)
    return by.pk == case.received_by_id or Case.objects.filter(acted, pk=case.pk).exists()


def open_points(case: Case) -> list[int]:
    """审查要点 of this step that are not settled, by their numbers."""
    points = [point for point in case.flow.declared.points if case.step in point.steps]
    if not points:
        return []
    latest = {
        result.number: result.result for result in case.point_results.filter(step=case.step).order_by("pk")
    }
    return [point.number for point in points if latest.get(point.number) not in SETTLED]


def _papers(case: Case, by: User | None, at: datetime) -> str:
    return enumerated(intake_of(case).tells)


def _essential(case: Case, by: User | None, at: datetime) -> str:
    return enumerated(list(case.papers.missing().filter(deferrable=False).values_list("title", flat=True)))


def _promise(case: Case, by: User | None, at: datetime) -> str:
    decision = intake_of(case)
    return enumerated(decision.tells) if decision.intake is Intake.TELL else ""


def _not_to_be_deferred(case: Case, by: User | None, at: datetime) -> str:
    """聊政办字〔2019〕35号 三（十五）: of a firm's matter what can be owed and is promised is accepted."""
    due = Flag.ENTERPRISE in case.declared.flags and intake_of(case).intake is Intake.DEFER
    return Check.NOT_TO_BE_DEFERRED.value if due else ""


def _owed(case: Case, by: User | None, at: datetime) -> str:
    deficits = [paper.deficit for paper in case.papers.owed() if paper.deficit]
    return "" if may_issue(deficits) else enumerated([one.title for one in deficits if one.is_open])


def _opinions(case: Case, by: User | None, at: datetime) -> str:
    if not case.flow.declared.opinions:
        return ""
    waited = case.opinions.filter(given_at=None, withdrawn_at=None)
    return "、".join(waited.values_list("title", flat=True))


def _points(case: Case, by: User | None, at: datetime) -> str:
    numbers = open_points(case)
    titles = [f"{one.number}.{one.title}" for one in case.flow.declared.points if one.number in numbers]
    return "、".join(titles)


def _charges(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(case.charges.filter(paid_on=None).values_list("item", flat=True))


def _not_asked_before(case: Case, by: User | None, at: datetime) -> str:
    changed = case.asked_of != fingerprint(case.answers)
    again = may_ask_again(asked_before=bool(case.asked_of), data_changed=changed)
    return "" if again else Check.NOT_ASKED_BEFORE.value


def _another_person(case: Case, by: User | None, at: datetime) -> str:
    return Check.ANOTHER_PERSON.value if by is not None and has_brought(case, by) else ""


def _refusal(case: Case, by: User | None, at: datetime) -> str:
    approved = case.vetoes.filter(ruling=Veto.Ruling.REFUSE).exists()
    return "" if approved else Check.REFUSAL_APPROVED.value


def _noted(case: Case, by: User | None, at: datetime) -> str:
    return "" if case.charges.exists() else Check.CHARGE_NOTED.value


def _listed(case: Case, by: User | None, at: datetime) -> str:
    return "" if Flag.INSTANT in case.declared.flags else Check.INSTANT_LISTED.value


def _point_failed(case: Case, by: User | None, at: datetime) -> str:
    """退回窗口 rests on a point of the review, where the step has any."""
    asked = any(case.step in point.steps for point in case.flow.declared.points)
    failed = PointResult.Result.FAILED
    named = not asked or case.point_results.filter(step=case.step, result=failed).exists()
    return "" if named else Check.POINT_FAILED.value


def _may_extend(case: Case, by: User | None, at: datetime) -> str:
    in_time = case.due is not None and at <= case.due and not case.extended_days
    return "" if in_time else Check.MAY_EXTEND.value


def _handed_over(case: Case, by: User | None, at: datetime) -> str:
    return "" if Delivered.objects.filter(case=case).exists() else Check.HANDED_OVER.value


def _rule(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(unmet(case, on=local_day(at)))


CHECKS: Mapping[Check, Missing] = {
    Check.PAPERS_COMPLETE: _papers,
    Check.OWED_MAY_BE_OWED: _essential,
    Check.PROMISE_GIVEN: _promise,
    Check.NOTHING_OWED: _owed,
    Check.OPINIONS_GIVEN: _opinions,
    Check.POINTS_PASSED: _points,
    Check.CHARGES_PAID: _charges,
    Check.NOT_ASKED_BEFORE: _not_asked_before,
    Check.ANOTHER_PERSON: _another_person,
    Check.POWER_HELD: refuse_powerless,
    Check.REFUSAL_APPROVED: _refusal,
    Check.CHARGE_NOTED: _noted,
    Check.RULE_HOLDS: _rule,
    Check.NOT_TO_BE_DEFERRED: _not_to_be_deferred,
    Check.INSTANT_LISTED: _listed,
    Check.POINT_FAILED: _point_failed,
    Check.MAY_EXTEND: _may_extend,
    Check.HANDED_OVER: _handed_over,
}
