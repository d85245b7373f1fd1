"""信用报告: all that is recorded of one subject, for itself and for whoever may look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.credit.listing import Listed
from guangyue.credit.models import (
    AppliedMeasure,
    CreditRecord,
    CreditSubject,
    ModelVersion,
    Promise,
    RiskClass,
    ScaleVersion,
)
from guangyue.credit.scoring import Standing
from guangyue.credit.services.points import points_of
from guangyue.credit.standing import listed_on
from guangyue.credit.states import State

NEVER_SHOWN = (State.DRAFTED.name, State.RETURNED.name)  # not yet, or never, a record


SECTIONS = {"": "名单", "BAD": "处罚和失信", "NEUTRAL": "许可和提示", "GOOD": "守信和荣誉"}


@dataclass(frozen=True)
class Dossier:
    """As things stood on a day; points of no other system are among them."""

    subject: CreditSubject
    on: date
    records: Sequence[CreditRecord]
    classes: Sequence[tuple[str, RiskClass]]
    measures: Sequence[AppliedMeasure]
    scores: Sequence[tuple[ScaleVersion, Standing]]
    promises: Sequence[Promise]
    listed: Listed

    @property
    def standing(self) -> list[CreditRecord]:
        return [record for record in self.records if record.stands]


def dossier_of(subject: CreditSubject, *, on: date) -> Dossier:
    records = list(CreditRecord.objects.filter(subject=subject).exclude(state__in=NEVER_SHOWN).with_all())
    measures = AppliedMeasure.objects.standing(on).filter(subject=subject)
    return Dossier(
        subject,
        on,
        records=records,
        classes=_classes(subject, on),
        measures=list(measures.select_related("measure__executor", "record")),
        scores=_scores(subject, records, on),
        promises=list(subject.promises.all()),
        listed=listed_on(subject.number, on),
    )


def in_sections(records: Iterable[CreditRecord]) -> list[tuple[str, list[CreditRecord]]]:
    """What puts somebody on a list before everything else; then by what it says of its subject."""
    found: dict[str, list[CreditRecord]] = {key: [] for key in SECTIONS}
    for record in records:
        found["" if record.category.listed else record.category.sense].append(record)
    return [(SECTIONS[key], rows) for key, rows in found.items() if rows]


def _classes(subject: CreditSubject, on: date) -> list[tuple[str, RiskClass]]:
    """Of each sector that is graded."""
    found = []
    for version in ModelVersion.objects.current():
        latest = RiskClass.objects.of_last_run(version.key, on).filter(subject=subject).select_related("run")
        found += [(version.title, one) for one in latest]
    return found


def _scores(
    subject: CreditSubject, records: Sequence[CreditRecord], on: date
) -> list[tuple[ScaleVersion, Standing]]:
    """By the scales under which the subject has points at all."""
    kinds = {record.category.key for record in records if record.points}
    return [
        (version, points_of(subject, version.declaration, on=on))
        for version in ScaleVersion.objects.current()
        if version.declaration.scored in kinds
    ]
