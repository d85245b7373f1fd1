"""时限催办: every minute, what has come due is carried out, and whoever is late or soon will be is told."""

from datetime import datetime, timedelta

from guangyue.alerts.models import CountyReport, Receipt, Warning
from guangyue.alerts.services.lifting import end_what_is_due
from guangyue.alerts.services.telling import tell_county, tell_office
from guangyue.alerts.warning_deadlines import county_deadline, media_deadline, report_deadline
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.kit.wording import moment

UNSIGNED = timedelta(minutes=30)  # a completion: nobody waits for three hours to ask again
NEAR = timedelta(minutes=30)


@job("alerts.watch_warnings", title="预警到时解除和时限催办")
def watch_warnings(*, at: datetime) -> None:
    for exercise in (False, True):
        end_what_is_due(exercise=exercise, at=at)
        for warning in Warning.objects.in_force(exercise=exercise).responding():
            _chase_media(warning, at=at)
            _chase_counties(warning, at=at)
    _chase_reports(at=at)


def _chase_media(warning: Warning, *, at: datetime) -> None:
    limit = media_deadline(warning)
    if limit.done is not None:
        return
    if at > limit.due:
        stage, words = "late", "已经超过时限，还没有登记向社会公布"
    elif at > limit.due - NEAR:
        stage, words = "near", f"最迟 {moment(limit.due)}向社会公布"
    else:
        return
    key = f"alerts.media-{warning.pk}-{stage}"
    tell_office(warning, f"{warning.level.title}{words}", f"预警编号 {warning.number}。", key, at=at)


def _chase_counties(warning: Warning, *, at: datetime) -> None:
    """First the county is asked to sign; when its time is over it is named to the office too."""
    waiting = Receipt.objects.filter(warning=warning).unnotified().select_related("region", "warning")
    for receipt in waiting:
        if (limit := county_deadline(receipt)).late(at=at):
            _name_county(receipt, at=at)
        elif receipt.received_at is None and at > warning.published_at + UNSIGNED:
            tell_county(
                warning,
                receipt.region,
                f"{warning.level.title}还没有签收",
                f"请立即签收，{moment(limit.due)}以前通知到有关部门。",
                link=receipt.get_absolute_url(),
                key=f"alerts.unsigned-{warning.pk}",
                at=at,
            )


def _name_county(receipt: Receipt, *, at: datetime) -> None:
    warning = receipt.warning
    words = f"{receipt.region}超时没有通知部门"
    key = f"alerts.county-late-{receipt.pk}"
    tell_office(warning, words, f"预警编号 {warning.number}。", key, at=at)
    tell_county(
        warning,
        receipt.region,
        f"{warning.level.title}超时没有通知部门",
        "请立即通知，并登记。",
        link=receipt.get_absolute_url(),
        key=key,
        at=at,
    )


def _chase_reports(*, at: datetime) -> None:
    for report in CountyReport.objects.owed().select_related("region", "warning"):
        limit = report_deadline(report)
        if local_day(at) < local_day(limit.due):
            continue
        late = limit.late(at=at)
        tell_county(
            report.warning,
            report.region,
            f"响应情况报告{'已经超期' if late else '今天到期'}",
            f"预警编号 {report.warning.number}。",
            link=report.get_absolute_url(),
            key=f"alerts.report-{'late' if late else 'due'}-{report.pk}",
            at=at,
        )
