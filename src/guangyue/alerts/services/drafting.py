"""起草审批表: what is to be published, adjusted or lifted, before anybody signs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Consultation, Drill, RegionalNotice, Sheet, SheetMove, Warning
from guangyue.alerts.warning_refusals import DrillOver, NotInForce, WrongStep
from guangyue.kit.numbers import next_number

NUMBERED = {False: ("SP", "alerts_sheet_number"), True: ("SPYL", "alerts_sheet_exercise_number")}

DONE = (Sheet.State.SENT, Sheet.State.VOID)


@dataclass(frozen=True)
class SheetSaid:
    """What stands in a sheet, field by field. Of a lifting only when, and why."""

    level_key: str
    said: Mapping[str, str] = field(default_factory=dict)
    predicted_start: datetime | None = None
    predicted_end: datetime | None = None
    lifts_at: datetime | None = None
    haste: str = ""
    remark: str = ""
    consultation: Consultation | None = None
    regional: RegionalNotice | None = None


@transaction.atomic
def draft_sheet(
    *,
    kind: Sheet.Kind,
    said: SheetSaid,
    by: User,
    at: datetime,
    warning: Warning | None = None,
    drill: Drill | None = None,
) -> Sheet:
    """起草: of a drill, or of a warning in a drill, it is an exercise from its first word on."""
    if warning is not None and not warning.is_in_force:
        raise NotInForce
    drill = warning.sheet.drill if warning is not None else drill
    if drill is not None and not drill.is_open:
        raise DrillOver
    sheet = Sheet.objects.create(
        number=next_number(*NUMBERED[drill is not None], at=at),
        kind=kind,
        warning=warning,
        drill=drill,
        exercise=drill is not None,
        drafted_by=by,
        drafted_at=at,
        **_fields(said),
    )
    return note(sheet, by=by, at=at)


@transaction.atomic
def redraft_sheet(*, sheet: Sheet, said: SheetSaid, by: User, at: datetime) -> Sheet:
    """修改: a draft, or one that came back; its signatures, if it bore any, are void."""
    sheet = hold(sheet, Sheet.State.DRAFT, Sheet.State.RETURNED)
    for name, value in _fields(said).items():
        setattr(sheet, name, value)
    sheet.state, sheet.drafted_by = Sheet.State.DRAFT, by
    sheet.save()
    return note(sheet, by=by, at=at, remark="修改")


@transaction.atomic
def void_sheet(*, sheet: Sheet, reason: str, by: User, at: datetime) -> Sheet:
    """作废: what is no longer needed, and was never sent."""
    sheet = hold(sheet, *(state for state in Sheet.State if state not in DONE))
    sheet.state = Sheet.State.VOID
    sheet.save(update_fields=["state"])
    return note(sheet, by=by, at=at, remark=reason)


def hold(sheet: Sheet, *states: Sheet.State) -> Sheet:
    """As it is now, held until this is over, if it is where it must be: of two people at once one is late."""
    rows = Sheet.objects.select_for_update(of=("self",)).select_related("warning", "regional", "drill")
    held = rows.get(pk=sheet.pk)
    if held.state not in states:
        raise WrongStep
    return held


def note(sheet: Sheet, *, by: User, at: datetime, post: str = "", remark: str = "") -> Sheet:
    SheetMove.objects.create(sheet=sheet, state=sheet.state, by=by, post=post, at=at, remark=remark)
    return sheet


def _fields(said: SheetSaid) -> dict[str, object]:
    plan = response_plan()
    needs_approval = plan.needs_approval(plan.level(said.level_key))
    return {**vars(said), "said": dict(said.said), "needs_approval": needs_approval}
