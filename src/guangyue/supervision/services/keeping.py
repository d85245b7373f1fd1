"""接入系统 and 业务培训: who may send, and who may enter."""

import secrets
from datetime import date, datetime

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.supervision.models import SleepingNote, SourceSystem, SupervisionItem, Training
from guangyue.supervision.refusals import KeyTaken, NotTrained
from guangyue.supervision.training import may_enter

SECRET_BYTES = 32
OWN_SOURCES = ("desk", "inspections")  # acts that come from pages and mechanisms of the city itself


def connect_system(*, key: str, title: str, office: Organisation, by: User, at: datetime) -> SourceSystem:
    """登记: its secret is made here, and shown only now."""
    if key in OWN_SOURCES:
        raise KeyTaken(field="key")
    try:
        with transaction.atomic():
            return SourceSystem.objects.create(
                key=key,
                title=title,
                office=office,
                secret=secrets.token_urlsafe(SECRET_BYTES),
                made_by=by,
                made_at=at,
            )
    except IntegrityError as taken:
        raise KeyTaken(field="key") from taken


def disconnect_system(*, system: SourceSystem, at: datetime) -> None:
    """停用: nothing more is taken from it; what it sent stays."""
    SourceSystem.objects.live().filter(pk=system.pk).update(ended_at=at)


def record_training(*, user: User, on: date, course: str, by: User | None, at: datetime) -> Training:
    """登记 that somebody was trained, on a day that is not to come."""
    if on > local_day(at):
        raise Refused("培训日期还没有到。", field="on")
    training, _ = Training.objects.get_or_create(
        user=user, on=on, defaults={"course": course, "by": by, "at": at}
    )
    return training


def refuse_untrained(by: User, *, at: datetime) -> None:
    if not may_enter(Training.objects.first_day(by), on=local_day(at)):
        raise NotTrained


def explain_sleep(*, item: SupervisionItem, on: date, said: str, by: User, at: datetime) -> SleepingNote:
    """说明 why nothing was done under an item in the year until that day."""
    return SleepingNote.objects.create(item=item, on=on, said=said, by=by, at=at)
