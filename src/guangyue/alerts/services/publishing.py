"""发布和调整: an approved sheet becomes a warning, once; the response begins with it."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Value
from django.db.models.functions import Greatest

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import CountyWarning, Forecast, Receipt, Sheet, Warning
from guangyue.alerts.services.drafting import hold, note
from guangyue.alerts.services.ordering import begin_orders
from guangyue.alerts.services.telling import tell_county
from guangyue.alerts.sheet_faults import faults_of_sheet, faults_of_signatures
from guangyue.alerts.warning_refusals import DrillOver, NotInForce, NotReady, WarnedAlready, WrongStep
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.organisations.models import Region

NUMBERED = {False: ("YJ", "alerts_warning_number"), True: ("YJYL", "alerts_warning_exercise_number")}
PUBLISHING = 0x616C7274  # of the lock under which one warning at a time is sent


@transaction.atomic
def publish_warning(*, sheet: Sheet, by: User, at: datetime) -> Warning:
    """发布 or 调整: whatever stood in its way when it was signed is asked about once more."""
    former = take_turn(exercise=sheet.exercise)
    sheet = hold(sheet, Sheet.State.APPROVED)
    if sheet.kind == Sheet.Kind.LIFT:
        raise WrongStep
    _check_former(sheet, former)
    mark_sent(sheet, by=by, at=at)
    if former is not None:
        former.state, former.ended_at = Warning.State.SUPERSEDED, at
        former.save(update_fields=["state", "ended_at"])
    warning = _write(sheet, former, at=at)
    if warning.responds:
        _take_over(warning, at=at)
        _send_to_counties(warning, at=at)
        begin_orders(warning=warning, at=at)
    return warning


def take_turn(*, exercise: bool) -> Warning | None:
    """The warning in force, held; whoever else is about to publish waits here, and then sees this one."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [PUBLISHING])
    rows = Warning.objects.in_force(exercise=exercise).select_for_update(of=("self",))
    return rows.select_related("sheet__drill").first()


def mark_sent(sheet: Sheet, *, by: User, at: datetime) -> Sheet:
    """Of a sheet that says all it must and bears the right names; with the forecast it was sent upon."""
    if sheet.drill is not None and not sheet.drill.is_open:
        raise DrillOver
    if faults := [*faults_of_sheet(sheet, at=at), *faults_of_signatures(sheet)]:
        raise NotReady(faults)
    sheet.state, sheet.sent_by, sheet.sent_at = Sheet.State.SENT, by, at
    sheet.forecast = Forecast.objects.latest_at(at, exercise=sheet.exercise)
    sheet.save()
    return note(sheet, by=by, at=at)


def _check_former(sheet: Sheet, former: Warning | None) -> None:
    """A hint gives way to any warning; a warning only to a sheet that adjusts it."""
    if sheet.kind == Sheet.Kind.PUBLISH:
        if former is not None and (former.responds or not sheet.level.response):
            raise WarnedAlready
    elif former is None or former.pk != sheet.warning_id:
        raise NotInForce


def _write(sheet: Sheet, former: Warning | None, *, at: datetime) -> Warning:
    assert sheet.predicted_start is not None
    assert sheet.predicted_end is not None
    return Warning.objects.create(
        number=next_number(*NUMBERED[sheet.exercise], at=at),
        level_key=sheet.level_key,
        responds=bool(sheet.level.response),
        origin=sheet.regional.origin if sheet.regional else Warning.Origin.CITY,
        exercise=sheet.exercise,
        sheet=sheet,
        follows=former,
        published_at=at,
        starts_at=at,
        predicted_start=sheet.predicted_start,
        predicted_end=sheet.predicted_end,
    )


def _take_over(warning: Warning, *, at: datetime) -> None:
    """接替: what counties said for themselves ends here, though not before it was published.

    An exercise leaves them alone.
    """
    if not warning.exercise:
        CountyWarning.objects.in_force().update(
            ended_at=Greatest("published_at", Value(at)), taken_over_by=warning
        )


def _send_to_counties(warning: Warning, *, at: datetime) -> None:
    counties = Region.objects.of_county_level().on(local_day(at)).order_by("code")
    receipts = [Receipt(warning=warning, region=county) for county in counties]
    for receipt in Receipt.objects.bulk_create(receipts):
        tell_county(
            warning,
            receipt.region,
            f"{warning.level.title}，启动{warning.level.response}",
            f"请签收，并在 {response_plan().limits.county_notice}内通知到有关部门。",
            link=receipt.get_absolute_url(),
            key=f"alerts.warning-{warning.pk}",
            at=at,
        )
