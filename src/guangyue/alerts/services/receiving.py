"""签收、通知部门、向社会公布: what must be done within hours of a warning."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import Publicity, Receipt, Warning
from guangyue.alerts.warning_refusals import NotReceivedYet
from guangyue.kit.refusals import Refused


@transaction.atomic
def receive_warning(*, receipt: Receipt, by: User, at: datetime) -> Receipt:
    """签收."""
    receipt = _held(receipt)
    if receipt.received_at is not None:
        raise Refused("已经签收过了。")
    receipt.received_at, receipt.signer = at, by
    receipt.save(update_fields=["received_at", "signer"])
    return receipt


@transaction.atomic
def notify_departments(*, receipt: Receipt, departments: Sequence[str], by: User, at: datetime) -> Receipt:
    """通知部门: once; which were told stands beside it."""
    receipt = _held(receipt)
    if receipt.received_at is None:
        raise NotReceivedYet
    if receipt.notified_at is not None:
        raise Refused("已经登记过了。")
    if not departments:
        raise Refused("要写明通知了哪些部门。", field="departments")
    receipt.notified_at, receipt.departments = at, list(departments)
    receipt.save(update_fields=["notified_at", "departments"])
    return receipt


def note_publicity(
    *,
    warning: Warning,
    channel: Publicity.Channel,
    outlet: str,
    text: str,
    published_at: datetime,
    by: User,
    at: datetime,
) -> Publicity:
    """登记向社会公布: when the medium brought it, not before there was anything to bring."""
    if not warning.starts_at <= published_at <= at:
        raise Refused("公布时间应当在预警发布以后、现在以前。", field="published_at")
    return Publicity.objects.create(
        warning=warning,
        channel=channel,
        outlet=outlet,
        text=text,
        published_at=published_at,
        by=by,
        at=at,
    )


def _held(receipt: Receipt) -> Receipt:
    return Receipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
