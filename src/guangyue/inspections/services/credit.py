"""信用等级 of the subjects as credit has them: a batch is drawn by what stands when it is created."""

from datetime import datetime

from django.db import transaction

from guangyue.credit.standing import worst_classes_on
from guangyue.inspections.models import Subject
from guangyue.jobs.declarations import job
from guangyue.systems.today import day_of_the_city

AT_A_TIME = 2000


@job("inspections.refresh_credit", title="更新检查对象的信用等级")
@transaction.atomic
def refresh_credit(*, at: datetime) -> None:
    """Of whom nothing is recorded, what was entered stays."""
    worst = worst_classes_on(day_of_the_city())
    changed = []
    for subject in Subject.objects.filter(number__in=worst).only("number", "credit_class"):
        letter = worst[subject.number].name
        if subject.credit_class != letter:
            subject.credit_class, subject.updated_at = letter, at
            changed.append(subject)
    Subject.objects.bulk_update(changed, ["credit_class", "updated_at"], batch_size=AT_A_TIME)
