"""每夜: records that have run out, and points that no longer count."""

from datetime import datetime

from django.db import transaction

from guangyue.credit.models import CreditRecord, ListingProposal, ScaleVersion
from guangyue.credit.services.moving import hold, move_record
from guangyue.credit.services.points import review_points, review_subject
from guangyue.credit.states import STANDING_NAMES, State
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.systems.today import moment_of_the_city


@job("credit.expire_records", title="信用记录到期")
def expire_records(*, at: datetime) -> None:
    end_what_ran_out(at=moment_of_the_city())


def end_what_ran_out(*, at: datetime) -> None:
    """到期: what was valid through yesterday no longer counts."""
    ended = CreditRecord.objects.filter(state__in=STANDING_NAMES, expires_on__lt=local_day(at))
    for record in ended.order_by("pk"):
        _expire(record, at=at)
    for version in ScaleVersion.objects.current():
        waiting = ListingProposal.objects.open().filter(inputs__scale=version.key)
        for proposal in waiting.select_related("subject", "unit"):
            review_subject(subject=proposal.subject, version=version, unit=proposal.unit, at=at)


@transaction.atomic
def _expire(record: CreditRecord, *, at: datetime) -> None:
    held = move_record(record=hold(record), to=State.EXPIRED, by=None, at=at)
    review_points(record=held, at=at)
