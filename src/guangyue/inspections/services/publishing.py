"""公示和揭示: results under the unit's name within the limit; and at the end all that the draw rested on."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Min, Q

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.inspections.models import Batch, PublishedResult, Visit
from guangyue.inspections.refusals import ExposesSomebody, StillSecret, WrongStep
from guangyue.inspections.services.batches import hold, move
from guangyue.inspections.states import State
from guangyue.kit.clocks import local_day
from guangyue.kit.masks import find_unmasked


@transaction.atomic
def publish_visit(*, visit: Visit, by: User, at: datetime) -> PublishedResult:
    """公示 of one visit, as soon as it is entered; of a batch all together by `publish_batch`."""
    visit = _held(visit)
    if visit.state != Visit.State.ENTERED:
        raise WrongStep
    result = _publish(visit, by=by, at=at)
    visit.state, visit.published_at = Visit.State.PUBLISHED, at
    visit.save()
    visit.joined.update(published_at=at)
    return result


@transaction.atomic
def publish_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """公示 of whatever is not public yet, joint visits with what others found; late or not stands on each."""
    batch = hold(batch, State.ENTERED)
    of_batch = Q(batch=batch) | Q(pk__in=batch.visits.values("joined_into"))
    for visit in Visit.objects.filter(of_batch, state=Visit.State.ENTERED).order_by("pk"):
        publish_visit(visit=visit, by=by, at=at)
    batch.published_at = at
    return move(batch, State.PUBLISHED, by=by, at=at)


@transaction.atomic
def publish_again(*, visit: Visit, by: User, at: datetime) -> PublishedResult | None:
    """更正 of what is public: a record that replaces the last one."""
    visit = _held(visit)
    if visit.state != Visit.State.PUBLISHED:
        return None
    return _publish(visit, by=by, at=at, replaces=visit.publications.standing().get())


@transaction.atomic
def reveal_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """揭示: when everything is published, the salt and the lists are too."""
    if batch.in_state.place < State.PUBLISHED.place:
        raise StillSecret
    return move(hold(batch, State.PUBLISHED), State.REVEALED, by=by, at=at)


def _publish(
    visit: Visit, *, by: User, at: datetime, replaces: PublishedResult | None = None
) -> PublishedResult:
    lines = [
        {
            "item": finding.item.name if finding.item else "个案线索检查",
            "department": finding.organisation.name,
            "result": finding.of_result.value,
            "said": finding.said,
        }
        for finding in visit.findings.standing().select_related("item", "organisation")
    ]
    _refuse_exposed(visit, [line["said"] for line in lines], by=by, at=at)
    assert visit.done_at is not None
    due = _due(visit)
    return PublishedResult.objects.create(
        visit=visit,
        subject_name=visit.subject.name,
        subject_number=visit.subject.number,
        departments=sorted({line["department"] for line in lines}),
        lines=lines,
        visited_on=local_day(visit.done_at),
        late=due is not None and local_day(at) > due and replaces is None,
        by=by,
        at=at,
        replaces=replaces,
    )


def _due(visit: Visit) -> date | None:
    """The first of the batches that it was made for; none, outside of a draw."""
    together = Visit.objects.filter(Q(pk=visit.pk) | Q(joined_into=visit))
    due: date | None = together.aggregate(due=Min("batch__publish_by"))["due"]
    return due


def _refuse_exposed(visit: Visit, texts: list[str], *, by: User, at: datetime) -> None:
    """Nobody's ID number goes out, whatever was written; an attempt goes into the audit trail, masked."""
    everything = [visit.subject.name, visit.subject.number, *texts]
    found = [str(one) for text in everything for one in find_unmasked(text, on=local_day(at))]
    if found:
        record(action="公示拦截", detail={"visit": visit.number, "places": found}, by=by, at=at)
        raise ExposesSomebody


def _held(visit: Visit) -> Visit:
    rows = Visit.objects.select_for_update(of=("self",)).select_related("batch", "subject")
    return rows.get(pk=visit.pk)
