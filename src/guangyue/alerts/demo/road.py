"""The road of the demonstration's warnings: each step as the office, the leaders and the counties take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from guangyue.accounts.models import User
from guangyue.alerts.consulting import Pace
from guangyue.alerts.declared import response_plan
from guangyue.alerts.demo.orders import answer_orders, write_all
from guangyue.alerts.models import (
    Consultation,
    CountyReport,
    Drill,
    Forecast,
    Publicity,
    Receipt,
    Sheet,
    Warning,
)
from guangyue.alerts.models.air import Provenance
from guangyue.alerts.services.drafting import SheetSaid, draft_sheet
from guangyue.alerts.services.lifting import announce_lifting, end_what_is_due
from guangyue.alerts.services.publishing import publish_warning
from guangyue.alerts.services.receiving import note_publicity, notify_departments, receive_warning
from guangyue.alerts.services.reporting import ReportSaid, send_report
from guangyue.alerts.services.signing import approve_sheet, check_sheet, submit_sheet
from guangyue.alerts.wording.warnings import LEVEL
from guangyue.kit.clocks import whole_hour
from guangyue.kit.wording import moment

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
AHEAD = 25 * HOUR  # one more than the plan asks for
CLEAN_HOURS = [85] * 72
DEPARTMENTS = ("生态环境分局", "工业和信息化局", "住房和城乡建设局", "交通运输局", "教育和体育局")
WORDS = {
    "weather": "地面均压场控制，风力小于 2 级，湿度 80% 以上，混合层高度低于 400 米",
    "pollutants": "细颗粒物（PM2.5），日均浓度预计 165—210 微克/立方米",
    "trend": "逐步加重，之后随冷空气到来自北向南改善",
}
REPORT = ReportSaid(
    "按级别启动响应，逐户告知清单企业，停止土石方作业，增加洒水频次，检查企业和工地。",
    "响应期间 PM2.5 日均浓度低于预报，未出现严重污染。",
    "个别工地裸土苫盖不及时，已经整改。",
    "夜间巡查增加一次。",
)


@dataclass(frozen=True)
class Office:
    """Who drafts, who consults, and who signs, the least of the leaders first."""

    officer: User
    forecaster: User
    signers: Sequence[User]


def publish(
    office: Office, level_key: str, *, lasts: timedelta, at: datetime, drill: Drill | None = None
) -> Warning:
    sheet = draft_checked(office, level_key, lasts=lasts, at=at, drill=drill)
    warning = publish_warning(sheet=_approve(office, sheet, at=at), by=office.officer, at=at)
    write_all(warning, at=at)
    answer_orders(warning, at=at + 5 * MINUTE)
    return warning


def draft_checked(
    office: Office, level_key: str, *, lasts: timedelta, at: datetime, drill: Drill | None = None
) -> Sheet:
    """Drafted, and checked by the director: it waits for its approval."""
    start = at + AHEAD
    level = response_plan().level(level_key)
    said = SheetSaid(
        level_key,
        said={**WORDS, "period": f"{moment(start)}至{moment(start + lasts)}", LEVEL: level.title},
        predicted_start=start,
        predicted_end=start + lasts,
        consultation=_consult(office, level_key, at=at - 2 * HOUR, starts_at=start, drill=drill),
    )
    sheet = draft_sheet(kind=Sheet.Kind.PUBLISH, said=said, drill=drill, by=office.officer, at=at - HOUR)
    return _check(office, sheet, at=at)


def lift(office: Office, warning: Warning, *, at: datetime, lifts_at: datetime) -> None:
    """Upon a forecast of its own; three clean days."""
    issued = whole_hour(at) - HOUR
    Forecast.objects.create(
        issued_at=issued,
        begins_at=issued,
        values=CLEAN_HOURS,
        author=str(office.forecaster),
        source=Provenance.SIMULATOR,
        by=office.forecaster,
        at=issued,
        exercise=warning.exercise,
    )
    said = SheetSaid(
        warning.level_key,
        lifts_at=lifts_at,
        remark="受冷空气影响，扩散条件转好",
        consultation=_consult(office, "", at=at - HOUR, drill=warning.sheet.drill),
    )
    sheet = draft_sheet(kind=Sheet.Kind.LIFT, said=said, warning=warning, by=office.officer, at=at - HOUR)
    checked = _check(office, sheet, at=at)
    announce_lifting(sheet=_approve(office, checked, at=at), by=office.officer, at=at)
    end_what_is_due(exercise=warning.exercise, at=lifts_at)


def _check(office: Office, sheet: Sheet, *, at: datetime) -> Sheet:
    submit_sheet(sheet=sheet, by=office.officer, at=at - HOUR / 2)
    return check_sheet(sheet=sheet, by=office.signers[0], at=at - HOUR / 3, remark="内容齐全，同意报批。")


def _approve(office: Office, sheet: Sheet, *, at: datetime) -> Sheet:
    return approve_sheet(sheet=sheet, by=office.signers[1], at=at - HOUR / 6, remark="同意。")


def _consult(
    office: Office,
    level_key: str,
    *,
    at: datetime,
    starts_at: datetime | None = None,
    drill: Drill | None = None,
) -> Consultation:
    return Consultation.objects.create(
        number=f"HS{at:%Y%m%d%H}{'Y' if drill else ''}",
        held_at=at,
        pace=Pace.DAILY.name,
        pollutants=["PM25"],
        weather=WORDS["weather"] if level_key else "",
        trend=WORDS["trend"] if level_key else "扩散条件转好，逐步改善",
        level_key=level_key,
        starts_at=starts_at,
        experts="监测预报专家组（演示）",
        by=office.forecaster,
        at=at,
        exercise=drill is not None,
    )


def answer_all(warning: Warning, *, at: datetime, but: int = 0) -> None:
    """County by county; the last few have not, and the one before them was late."""
    receipts = list(Receipt.objects.filter(warning=warning).order_by("region"))
    signer = warning.sheet.drafted_by
    for number, receipt in enumerate(receipts[: len(receipts) - but]):
        received = at + timedelta(minutes=6 + 11 * number)
        receive_warning(receipt=receipt, by=signer, at=received)
        told = at + 4 * HOUR if number == len(receipts) - but - 1 else received + HOUR
        notify_departments(receipt=receipt, departments=DEPARTMENTS, by=signer, at=told)


def make_public(office: Office, warning: Warning, *, at: datetime) -> None:
    text = f"{warning.level.title}，启动{warning.level.response}，请减少户外活动。"
    for channel, outlet, minutes in (
        (Publicity.Channel.NETWORK, "市政府网站", 15),
        (Publicity.Channel.TELEVISION, "市广播电视台", 70),
    ):
        published = at + timedelta(minutes=minutes)
        note_publicity(
            warning=warning,
            channel=channel,
            outlet=outlet,
            text=text,
            published_at=published,
            by=office.officer,
            at=published + HOUR,
        )


def report_all(office: Office, warning: Warning, *, at: datetime, latest: datetime | None = None) -> None:
    """County by county; the first perhaps too late."""
    reports = CountyReport.objects.filter(warning=warning).order_by("region")
    for number, report in enumerate(reports):
        sent = latest if latest and number == 0 else at
        send_report(report=report, said=REPORT, by=office.officer, at=sent)
