"""到片区: planned or not, a visit is entered by a planner of the group, and withdrawn only with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.planners.declared import pilot
from guangyue.planners.models import Group, Visit, VisitPhoto
from guangyue.planners.models.visits import MOST_HOURS
from guangyue.planners.pilot import Work
from guangyue.planners.refusals import NotVisitedYet, NotYourGroup, OutsideThePilot, VisitOver

State = Visit.State
Photos = Sequence["UploadedFile[Any]"]
MOST_PHOTOS = 9


@dataclass(frozen=True)
class Served:
    """What was done on a visit."""

    day: date
    hours: Decimal
    works: Sequence[Work]
    talked: bool = False
    chief: str = ""
    purpose: str = ""
    note: str = ""


@transaction.atomic
def plan_visit(*, group: Group, day: date, purpose: str, by: User | None, at: datetime) -> Visit:
    """安排."""
    _of_the_group(group, by)
    _within_the_pilot(day)
    if day < local_day(at):
        raise Refused("安排的日期已经过了，到过片区的请直接登记。", field="day")
    return Visit.objects.create(group=group, day=day, purpose=purpose, by=by, at=at)


@transaction.atomic
def record_visit(
    *,
    group: Group,
    served: Served,
    by: User | None,
    at: datetime,
    photos: Photos = (),
    planned: Visit | None = None,
) -> Visit:
    """登记 of a visit that was made, with its note and photographs if they are there already."""
    _of_the_group(group, by)
    _check(served, at=at)
    visit = _planned(planned) if planned else Visit(group=group)
    visit.day, visit.hours, visit.talked, visit.chief = served.day, served.hours, served.talked, served.chief
    visit.works, visit.purpose, visit.note = [one.name for one in served.works], served.purpose, served.note
    visit.state = State.NOTED if served.note else State.DONE
    visit.by, visit.at = by, at
    visit.save()
    _keep(visit, photos, by=by, at=at)
    return visit


@transaction.atomic
def note_visit(*, visit: Visit, note: str, by: User, at: datetime, photos: Photos = ()) -> Visit:
    """补写 what was found, and more photographs."""
    held = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    _of_the_group(held.group, by)
    if not held.is_made:
        raise NotVisitedYet
    held.note, held.state = note, State.NOTED
    held.save(update_fields=["note", "state"])
    _keep(held, photos, by=by, at=at)
    return held


@transaction.atomic
def withdraw_visit(*, visit: Visit, because: str, by: User) -> Visit:
    """撤销: what was entered by mistake counts no more, and stays."""
    held = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    _of_the_group(held.group, by)
    if held.state == State.WITHDRAWN:
        raise VisitOver
    held.state, held.withdrawn_because = State.WITHDRAWN, because
    held.save(update_fields=["state", "withdrawn_because"])
    return held


def _planned(visit: Visit) -> Visit:
    held = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if held.state != State.PLANNED:
        raise VisitOver
    return held


def _of_the_group(group: Group, by: User | None) -> None:
    """Nobody but its own planners speaks for a group; the demonstration's loader is nobody."""
    if by is not None and not Group.objects.of(by).filter(pk=group.pk).exists():
        raise NotYourGroup


def _within_the_pilot(day: date) -> None:
    terms = pilot()
    if not terms.holds_on(day):
        raise OutsideThePilot(terms.since, terms.until, field="day")


def _check(served: Served, *, at: datetime) -> None:
    _within_the_pilot(served.day)
    if served.day > local_day(at):
        raise Refused("到片区的日期还没有到。", field="day")
    if not 0 < served.hours <= MOST_HOURS:
        raise Refused("一次服务的时数大于 0，不超过 24。", field="hours")
    if not served.works:
        raise Refused("请选择这次做了哪些工作。", field="works")
    if served.talked and not served.chief:
        raise Refused("请写明与哪位主要负责同志交流（职务即可）。", field="chief")


def _keep(visit: Visit, photos: Photos, *, by: User | None, at: datetime) -> None:
    if visit.photos.count() + len(photos) > MOST_PHOTOS:
        raise Refused(f"一次服务最多 {MOST_PHOTOS} 张照片。", field="photos")
    for photo in photos:
        file = keep_file(upload=photo, by=by, at=at, field="photos")
        if not file.is_picture:
            raise Refused("请上传照片（JPEG、PNG、WebP）。", field="photos")
        VisitPhoto.objects.create(visit=visit, file=file)
