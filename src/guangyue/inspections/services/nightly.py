"""每日催办: from the sixteenth day on whoever has a batch to publish is reminded; after the twentieth it is
overdue, and noted as what may be held against the office."""

from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.deadlines import is_reminded
from guangyue.inspections.liability import Conduct, Neglect
from guangyue.inspections.models import Batch, DutyRecord
from guangyue.inspections.services.duties import note_duty
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.notifications.services import notify

LATE = Conduct(neglects=frozenset({Neglect.NOT_PUBLISHED}))


@job("inspections.chase_results", title="催办抽查结果公示")
def chase_results(*, at: datetime) -> None:
    calendar, today = HolidayNotice.objects.calendar(), local_day(at)
    waiting = Batch.objects.unpublished().select_related("made_by", "organisation")
    for batch in waiting.order_by("pk"):
        assert batch.completed_at is not None
        assert batch.publish_by is not None
        if today > batch.publish_by:
            _note_overdue(batch, at=at)
            _remind(batch, "已经超过公示期限", "overdue", at=at)
        elif is_reminded(batch.completed_at, calendar, at=at):
            _remind(batch, f"最迟 {batch.publish_by:%Y-%m-%d} 公示", "due", at=at)


def _remind(batch: Batch, words: str, stage: str, *, at: datetime) -> None:
    to: User = batch.made_by
    notify(
        to=to,
        title=f"批次 {batch.number} 的检查结果{words}",
        body="请督促检查组录入结果，并公示。",
        link=reverse("inspections:batch", args=[batch.number]),
        key=f"inspections.batch-{batch.pk}-{stage}",
        at=at,
    )


def _note_overdue(batch: Batch, *, at: datetime) -> None:
    if DutyRecord.objects.filter(batch=batch, neglects=[Neglect.NOT_PUBLISHED.name]).exists():
        return
    facts = f"批次 {batch.number} 的结果应于 {batch.publish_by} 前公示，逾期未公示。"
    note_duty(organisation=batch.organisation, facts=facts, conduct=LATE, at=at, batch=batch)
