"""拨付: 编制 → 财政同意 → 国库支付 → 公开, and 追回. Nothing twice, nothing but what was decided."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet, Sum
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.disclosure.models import Notice
from guangyue.funds.models import Account, Batch, BatchMove, Payment, Source
from guangyue.funds.refusals import (
    ForbiddenUse,
    NothingToPay,
    NotPayable,
    OverPaid,
    PaidAlready,
    SameHand,
    WrongStep,
)
from guangyue.funds.services.years import require_fund
from guangyue.grants.models import Application, Decision
from guangyue.grants.services.applications import move_application
from guangyue.jobs.declarations import job
from guangyue.kit.access import Scope
from guangyue.kit.money import NOTHING, Money
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region
from guangyue.rules.authoring import YEAR
from guangyue.systems.offered import Offered, offered_as
from guangyue.systems.system import System

State = Batch.State
MOST_LINES = 5_000
ARROWS = {
    State.PREPARED: {State.CONSENTED, State.RETURNED},
    State.CONSENTED: {State.PAID, State.RETURNED},
    State.PAID: {State.DISCLOSED},
    State.DISCLOSED: set[Batch.State](),
    State.RETURNED: set[Batch.State](),
}


def payable(*, scope: Scope, code: str = "", region: Region | None = None) -> QuerySet[Decision]:
    """Decisions that grant something, that none corrects, and that no live line pays."""
    paid = Payment.objects.granted().live().filter(decision=OuterRef("pk"))
    rows = Decision.objects.within(scope).granted().standing().filter(~Exists(paid), amount__gt=NOTHING)
    if code:
        rows = rows.filter(code=code)
    return rows.filter(region__in=regions_of(region)) if region else rows


def waiting_by_county(*, scope: Scope) -> list[dict[str, Any]]:
    """待拨付: how many decisions and how much, by policy and county."""
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    counted = (
        payable(scope=scope).order_by().values_list("code", "region").annotate(Count("pk"), Sum("amount"))
    )
    rows = list(counted)
    places = Region.objects.select_related("parent").in_bulk({place for _, place, *_ in rows})
    for code, place, many, amount in rows:
        county = county_of(places[place])
        group = groups.setdefault(
            (code, county.code), {"code": code, "region": county, "many": 0, "amount": NOTHING}
        )
        group["many"] += many
        group["amount"] += amount
    return list(groups.values())


def county_of(region: Region) -> Region:
    """The county a township lies in; a county, and the city, are their own."""
    return region if region.of_county_level or region.parent is None else region.parent


def regions_of(region: Region) -> QuerySet[Region]:
    """The region and all below it."""
    below = Region.objects.filter(pk=region.pk) | Region.objects.filter(parent=region)
    return below | Region.objects.filter(parent__parent=region)


@transaction.atomic
def prepare_batch(
    *,
    decisions: Collection[Decision],
    region: Region,
    source: Source,
    year: int,
    purpose: str,
    standard: str,
    by: User,
    at: datetime,
) -> Batch:
    """编制: of one policy in one region; whoever prepares the same decision at the same time waits, and is
    told that it is taken."""
    if not decisions:
        raise NothingToPay
    if len(decisions) > MOST_LINES:
        raise Refused(f"一个批次最多 {MOST_LINES:,} 笔。", field="decisions")
    locked = _locked_decisions(decisions)
    code = locked[0].code
    _require_payable(locked, code, region)
    offered = _offered(code)
    require_use(offered.system, purpose)
    amount = sum((decision.amount or NOTHING for decision in locked), NOTHING)
    require_fund(system=offered.system, region=region, year=year, more=amount)
    batch = Batch.objects.create(
        number=next_number("BF", "funds_batch_number", at=at),
        code=code,
        region=region,
        organisation=by.organisation,
        source=source,
        year=year,
        purpose=purpose,
        standard=standard,
        many=len(locked),
        amount=amount,
        prepared_by=by,
        prepared_at=at,
    )
    Payment.objects.bulk_create(
        [_line(batch, decision, offered, by, at) for decision in locked], batch_size=1000
    )
    BatchMove.objects.create(batch=batch, to=batch.state, by=by, at=at)
    return batch


@transaction.atomic
def consent_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """财政同意, by somebody else; what was corrected meanwhile is not consented to."""
    batch = _locked(batch, to=State.CONSENTED)
    if batch.prepared_by_id == by.pk:
        raise SameHand
    _require_standing(batch)
    return _move(batch, State.CONSENTED, by, at)


@transaction.atomic
def return_batch(*, batch: Batch, reason: str, by: User, at: datetime) -> Batch:
    """退回: its lines are void, and the decisions wait for another batch."""
    if not reason.strip():
        raise Refused("要写明理由。", field="reason")
    batch = _locked(batch, to=State.RETURNED)
    batch.lines.update(void=True)
    return _move(batch, State.RETURNED, by, at, said=reason.strip())


@transaction.atomic
def pay_batch(*, batch: Batch, voucher: str, paid_on: date, by: User, at: datetime) -> Batch:
    """登记国库支付: with the voucher's number; whoever applied is told."""
    if paid_on > localdate(at):
        raise Refused("拨付日期还没有到。", field="paid_on")
    if Batch.objects.filter(voucher=voucher).exists():
        raise Refused("这个凭证号已经登记过。", field="voucher")
    batch = _locked(batch, to=State.PAID)
    if batch.prepared_by_id == by.pk:
        raise SameHand
    _require_standing(batch)
    require_use(_offered(batch.code).system, batch.purpose)
    batch.voucher, batch.paid_on = voucher, paid_on
    batch.lines.update(paid_on=paid_on)
    _move_applications(batch, Application.State.PAID, said=f"批次 {batch.number}", by=by, at=at)
    return _move(batch, State.PAID, by, at, said=f"国库支付凭证 {voucher}")


@transaction.atomic
def recover_payment(
    *, payment: Payment, amount: Money, reason: str, voucher: str, on: date, by: User, at: datetime
) -> Payment:
    """追回: a line with a minus; once all is back, the decision can be corrected and the period paid anew."""
    payment = Payment.objects.select_for_update(of=("self",)).get(pk=payment.pk)
    if payment.kind != Payment.Kind.GRANT or payment.paid_on is None or payment.void:
        raise WrongStep("只有已经拨付的才能追回。")
    left = payment.left
    if amount <= NOTHING:
        raise Refused("请填写追回的金额。", field="amount")
    if amount > left:
        raise OverPaid(left)
    if not payment.paid_on <= on <= localdate(at):
        raise Refused("追回日期应当在拨付以后、今天以前。", field="on")
    recovery = Payment.objects.create(
        kind=Payment.Kind.RECOVERY,
        decision=payment.decision,
        recovers=payment,
        code=payment.code,
        item=payment.item,
        period=payment.period,
        payee_name=payment.payee_name,
        payee_number=payment.payee_number,
        account=payment.account,
        region=payment.region,
        county=payment.county,
        source=payment.source,
        year=payment.year,
        amount=-amount,
        paid_on=on,
        reason=reason,
        voucher=voucher,
        by=by,
        at=at,
    )
    if amount == left:
        payment.recovered = True
        payment.save(update_fields=["recovered"])
        if application := payment.application:
            move_application(
                application=application, to=Application.State.APPROVED, by=by, at=at, said=f"已追回：{reason}"
            )
    return recovery


@job("funds.note_disclosures", title="登记批次已经公开")
def note_disclosures(*, at: datetime) -> None:
    """已公开: the batches whose notice has been published since."""
    for batch in Batch.objects.filter(state=State.PAID):
        if Notice.objects.filter(source=batch.notice_source, published_at__isnull=False).exists():
            with transaction.atomic():
                disclosed = _locked(batch, to=State.DISCLOSED)
                _move_applications(disclosed, Application.State.DISCLOSED, said="", by=None, at=at)
                _move(disclosed, State.DISCLOSED, None, at)


def require_use(system: System, purpose: str) -> None:
    """禁止支出的用途, as the system's documents name them."""
    if system.funding and system.funding.forbids(purpose):
        raise ForbiddenUse(purpose, system.funding.forbidden_by)


def _offered(code: str) -> Offered:
    offered = offered_as(code)
    if offered is None:
        raise WrongStep("这项政策已经不再施行。")
    return offered


def _locked_decisions(decisions: Collection[Decision]) -> Sequence[Decision]:
    """Always in one order, so that two who choose the same wait for each other and never in a circle."""
    rows = Decision.objects.filter(pk__in=[decision.pk for decision in decisions])
    return list(rows.select_for_update(of=("self",)).select_related("region__parent").order_by("pk"))


def _require_payable(decisions: Sequence[Decision], code: str, region: Region) -> None:
    inside = set(regions_of(region).values_list("pk", flat=True))
    corrected = set(Decision.objects.filter(corrects__in=decisions).values_list("corrects", flat=True))
    wrong = [
        decision.number
        for decision in decisions
        if not decision.granted
        or not decision.amount
        or decision.code != code
        or decision.region_id not in inside
        or decision.pk in corrected
    ]
    if wrong:
        raise NotPayable(wrong)
    live = Payment.objects.granted().live()
    taken = set(live.filter(decision__in=decisions).values_list("decision", flat=True))
    had = set(
        live.filter(
            code=code,
            recovered=False,
            payee_number__in=[decision.payee_number for decision in decisions],
        ).values_list("payee_number", "item", "period")
    )
    offered = _offered(code)
    twice = []
    for decision in decisions:
        period = (decision.payee_number, decision.item, _period(decision, offered))
        if decision.pk in taken or period in had:
            twice.append(decision.number)
        had.add(period)
    if twice:
        raise PaidAlready(twice)


def _require_standing(batch: Batch) -> None:
    """What was decided still stands, line by line, and the batch still comes to its sum."""
    corrected = Decision.objects.filter(corrects__payments__batch=batch).values_list(
        "corrects__number", flat=True
    )
    if corrected:
        raise NotPayable(list(corrected))
    if batch.lines.live().total() != batch.amount:
        raise WrongStep("批次合计和各行相加不符，不能办理。")


def _period(decision: Decision, offered: Offered) -> str:
    """所属期: the year of what is owed once a year, the month of all else."""
    return f"{decision.on:%Y}" if offered.versions[-1].per is YEAR else f"{decision.on:%Y-%m}"


def _line(batch: Batch, decision: Decision, offered: Offered, by: User, at: datetime) -> Payment:
    region = decision.region
    return Payment(
        batch=batch,
        decision=decision,
        code=decision.code,
        item=decision.item,
        period=_period(decision, offered),
        payee_name=decision.payee_name,
        payee_number=decision.payee_number,
        account=Account.OWN if decision.person_id else Account.BODY,
        region=region,
        county=county_of(region),
        source=batch.source,
        year=batch.year,
        amount=decision.amount,
        by=by,
        at=at,
    )


def _locked(batch: Batch, *, to: Batch.State) -> Batch:
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if to not in ARROWS[State(batch.state)]:
        raise WrongStep(f"这个批次现在是“{batch.get_state_display()}”，不能这样办理。")
    return batch


def _move(batch: Batch, to: Batch.State, by: User | None, at: datetime, *, said: str = "") -> Batch:
    batch.state = to
    batch.save()
    BatchMove.objects.create(batch=batch, to=to, by=by, at=at, said=said)
    return batch


def _move_applications(batch: Batch, to: str, *, said: str, by: User | None, at: datetime) -> None:
    rows = Application.objects.filter(decisions__payments__batch=batch).select_related("person", "firm")
    for application in rows.distinct():
        move_application(application=application, to=to, by=by, at=at, said=said)
