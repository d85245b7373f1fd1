"""记分: what points come to, and the proposal they make or take back. Nobody is listed by a sum."""

from datetime import date, datetime

from guangyue.credit.declaration import Conduct, Scale
from guangyue.credit.models import Category, CreditRecord, CreditSubject, ListingProposal, ScaleVersion
from guangyue.credit.models.records import CreditRecordQuerySet
from guangyue.credit.scoring import Scored, Standing, counts, standing
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation

State = ListingProposal.State


def points_of(subject: CreditSubject, scale: Scale, *, on: date) -> Standing:
    rows = _scored(subject, scale, on=on).values_list("fact_on", "points")
    return standing((Scored(day, points or 0) for day, points in rows), scale, on=on)


def conduct_of(record: CreditRecord) -> Conduct | None:
    """What it was given points for, with the clause that says so."""
    versions = ScaleVersion.objects.order_by("-id") if record.conduct else ()
    scales = (version.declaration for version in versions)
    found = (scale.conduct(record.conduct) for scale in scales if scale.scored == record.category.key)
    return next(filter(None, found), None)


def review_points(*, record: CreditRecord, at: datetime) -> None:
    """After a record with points has come or gone."""
    for version in ScaleVersion.objects.current():
        if version.declaration.scored == record.category.key:
            review_subject(subject=record.subject, version=version, unit=record.unit, at=at)


def review_subject(
    *, subject: CreditSubject, version: ScaleVersion, unit: Organisation, at: datetime
) -> ListingProposal | None:
    """A proposal where the limit is reached; one that waits is withdrawn where it no longer is."""
    scale, on = version.declaration, local_day(at)
    now = points_of(subject, scale, on=on)
    category = Category.objects.get(key=scale.proposed)
    waiting = ListingProposal.objects.open().filter(subject=subject, category=category)
    if not now.proposes:
        waiting.filter(inputs__scale=scale.key).update(state=State.WITHDRAWN, decided_at=at)
        return None
    inputs = _inputs(subject, version, now, on=on)
    if waiting.exists() or _settled(subject, category, inputs, on=on):
        return None
    return ListingProposal.objects.create(
        subject=subject,
        category=category,
        unit=unit,
        reason=f"{scale.title}：周期内累计 {now.points} 分，达到 {scale.limit} 分",
        inputs=inputs,
        proposed_at=at,
    )


def _settled(subject: CreditSubject, category: Category, inputs: dict[str, object], *, on: date) -> bool:
    """On the list already, or decided against on the same records."""
    listed = CreditRecord.objects.standing(on).filter(subject=subject, category=category)
    dropped = ListingProposal.objects.filter(
        subject=subject, category=category, state=State.DROPPED, inputs=inputs
    )
    return listed.exists() or dropped.exists()


def _scored(subject: CreditSubject, scale: Scale, *, on: date) -> CreditRecordQuerySet:
    rows = CreditRecord.objects.standing(on)
    return rows.filter(subject=subject, category__key=scale.scored, points__isnull=False)


def _inputs(subject: CreditSubject, version: ScaleVersion, now: Standing, *, on: date) -> dict[str, object]:
    """What the proposal rests on, as it was."""
    scale = version.declaration
    rows = _scored(subject, scale, on=on).order_by("pk").values_list("number", "fact_on")
    return {
        "scale": scale.key,
        "version": version.fingerprint,
        "points": now.points,
        "records": [number for number, day in rows if counts(day, scale=scale, on=on)],
    }
