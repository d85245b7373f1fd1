"""调整: another day, or the end of an assignment, on a ground that one states and another approves; and what
is said of a document by hand."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.tasks.declared import terms
from guangyue.tasks.models import Assignment, DeadlineChange, LeaderSuccession, SameFact, TaskDocument
from guangyue.tasks.progress import yellow_from
from guangyue.tasks.refusals import ApprovedByAnother, ChangeWaiting, DecidedAlready
from guangyue.tasks.services.moving import hold, move
from guangyue.tasks.services.tallying import tally_document
from guangyue.tasks.states import DueKind, State

CHANGED = (State.ISSUED, State.ACCEPTED, State.DISPUTED, State.RUNNING, State.CLOSING)


@transaction.atomic
def ask_change(
    *, assignment: Assignment, to: date | None, ground: str, by: User, at: datetime
) -> DeadlineChange:
    """申请调整时限; without another day, 申请终止."""
    if not ground.strip():
        raise Refused("请写明依据：哪份文件、哪次会议，或者什么情况变了。", field="ground")
    held = hold(assignment, *CHANGED)
    if to is not None and to <= max(held.document.day, local_day(at)):
        raise Refused("新的时限应当在今天以后。", field="to")
    try:
        with transaction.atomic():
            return DeadlineChange.objects.create(
                assignment=held,
                former=held.due_on,
                to=to,
                ends=to is None,
                ground=ground,
                asked_by=by,
                asked_at=at,
            )
    except IntegrityError as waiting:
        raise ChangeWaiting from waiting


@transaction.atomic
def decide_change(
    *, change: DeadlineChange, approved: bool, said: str, by: User, at: datetime
) -> DeadlineChange:
    """批准 or not, by another person than asked."""
    held = DeadlineChange.objects.select_for_update().get(pk=change.pk)
    if held.decided_at is not None:
        raise DecidedAlready
    if held.asked_by_id == by.pk:
        raise ApprovedByAnother
    held.approved, held.said, held.decided_by, held.decided_at = approved, said, by, at
    held.save(update_fields=["approved", "said", "decided_by", "decided_at"])
    if approved:
        _carry_out(held, by=by, at=at)
    return held


@transaction.atomic
def link_same(*, one: Assignment, other: Assignment, said: str, by: User, at: datetime) -> SameFact:
    """同一事项: both stay, linked."""
    if one.pk == other.pk or one.document_id == other.document_id:
        raise Refused("同一事项应当出自另一份文件。", field="other")
    first, second = sorted((one, other), key=lambda assignment: assignment.pk)
    linked, _ = SameFact.objects.get_or_create(
        first=first, second=second, defaults={"said": said, "by": by, "at": at}
    )
    return linked


def same_as(assignment: Assignment) -> list[Assignment]:
    """What other documents set just the same."""
    links = SameFact.objects.filter(first=assignment) | SameFact.objects.filter(second=assignment)
    linked = {pk for pair in links.values_list("first", "second") for pk in pair} - {assignment.pk}
    return list(Assignment.objects.filter(pk__in=linked).select_related("document").order_by("pk"))


def name_successor(
    *,
    document: TaskDocument,
    leader: str,
    successor: str,
    since: date,
    ground: str,
    by: User,
    at: datetime,
) -> LeaderSuccession:
    """接替: nobody takes a leader's place by himself."""
    if leader not in document.leaders:
        raise Refused("这份文件没有这位牵头领导。", field="leader")
    if not ground.strip():
        raise Refused("请写明依据：任免文件或者分工通知。", field="ground")
    return document.successions.create(
        leader=leader, successor=successor, since=since, ground=ground, by=by, at=at
    )


def _carry_out(change: DeadlineChange, *, by: User, at: datetime) -> None:
    assignment = hold(change.assignment, *CHANGED)
    if change.ends:
        move(assignment, State.CANCELLED, by=by, at=at, said=change.ground)
        return
    assignment.due_on = change.to
    if assignment.due_kind == DueKind.NONE.name:
        assignment.due_kind = DueKind.PRINTED.name
    assignment.yellow_on = yellow_from(
        since=assignment.document.day, due=change.to, percent=assignment.percent, terms=terms()
    )
    assignment.save(update_fields=["due_on", "due_kind", "yellow_on"])
    tally_document(document=assignment.document, on=local_day(at))
