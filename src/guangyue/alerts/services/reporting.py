"""后期评估: what the counties report within their days, and what a third party found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.evaluating import figures_of
from guangyue.alerts.models import CountyReport, Evaluation, Warning
from guangyue.files.services import keep_file
from guangyue.kit.refusals import Refused


@dataclass(frozen=True)
class ReportSaid:
    """What both a county and a third party say: 措施、成效、问题、建议."""

    measures: str
    effects: str
    problems: str
    advice: str


@transaction.atomic
def send_report(*, report: CountyReport, said: ReportSaid, by: User, at: datetime) -> CountyReport:
    """报送; once."""
    report = CountyReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.sent_at is not None:
        raise Refused("已经报送过了。")
    for name, text in vars(said).items():
        setattr(report, name, text)
    report.sent_at, report.sent_by = at, by
    report.save()
    return report


@transaction.atomic
def enter_evaluation(
    *,
    warning: Warning,
    evaluator: str,
    said: ReportSaid,
    by: User,
    at: datetime,
    file: "UploadedFile[Any] | None" = None,
) -> Evaluation:
    """登记评估: the figures are those of this moment, and stay."""
    warning = Warning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    if warning.state != Warning.State.LIFTED or not warning.responds:
        raise Refused("响应终止以后才能评估。")
    if Evaluation.objects.filter(warning=warning).exists():
        raise Refused("这次响应已经登记了评估。")
    return Evaluation.objects.create(
        warning=warning,
        evaluator=evaluator,
        **vars(said),
        figures=figures_of(warning, at=at).kept(),
        file=keep_file(upload=file, by=by, at=at) if file else None,
        entered_by=by,
        entered_at=at,
    )
