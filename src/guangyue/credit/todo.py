"""What waits of credit, for whoever may do it and had no hand in it."""

from collections.abc import Iterator
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.credit.models import Appeal, CreditRecord, ListingProposal
from guangyue.credit.permissions import DECIDE_LISTS, VERIFY_RECORDS
from guangyue.credit.states import State
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.todo import Todo

MOST_TODOS = 100


@needs(VERIFY_RECORDS)
def records_to_verify(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = CreditRecord.objects.within(scope).filter(state=State.DRAFTED.name).exclude(filed_by=user)
    for record in waiting.with_all().order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="信用记录待核实",
            title=f"{record.category}：{record.subject}",
            link=record.get_absolute_url(),
            since=record.filed_at,
            detail=f"{record.unit} {record.document}",
        )


@needs(VERIFY_RECORDS)
def appeals_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    waiting = Appeal.objects.within(scope).open().exclude(record__filed_by=user)
    for appeal in waiting.select_related("record__subject", "record__category").order_by("at")[:MOST_TODOS]:
        yield Todo(
            kind=f"信用{appeal.get_kind_display().removeprefix('信用')}待答复",
            title=f"{appeal.record.subject}：{appeal.record.category}",
            link=appeal.get_absolute_url(),
            since=appeal.at,
            detail=appeal.reason[:60],
            clock=appeal.clock.read(calendar, at=at),
        )


@needs(DECIDE_LISTS)
def listings_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = ListingProposal.objects.within(scope).open().exclude(notified_by=user)
    for proposal in waiting.select_related("subject", "category").order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="名单建议",
            title=str(proposal),
            link=proposal.get_absolute_url(),
            since=proposal.proposed_at,
            detail=proposal.reason[:60],
        )
