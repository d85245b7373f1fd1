"""信用等级和抽查频次 as credit has them: a batch is drawn by what stands when it is created."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from guangyue.credit.standing import frequencies_on, worst_classes_on
from guangyue.inspections.models import Subject
from guangyue.jobs.declarations import job
from guangyue.systems.today import day_of_the_city

AT_A_TIME = 2000


@job("inspections.refresh_credit", title="更新检查对象的信用等级")
@transaction.atomic
def refresh_credit(*, at: datetime) -> None:
    """Where credit says nothing any more, what was entered counts again."""
    on = day_of_the_city()
    worst, often = worst_classes_on(on), frequencies_on(on)
    concerned = Q(number__in=worst) | Q(number__in=often) | Q(frequency__gt=1) | ~Q(credit_found="")
    changed = []
    for subject in Subject.objects.filter(concerned).only("number", "credit_found", "frequency"):
        letter = worst[subject.number].name if subject.number in worst else ""
        frequency = often.get(subject.number, 1)
        if (subject.credit_found, subject.frequency) != (letter, frequency):
            subject.credit_found, subject.frequency, subject.updated_at = letter, frequency, at
            changed.append(subject)
    Subject.objects.bulk_update(changed, ["credit_found", "frequency", "updated_at"], batch_size=AT_A_TIME)
