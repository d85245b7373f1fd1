"""整改: begun, reported with photos, handed in for acceptance; and what is a crime goes to the judiciary."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.ledgers.flow import SETTLED, State
from guangyue.ledgers.models import Measure, Photo, Problem
from guangyue.ledgers.refusals import WrongStep
from guangyue.ledgers.services.moving import hold, move, note

MOST_PHOTOS = 12


@transaction.atomic
def start_work(*, problem: Problem, by: User, at: datetime) -> Problem:
    held = hold(problem, State.LISTED)
    return move(held, State.IN_WORK, what="开始整改", by=by, at=at)


@transaction.atomic
def complete_measure(*, measure: Measure, on: date, said: str, by: User, at: datetime) -> Measure:
    """完成一项: what was reached by the standard, on which day."""
    held = hold(measure.problem, State.IN_WORK)
    if measure.round != held.round:
        raise WrongStep
    if not held.begun_on <= on <= local_day(at):
        raise Refused("完成日期在开始整改以后、今天以前。", field="on")
    measure.done_on = on
    measure.save(update_fields=["done_on"])
    note(held, "完成措施", by=by, at=at, said=said, changes=[(measure.kind, "", "已完成")])
    return measure


@transaction.atomic
def report_progress(*, problem: Problem, said: str, by: User, at: datetime) -> Problem:
    held = hold(problem, State.LISTED, State.IN_WORK)
    note(held, "报送进展", by=by, at=at, said=said)
    return held


@transaction.atomic
def add_photos(
    *,
    problem: Problem,
    uploads: "Sequence[UploadedFile[bytes]]",
    moment: Photo.Moment,
    by: User,
    at: datetime,
) -> list[Photo]:
    """照片: their content is looked into, and what the camera wrote beside it taken out."""
    held = hold(problem)
    if held.in_state in SETTLED and moment is not Photo.Moment.CHECK:
        raise WrongStep
    if len(uploads) > MOST_PHOTOS:
        raise Refused(f"一次最多 {MOST_PHOTOS} 张。", field="photos")
    kept = [keep_file(upload=upload, by=by, at=at, field="photos") for upload in uploads]
    photos = [held.photos.create(round=held.round, moment=moment, file=file, by=by, at=at) for file in kept]
    if photos:
        note(held, f"上传{moment.label}照片", by=by, at=at, said=f"{len(photos)} 个")
    return photos


@transaction.atomic
def apply_for_acceptance(*, problem: Problem, said: str, by: User, at: datetime) -> Problem:
    """申请验收: every measure is done, and can be seen on a photo."""
    held = hold(problem, State.IN_WORK)
    measures = held.measures.filter(round=held.round, done_on=None)
    if owed := "、".join(str(one) for one in measures):
        raise Refused(f"还有措施没有完成：{owed}。")
    if not held.photos.filter(round=held.round, moment=Photo.Moment.AFTER).exists():
        raise Refused("申请验收要有整改后的照片或者证明。")
    held.applied_by, held.applied_at = by, at
    return move(held, State.APPLIED, what="申请验收", by=by, at=at, said=said)


@transaction.atomic
def transfer_to_judiciary(
    *, problem: Problem, on: date, authority: str, receipt: str, by: User, at: datetime
) -> Problem:
    """移送司法: the problem itself stays open until its own measures have passed."""
    held = hold(problem)
    if held.in_state in SETTLED or held.transferred_on:
        raise WrongStep
    if not held.found_on <= on <= local_day(at):
        raise Refused("移送日期在发现以后、今天以前。", field="on")
    held.transferred_on = on
    held.save(update_fields=["transferred_on"])
    note(held, "移送司法", by=by, at=at, said=f"{authority}，回执 {receipt}")
    return held
