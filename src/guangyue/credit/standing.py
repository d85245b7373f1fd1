"""信用状况 of one number on a day, as others ask for it. Whoever only has the same name is another."""

from collections.abc import Iterable, Mapping
from datetime import date

from guangyue.credit.checking import against
from guangyue.credit.declaration import CreditClass
from guangyue.credit.listing import Listed, led_to
from guangyue.credit.models import AppliedMeasure, CreditRecord, Measure, ModelVersion, RiskClass


def class_of(identifier: str, sector: str, on: date) -> CreditClass | None:
    """信用等级 by the last run of that day or before; None for whom nothing is recorded."""
    letters = RiskClass.objects.of_last_run(sector, on).filter(subject__number=identifier)
    letter = letters.values_list("letter", flat=True).first()
    return CreditClass[letter] if letter else None


def classes_on(sector: str, on: date) -> Mapping[str, CreditClass]:
    """The class of every number that has one, for those who need many at once."""
    rows = RiskClass.objects.of_last_run(sector, on).values_list("subject__number", "letter")
    return {number: CreditClass[letter] for number, letter in rows.iterator()}


def worst_classes_on(on: date) -> Mapping[str, CreditClass]:
    """Over all sectors, the worst of every number; under key supervision there is nothing better than D."""
    worst: dict[str, CreditClass] = {}
    for version in ModelVersion.objects.current():
        for number, letter in classes_on(version.key, on).items():
            worst[number] = max(letter, worst.get(number, letter), key=lambda one: one.value)
    watched = (number for number, times in frequencies_on(on).items() if times > 1)
    return worst | dict.fromkeys(watched, CreditClass.D)


def measures_on(identifier: str, on: date) -> tuple[Measure, ...]:
    """What is in force against the number, or in its favour."""
    applied = AppliedMeasure.objects.standing(on).filter(subject__number=identifier)
    return tuple(Measure.objects.filter(pk__in=applied.values("measure")).select_related("executor"))


def measures_against(identifier: str, service: str, on: date) -> list[Measure]:
    """What is in force against the number for this service; nothing else of its credit may refuse it."""
    return against(service, measures_on(identifier, on))


def applied_against(identifiers: Iterable[str], service: str, on: date) -> list[AppliedMeasure]:
    """The same of several numbers at once, each measure with the record that it follows from."""
    applied = AppliedMeasure.objects.standing(on).filter(subject__number__in=identifiers)
    held = applied.filter(measure__service=service, measure__favours=False).order_by("pk")
    return list(held.select_related("measure", "record__unit", "subject"))


def is_restricted(identifier: str, measure: str, on: date) -> bool:
    """Whether the measure of this key is in force against the number."""
    applied = AppliedMeasure.objects.standing(on).filter(subject__number=identifier, measure__favours=False)
    return applied.filter(measure__key=measure).exists()


def listed_on(identifier: str, on: date) -> Listed:
    """What the lists that the number stands on lead to: key supervision, more checks."""
    kinds = CreditRecord.objects.standing(on).filter(subject__number=identifier).exclude(category__listed="")
    return led_to(record.category.declaration for record in kinds.select_related("category"))


def frequencies_on(on: date) -> Mapping[str, int]:
    """How many times as often each number on a list is checked, for those who need many at once."""
    rows = (
        CreditRecord.objects.standing(on).exclude(category__listed="").select_related("category", "subject")
    )
    often: dict[str, int] = {}
    for record in rows:
        number, times = record.subject.number, record.category.declaration.frequency
        often[number] = max(times, often.get(number, 1))
    return often
