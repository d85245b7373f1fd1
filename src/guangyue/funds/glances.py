"""What the frames show of payments: batches to consent to, to pay and to make public; what was spent."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.disclosure.glances import until_day
from guangyue.disclosure.models import Notice
from guangyue.funds.models import Batch, Payment
from guangyue.funds.permissions import CONSENT_PAYMENTS, PREPARE_PAYMENTS
from guangyue.funds.services.disclosing import notice_due
from guangyue.funds.services.payments import payable
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import Reading
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.todo import Todo

MOST_TODOS = 100
FEN = 100


@needs(CONSENT_PAYMENTS)
def batches_to_settle(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What others prepared, and what the treasury has been asked to pay."""
    states = {Batch.State.PREPARED: "拨付待同意", Batch.State.CONSENTED: "拨付待登记"}
    waiting = Batch.objects.within(scope).filter(state__in=states).exclude(prepared_by=user)
    for batch in waiting.order_by("prepared_at")[:MOST_TODOS]:
        kind = states[Batch.State(batch.state)]
        yield _todo(kind, batch)


@needs(PREPARE_PAYMENTS)
def payments_to_prepare(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What was decided and waits for its batch, all in one."""
    waiting = payable(scope=scope)
    first = waiting.order_by("decided_at").first()
    if first:
        yield Todo(
            kind="待拨付",
            title=f"{waiting.count():,} 份核定还没有编入批次",
            link=reverse("funds:choosing"),
            since=first.decided_at,
        )


@needs(PREPARE_PAYMENTS)
def batches_to_disclose(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What was paid and of which nobody has drafted a notice."""
    sources = Notice.objects.exclude(state__in=(Notice.State.WITHDRAWN, Notice.State.REPLACED))
    drafted = set(sources.filter(source__startswith="funds.batch-").values_list("source", flat=True))
    paid = Batch.objects.within(scope).filter(state=Batch.State.PAID).order_by("paid_on")
    for batch in paid[:MOST_TODOS]:
        if batch.notice_source not in drafted:
            last = notice_due(batch, at=at)
            yield _todo("拨付待公示", batch, clock=until_day(last, on=localdate(at)))


def payments_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    paid = Payment.objects.within(scope).settled().filter(year=on.year).total()
    yield Figure("今年已发放补贴", paid.fen // FEN, "元", "coins", link=reverse("funds:spending"))


def _todo(kind: str, batch: Batch, *, clock: Reading | None = None) -> Todo:
    return Todo(
        kind=kind,
        title=f"{batch.number} {batch.title}",
        link=batch.get_absolute_url(),
        since=batch.prepared_at,
        detail=f"{batch.many:,} 笔，{batch.amount}",
        clock=clock,
    )
