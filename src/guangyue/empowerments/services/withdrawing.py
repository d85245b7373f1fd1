"""停用和收回: new cases stop the same day, open ones are settled, seals and permissions come back."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.module_loading import import_string

from guangyue.accounts.models import User
from guangyue.empowerments.models import (
    Agreement,
    Empowerment,
    EmpowermentMove,
    PlatformPermission,
    SecondSeal,
    State,
)
from guangyue.empowerments.services.moving import hold, move
from guangyue.organisations.models.periods import in_period

# What has cases of an empowerment; it hands its open ones to the department and says how many they were.
HandsOver = Callable[..., int]
RETURNED = "赋权收回"


@transaction.atomic
def suspend_power(
    *, empowerment: Empowerment, on: date, said: str, by: User | None, at: datetime
) -> EmpowermentMove:
    return move(empowerment=hold(empowerment), to=State.SUSPENDED, on=on, by=by, at=at, said=said)


@transaction.atomic
def withdraw_power(
    *,
    empowerment: Empowerment,
    on: date,
    said: str,
    open_cases: str,
    by: User | None,
    at: datetime,
) -> int:
    """收回: how many open cases were handed over; none where whoever has them finishes them."""
    empowerment = hold(empowerment)
    empowerment.until, empowerment.open_cases = on, open_cases
    move(empowerment=empowerment, to=State.WITHDRAWN, on=on, by=by, at=at, said=said)
    _take_back(empowerment, on=on)
    if open_cases != Empowerment.OpenCases.HAND_OVER:
        return 0
    hand_over: HandsOver = import_string(settings.GUANGYUE_POWER_ENDED)
    return hand_over(empowerment=empowerment, said=said, by=by, at=at)


def _take_back(empowerment: Empowerment, *, on: date) -> None:
    """What served no other live power ends with this one."""
    _alone(Agreement, empowerment, on).update(until=on)
    for kind in (SecondSeal, PlatformPermission):
        _alone(kind, empowerment, on).update(until=on, ended_because=RETURNED)


def _alone(kind: type[Model], empowerment: Empowerment, on: date) -> QuerySet[Any]:
    """Those papers of the power that stand, and that no other live power shares."""
    others = Empowerment.objects.exclude(state=State.WITHDRAWN).exclude(pk=empowerment.pk)
    shared = kind._default_manager.filter(empowerments__in=others)
    papers = kind._default_manager.filter(in_period(on), empowerments=empowerment)
    return papers.exclude(pk__in=shared.values("pk"))
