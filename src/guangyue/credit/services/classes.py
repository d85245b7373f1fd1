"""信用分级: all subjects of a sector at once, each class kept with what it was computed from."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby, islice
from operator import itemgetter

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.credit.grading import Fact, grade
from guangyue.credit.models import ClassRun, CreditRecord, ModelVersion, RiskClass
from guangyue.jobs.declarations import job
from guangyue.systems.today import day_of_the_city

AT_ONCE = 5_000


@transaction.atomic
def grade_sector(*, version: ModelVersion, on: date, by: User | None, at: datetime) -> ClassRun:
    """Everybody of whom the model counts something; of the others there is no class."""
    model = version.declaration
    run = ClassRun.objects.create(sector=model.sector, model=version, on=on, at=at, by=by)
    everybody = _facts(version, on=on)
    while some := list(islice(everybody, AT_ONCE)):
        graded = ((subject, grade(facts, model, on=on)) for subject, facts in some)
        RiskClass.objects.bulk_create(
            RiskClass(
                run=run,
                subject_id=subject,
                letter=one.letter.name,
                points=one.points,
                inputs={"records": one.counted, "model": model.version},
            )
            for subject, one in graded
        )
        run.subjects += len(some)
    run.save(update_fields=["subjects"])
    return run


@job("credit.grade_monthly", title="每月信用分级")
def grade_monthly(*, at: datetime) -> None:
    """On the first of a month, and whenever a sector has not been graded yet."""
    on = day_of_the_city()
    for version in ModelVersion.objects.current():
        if on.day == 1 or not ClassRun.objects.filter(sector=version.key).exists():
            grade_sector(version=version, on=on, by=None, at=at)


def _facts(version: ModelVersion, *, on: date) -> Iterator[tuple[int, tuple[Fact, ...]]]:
    """What stands of each subject, subject by subject."""
    model = version.declaration
    kinds = {*(one.kind for one in model.counted), *model.worst_at_once}
    rows = CreditRecord.objects.standing(on).filter(category__key__in=kinds)
    told = rows.order_by("subject_id").values_list("subject_id", "category__key", "fact_on")
    for subject, group in groupby(told.iterator(chunk_size=AT_ONCE), key=itemgetter(0)):
        yield subject, tuple(Fact(kind, day) for _, kind, day in group)
