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
    """Of whom nothing is recorded, the class that was entered stays; with the list, what it led to goes."""
    on = day_of_the_city()
    worst, often = worst_classes_on(on), frequencies_on(on)
    concerned = Q(number__in=worst) | Q(number__in=often) | Q(frequency__gt=1)
    changed = []
    for subject in Subject.objects.filter(concerned).only("number", "credit_class", "frequency"):
        frequency = often.get(subject.number, 1)
        entered = "" if frequency < subject.frequency else subject.credit_class
        letter = worst[subject.number].name if subject.number in worst else entered
        if (subject.credit_class, subject.frequency) != (letter, frequency):
            subject.credit_class, subject.frequency, subject.updated_at = letter, frequency, at
            changed.append(subject)
    Subject.objects.bulk_update(changed, ["credit_class", "frequency", "updated_at"], batch_size=AT_A_TIME)
