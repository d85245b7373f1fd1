"""任职: begun by a notice or a report, confirmed by a person, ended by another notice. A chief post has one
seat."""

from datetime import date, datetime

from django.db import transaction

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.organisations.models import Confirmation, NoticeLine, Person, Post, Tenure
from guangyue.organisations.reading import probation_end
from guangyue.organisations.refusals import ChiefPostOccupied, ReasonMissing
from guangyue.organisations.services import By, signed


def begin_tenure(
    *,
    person: Person,
    post: Post,
    since: date,
    source: str,
    probation_months: int = 0,
    rank: str = "",
    note: str = "",
    ordered_by: NoticeLine | None = None,
) -> Tenure:
    """任职, in the caller's transaction: whoever else asks for the one seat waits until it has ended."""
    if post.has_one_seat:
        _require_free(post, on=since)
    return Tenure.objects.create(
        person=person,
        post=post,
        source=source,
        since=since,
        probation_until=probation_end(since, probation_months) if probation_months else None,
        rank=rank,
        note=note,
        ordered_by=ordered_by,
    )


def end_tenure(
    *, tenure: Tenure, on: date, ending: str, note: str = "", ended_by: NoticeLine | None = None
) -> Tenure:
    """离任: from that day the post is held no longer."""
    if tenure.since and on < tenure.since:
        raise Refused(f"离任日期早于任职日期（{day(tenure.since)}）。", field="on")
    tenure.until, tenure.ending, tenure.ended_by = on, ending, ended_by
    tenure.note = note or tenure.note
    tenure.save(update_fields=["until", "ending", "ended_by", "note"])
    return tenure


@transaction.atomic
def confirm_tenure(*, tenure: Tenure, on: date, ground: str, by: By, at: datetime) -> Confirmation:
    """转正: a person's decision, never the calendar's."""
    if tenure.probation_until is None:
        raise Refused("这一任职没有试用期。")
    if hasattr(tenure, "confirmation"):
        raise Refused(f"已经于{day(tenure.confirmation.on)}转正。")
    if tenure.since and on < tenure.since:
        raise Refused("转正日期早于任职日期。", field="on")
    if not ground:
        raise ReasonMissing("要写明转正的依据。", field="ground")
    return Confirmation.objects.create(tenure=tenure, on=on, ground=ground, by=signed(by), at=at)


@transaction.atomic
def report_holder(*, post: Post, person: Person, on: date, note: str = "") -> Tenure:
    """单位报送接任: who has taken over an office that no notice fills, such as a unit's 分管领导; a person
    not
    known yet is registered with it."""
    if person.pk is None:
        person.save()
    for tenure in post.tenures.on(on):
        if tenure.person_id == person.pk:
            raise Refused(f"{person}已经担任{post}。", field="person")
        end_tenure(tenure=tenure, on=on, ending=Tenure.Ending.HANDED_OVER)
    return begin_tenure(person=person, post=post, since=on, source=Tenure.Source.REPORT, note=note)


@transaction.atomic
def report_departure(*, post: Post, on: date) -> None:
    """单位报送离任, with nobody after: the office is vacant."""
    for tenure in post.tenures.on(on):
        end_tenure(tenure=tenure, on=on, ending=Tenure.Ending.HANDED_OVER)


def _require_free(post: Post, *, on: date) -> None:
    """Whoever holds the post that day, or is to hold it later, leaves no room for another."""
    Post.objects.select_for_update().get(pk=post.pk)
    if held := post.tenures.not_over(on).select_related("person").in_order().first():
        raise ChiefPostOccupied(f"{post}现由{held.person}担任，没有免去就不能再任命。")
