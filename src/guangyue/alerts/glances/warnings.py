"""What waits of sheets and warnings: to be signed, sent, received, told, reported, decided."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from guangyue.accounts.models import User
from guangyue.alerts.commanding import may_check, may_sign, post_of
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import CountyReport, Receipt, RegionalNotice, RevisionTrigger, Sheet, Warning
from guangyue.alerts.permissions import ANSWER_ALERTS, RUN_ALERTS, SIGN_ALERTS
from guangyue.alerts.services.telling import marked
from guangyue.alerts.warning_deadlines import county_clock, media_clock, media_deadline, read, report_clock
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo
from guangyue.kit.wording import moment

ASKED_ABOUT = timedelta(days=7)  # whether the media were told


@needs(SIGN_ALERTS)
def sheets_to_sign(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By the post that one holds, and never one's own draft."""
    post = post_of(user, at=at)
    waiting = Sheet.objects.filter(state__in=(Sheet.State.SUBMITTED, Sheet.State.CHECKED))
    for sheet in waiting.exclude(drafted_by=user).exclude(checked_by=user):
        may = may_check(post) if sheet.state == Sheet.State.SUBMITTED else may_sign(post, sheet.level)
        if may:
            yield _of_sheet(sheet, "预警待签")


@needs(RUN_ALERTS)
def sheets_to_take_on(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Signed and not sent, or come back."""
    for sheet in Sheet.objects.filter(state__in=(Sheet.State.APPROVED, Sheet.State.RETURNED)):
        yield _of_sheet(sheet, "预警待发布" if sheet.state == Sheet.State.APPROVED else "预警审批退回")


@needs(RUN_ALERTS)
def warnings_to_make_public(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for warning in Warning.objects.responding().filter(published_at__gt=at - ASKED_ABOUT, publicity=None):
        yield Todo(
            kind="预警向社会公布",
            title=marked(warning, f"{warning.level.title} {warning}"),
            link=warning.get_absolute_url(),
            since=warning.starts_at,
            detail=f"最迟{moment(media_deadline(warning).due)}",
            clock=read(media_clock(warning), at=at),
        )


@needs(RUN_ALERTS)
def regional_notices_to_take_up(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Standing, stricter than what is in force, and no sheet yet."""
    plan = response_plan()
    in_force = Warning.objects.in_force().first()
    for notice in RegionalNotice.objects.standing(at).filter(sheets=None):
        if plan.rank(notice.level) > plan.rank(in_force.level if in_force else None):
            yield Todo(
                kind="区域预警待上报",
                title=str(notice),
                link=notice.get_absolute_url(),
                since=notice.received_at,
                detail=notice.level.title,
            )


@needs(RUN_ALERTS)
def revisions_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for trigger in RevisionTrigger.objects.open():
        yield Todo(
            kind="预案修订待决定",
            title=trigger.get_kind_display(),
            link=trigger.get_absolute_url(),
            since=trigger.noted_at,
            detail="超过 30 天，红灯" if trigger.is_late(at) else trigger.text[:60],
        )


@needs(ANSWER_ALERTS)
def warnings_to_receive(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Receipt.objects.within(scope).unnotified().filter(warning__state=Warning.State.IN_FORCE)
    for receipt in waiting.select_related("warning", "region"):
        yield Todo(
            kind="预警通知部门" if receipt.received_at else "预警待签收",
            title=marked(receipt.warning, f"{receipt.warning.level.title} {receipt.region}"),
            link=receipt.get_absolute_url(),
            since=receipt.warning.published_at,
            clock=read(county_clock(receipt), at=at),
        )


@needs(ANSWER_ALERTS)
def reports_to_send(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for report in CountyReport.objects.within(scope).owed().select_related("warning", "region"):
        assert report.warning.ended_at is not None
        yield Todo(
            kind="响应情况待报送",
            title=marked(report.warning, f"{report.region} {report.warning}"),
            link=report.get_absolute_url(),
            since=report.warning.ended_at,
            clock=read(report_clock(report.warning), at=at),
        )


def _of_sheet(sheet: Sheet, kind: str) -> Todo:
    return Todo(
        kind=kind,
        title=marked(sheet, f"{sheet.level.title}{sheet.get_kind_display()}审批表 {sheet}"),
        link=sheet.get_absolute_url(),
        since=sheet.drafted_at,
        detail=_lead_said(sheet),
    )


def _lead_said(sheet: Sheet) -> str:
    """最迟何时发出, so that the plan's lead remains."""
    if sheet.predicted_start is None or sheet.haste or not sheet.level.response:
        return sheet.get_state_display()
    latest = sheet.predicted_start - timedelta(hours=response_plan().limits.lead.amount)
    return f"最迟{moment(latest)}发出"
