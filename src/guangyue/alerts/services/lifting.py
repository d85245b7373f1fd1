"""解除: announced ahead, and carried out at its time if the air still is to stay clean."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import CountyReport, Forecast, Receipt, Sheet, Warning
from guangyue.alerts.services.drafting import hold
from guangyue.alerts.services.ordering import end_orders
from guangyue.alerts.services.publishing import mark_sent, take_turn
from guangyue.alerts.services.telling import tell_county, tell_office
from guangyue.alerts.sheet_faults import clean_from
from guangyue.alerts.warning_deadlines import report_clock
from guangyue.alerts.warning_refusals import NotInForce, WrongStep
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import moment


@transaction.atomic
def announce_lifting(*, sheet: Sheet, by: User, at: datetime) -> Warning:
    """公布解除: until its time comes the warning stays in force."""
    warning = take_turn(exercise=sheet.exercise)
    sheet = hold(sheet, Sheet.State.APPROVED)
    if sheet.kind != Sheet.Kind.LIFT:
        raise WrongStep
    if warning is None or warning.pk != sheet.warning_id:
        raise NotInForce
    if warning.lifted_by_id is not None:
        raise Refused(f"解除已经公布，{moment(warning.ends_at)}生效。")
    mark_sent(sheet, by=by, at=at)
    warning.ends_at, warning.lifted_by = sheet.lifts_at, sheet
    warning.save(update_fields=["ends_at", "lifted_by"])
    _tell_counties(warning, f"{warning.level.title}将于{moment(warning.ends_at)}解除", "announced", at=at)
    return warning


@transaction.atomic
def end_what_is_due(*, exercise: bool, at: datetime) -> Warning | None:
    """到时解除: a hint by itself when its days are over, a warning as it was announced."""
    warning = take_turn(exercise=exercise)
    if warning is None:
        return None
    if not warning.responds and warning.predicted_end <= at:
        return _end(warning, ended_at=max(warning.predicted_end, warning.starts_at), at=at)
    if warning.ends_at is None or warning.ends_at > at:
        return None
    if _has_turned_worse(warning, at=at):
        return _withhold(warning, at=at)
    return _end(warning, ended_at=warning.ends_at, at=at)


def _has_turned_worse(warning: Warning, *, at: datetime) -> bool:
    """A forecast that came after the sheet says otherwise than the one it was signed upon."""
    assert warning.ends_at is not None
    assert warning.lifted_by is not None
    latest = Forecast.objects.latest_at(at, exercise=warning.exercise)
    if latest is None or latest.pk == warning.lifted_by.forecast_id:
        return False
    return not clean_from(warning.ends_at, at=at, exercise=warning.exercise)


def _withhold(warning: Warning, *, at: datetime) -> Warning:
    """暂缓: it stays in force, and is lifted by another sheet."""
    tell_office(
        warning,
        f"{warning.level.title}暂缓解除",
        "最新的预报不再满足解除条件，预警继续生效，请重新会商。",
        f"alerts.withheld-{warning.pk}-{warning.lifted_by_id}",
        at=at,
    )
    _tell_counties(warning, f"{warning.level.title}暂缓解除，继续执行", f"kept-{warning.lifted_by_id}", at=at)
    warning.ends_at = warning.lifted_by = None
    warning.save(update_fields=["ends_at", "lifted_by"])
    return warning


def _end(warning: Warning, *, ended_at: datetime, at: datetime) -> Warning:
    warning.state, warning.ended_at = Warning.State.LIFTED, ended_at
    warning.save(update_fields=["state", "ended_at"])
    if warning.responds:
        end_orders(warning=warning, at=at)
        _ask_for_reports(warning)
        _tell_counties(warning, f"{warning.level.title}已经解除，请报送响应情况", "ended", at=at)
    return warning


def _ask_for_reports(warning: Warning) -> None:
    clock = report_clock(warning)
    due = clock.due(HolidayNotice.objects.calendar(), at=clock.started).moment
    CountyReport.objects.bulk_create(
        CountyReport(warning=warning, region=receipt.region, due=due)
        for receipt in warning.receipts.select_related("region")
    )


def _tell_counties(warning: Warning, words: str, stage: str, *, at: datetime) -> None:
    for receipt in Receipt.objects.filter(warning=warning).select_related("region"):
        tell_county(
            warning,
            receipt.region,
            words,
            f"预警编号 {warning.number}。",
            link=warning.get_absolute_url(),
            key=f"alerts.{stage}-{warning.pk}",
            at=at,
        )
