"""待办的办件: what waits for whom, desk by desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, FlowVersion, Opinion, Veto
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.permissions import DECIDE_CASES, RECEIVE_CASES, REVIEW_CASES, SEE_CASES
from guangyue.kit.access import Permission, Scope

Rows = Callable[[Scope, datetime], CaseQuerySet]


@dataclass(frozen=True)
class Waiting:
    """One desk's pile: who may work on it, and which cases lie there."""

    key: str
    title: str
    permission: Permission
    rows: Rows
    icon: str
    empty: str


def turn_of(actor: Actor) -> Q:
    """The cases at a step that is this actor's, whatever their flows call it."""
    turn = Q(pk__in=())
    for version in FlowVersion.objects.defer("declaration"):
        steps = [step.key for step in version.declared.steps if step.actor is actor and not step.phase.closed]
        turn |= Q(flow=version.pk, step__in=steps)
    return turn


def at_desk(scope: Scope) -> Q:
    return scope.rows(region="region_id", organisation="desk_id")


def _to_receive(scope: Scope, at: datetime) -> CaseQuerySet:
    received = Case.objects.filter(scope.rows(region="region_id"), phase=Phase.RECEIVED.name)
    return received.exclude(pk__in=Veto.objects.waiting().values("case"))


def _to_review(scope: Scope, at: datetime) -> CaseQuerySet:
    return Case.objects.open().filter(at_desk(scope), turn_of(Actor.REVIEWER))


def _asked(scope: Scope, at: datetime) -> CaseQuerySet:
    asked = Opinion.objects.waiting().filter(
        scope.rows(region="case__region_id", organisation="organisation_id")
    )
    return Case.objects.open().filter(pk__in=asked.values("case"))


def _to_decide(scope: Scope, at: datetime) -> CaseQuerySet:
    return Case.objects.open().filter(at_desk(scope), turn_of(Actor.DECIDER))


def _vetoes(scope: Scope, at: datetime) -> CaseQuerySet:
    return Case.objects.open().filter(at_desk(scope), pk__in=Veto.objects.waiting().values("case"))


def _to_deliver(scope: Scope, at: datetime) -> CaseQuerySet:
    return Case.objects.filter(scope.rows(region="region_id"), phase=Phase.DECIDED.name)


def _overdue(scope: Scope, at: datetime) -> CaseQuerySet:
    return Case.objects.overdue(at).filter(scope.rows(region="region_id", organisation="unit_id"))


WAITING = (
    Waiting("receive", "待受理", RECEIVE_CASES, _to_receive, "inbox", "没有等着受理的办件"),
    Waiting("review", "待审查", REVIEW_CASES, _to_review, "file-search", "没有等着审查的办件"),
    Waiting("opinions", "征求意见", REVIEW_CASES, _asked, "message-question", "没有征求本部门意见的办件"),
    Waiting("decide", "待决定", DECIDE_CASES, _to_decide, "rubber-stamp", "没有等着决定的办件"),
    Waiting("vetoes", "否决报批", DECIDE_CASES, _vetoes, "ban", "没有报批的否决"),
    Waiting("deliver", "待出件", RECEIVE_CASES, _to_deliver, "package", "没有等着出件的办件"),
    Waiting("overdue", "已超期", SEE_CASES, _overdue, "alarm", "没有超期的办件"),
)
