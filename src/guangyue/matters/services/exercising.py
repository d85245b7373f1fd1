"""行使: what a unit says of its own of a matter, and the elements as it published them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.plain import as_plain
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import LocalPart
from guangyue.matters.elements import Said
from guangyue.matters.models import Exercise


@dataclass(frozen=True)
class Report:
    """报送: of a matter, the elements that a unit published."""

    exercise: Exercise
    elements: Mapping[str, Said]


@transaction.atomic
def say_of_own(*, exercise: Exercise, local: LocalPart, by: User, at: datetime) -> Exercise:
    """地点、时间、电话, and a promise shorter than the unified limit."""
    exercise = (
        Exercise.objects.select_for_update(of=("self",)).select_related("matter__current").get(pk=exercise.pk)
    )
    current = exercise.matter.current
    if local.promised_days and current and local.promised_days > current.declared.promised_days:
        days = current.declared.promised_days
        raise Refused(f"本地承诺不能长过统一的 {days} 个工作日。", field="promised_days")
    exercise.local = as_plain(local)
    exercise.save(update_fields=["local"])
    return exercise


@transaction.atomic
def take_reports(*, reports: Sequence[Report], by: User, at: datetime) -> int:
    """All of them, each in the place of what the unit reported before."""
    for report in reports:
        report.exercise.reported = dict(report.elements)
    Exercise.objects.bulk_update([report.exercise for report in reports], ["reported"])
    return len(reports)
