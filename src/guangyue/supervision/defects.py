"""监管缺口: permits that nobody supervises, delegated powers whose rules of supervision are not written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from guangyue.cases.flow import Outcome
from guangyue.cases.models import Case
from guangyue.empowerments.models import Empowerment, State
from guangyue.empowerments.modes import KitPart, Mode
from guangyue.empowerments.pieces import missing_kit
from guangyue.kit.access import Scope
from guangyue.kit.workdays import Calendar
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import Matter
from guangyue.supervision.handing import lacks_supervision
from guangyue.supervision.models import SupervisionItem

NOT_ANY_MORE = (State.PROPOSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Unsupervised:
    """一个缺口: a permit without an item, how many were granted meanwhile, and whether it was handed down."""

    matter: Matter
    granted: int
    delegated: bool


@dataclass(frozen=True)
class RulesDue:
    """监管细则: of a delegated power, due with everything else that its document wants made ready."""

    empowerment: Empowerment
    due: date
    overdue: bool


def unsupervised_permits(scope: Scope) -> list[Unsupervised]:
    """The delegated ones first: with those the clause is concerned."""
    published = Q(supervision_items__state=SupervisionItem.State.PUBLISHED)
    delegated = Empowerment.objects.filter(matter=OuterRef("pk")).exclude(state__in=NOT_ANY_MORE)
    permits = Matter.objects.within(scope).in_force().filter(kind=PowerKind.PERMIT.name)
    rows: QuerySet[Any] = permits.annotate(
        items=Count("supervision_items", filter=published), delegated=Exists(delegated)
    ).select_related("owner")
    lacking = [one for one in rows if lacks_supervision(PowerKind[one.kind], items=one.items)]
    granted = _granted([one.pk for one in lacking])
    found = [Unsupervised(one, granted.get(one.pk, 0), one.delegated) for one in lacking]
    return sorted(found, key=lambda one: (not one.delegated, -one.granted, one.matter.code))


def rules_due(scope: Scope, *, on: date, calendar: Calendar) -> Iterator[RulesDue]:
    """Those not written yet, whether or not their day has come."""
    powers = Empowerment.objects.within(scope).filter(mode=Mode.DELEGATED.name)
    for power in powers.exclude(state__in=NOT_ANY_MORE).with_pieces().order_by("body", "code"):
        if KitPart.SUPERVISION in missing_kit(power):
            due = power.document.last_day(calendar)
            yield RulesDue(power, due, overdue=on > due)


def _granted(matters: list[int]) -> dict[int, int]:
    cases = Case.objects.filter(version__matter__in=matters, outcome=Outcome.GRANTED.name)
    return dict(cases.order_by().values_list("version__matter").annotate(many=Count("pk")))
