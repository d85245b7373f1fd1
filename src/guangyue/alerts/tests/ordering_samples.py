"""Rows of the list, of orders and of checks, for the table of who may open what."""

from django.utils import timezone

from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import Dispatch, Order, OrderCheck, Proof, Source
from guangyue.alerts.tests.ordering_factories import AT, a_source
from guangyue.alerts.tests.warning_samples import a_plain_warning
from guangyue.files.tests.factories import a_kept_photo
from guangyue.organisations.models import Organisation, Region


def a_plain_order(region: Region) -> Order:
    if kept := Order.objects.filter(source__region=region).first():
        return kept
    warning = a_plain_warning(a_user())
    return Order.objects.create(
        warning=warning, source=a_source(region), measures=[], written_at=AT, starts_at=warning.starts_at
    )


def source(*, region: Region, organisation: Organisation) -> dict[str, object]:
    kept = Source.objects.filter(region=region).first()
    return {"code": (kept or a_source(region)).code}


def measure(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {**source(region=region, organisation=organisation), "level": "yellow"}


def order(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": a_plain_order(region).code}


def picture(*, region: Region, organisation: Organisation) -> dict[str, object]:
    held, now = a_plain_order(region), timezone.now()
    shown = Proof.objects.create(order=held, file=a_kept_photo(at=now), measured_at=now, at=now)
    assert shown.file is not None
    return {"code": held.code, "key": shown.file.key}


def check(*, region: Region, organisation: Organisation) -> dict[str, object]:
    by, now = a_user(), timezone.now()
    seen = OrderCheck.objects.create(
        order=a_plain_order(region), finding="not_done", said="仍在生产", checked_at=now, by=by, at=now
    )
    return {"pk": seen.pk}


def dispatch(*, region: Region, organisation: Organisation) -> dict[str, object]:
    held, _ = Dispatch.objects.get_or_create(
        order=a_plain_order(region), reason="begin", way="sms", defaults={"state": "dead", "due_at": AT}
    )
    return {"pk": held.pk}


OF_SOURCE = ("source", "source_change", "lines_change", "guarantee", "guarantee_end", "source_striking")
OF_ORDER = ("order", "order_card", "order_call", "order_check")
SAMPLES = {
    **{f"alerts:{name}": source for name in OF_SOURCE},
    **{f"alerts:{name}": order for name in OF_ORDER},
    "alerts:measure_change": measure,
    "alerts:order_file": picture,
    "alerts:check_handing": check,
    "alerts:dispatch_again": dispatch,
}
PLACELESS: dict[str, str] = {}
LISTS = {"alerts:sources": "alerts:source", "alerts:orders": "alerts:order"}
