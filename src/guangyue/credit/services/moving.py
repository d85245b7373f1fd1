"""记录的流转: only along the arrows there are; measures begin and end with it."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.credit.models import AppliedMeasure, CreditRecord, Measure, RecordMove
from guangyue.credit.refusals import NotThisWay
from guangyue.credit.states import MOVES, STANDING, State
from guangyue.kit.clocks import local_day
from guangyue.kit.limits import valid_through


def hold(record: CreditRecord) -> CreditRecord:
    """As it is now, held until this is over."""
    rows = CreditRecord.objects.with_all().select_for_update(of=("self",))
    return rows.get(pk=record.pk)


def move_record(
    *, record: CreditRecord, to: State, said: str = "", by: User | None, at: datetime
) -> CreditRecord:
    """One arrow of a record that is held; what follows from it is applied or lifted at once."""
    if to not in MOVES[State[record.state]]:
        raise NotThisWay
    record.state = to.name
    record.save(update_fields=["state", "verified_by", "verified_at", "published_at"])
    RecordMove.objects.create(record=record, to=to.name, said=said, by=by, at=at)
    if to is State.VALID:
        _apply(record, at=at)
    if to not in STANDING:
        standing = AppliedMeasure.objects.filter(record=record, lifted_on=None)
        standing.update(lifted_on=local_day(at), lifted_for=to.name)
    return record


def _apply(record: CreditRecord, *, at: datetime) -> None:
    """Upon its subject alone. While an objection is open the record is not valid, so nothing new begins."""
    for measure in Measure.objects.filter(follows=record.category_id):
        since = max(local_day(at), record.effective_on)
        until = valid_through(since, months=measure.months) if measure.months else record.expires_on
        AppliedMeasure.objects.get_or_create(
            measure=measure,
            record=record,
            defaults={"subject": record.subject, "since": since, "until": until},
        )
