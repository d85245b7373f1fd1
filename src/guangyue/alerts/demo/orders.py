"""The demonstration's abatement list, and what came of the orders of its warnings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import Kind, User
from guangyue.alerts.models import Order, OrderCheck, Source, Warning
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.permissions import RUN_ALERTS
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.services.bases import set_base
from guangyue.alerts.services.checking import check_order
from guangyue.alerts.services.listing import LineSaid, MeasureSaid, SourceSaid, enter_sources
from guangyue.alerts.services.proofs import show_reading
from guangyue.alerts.services.receiving_orders import receive_order
from guangyue.alerts.services.sending import send_dispatches
from guangyue.jobs.models import Work
from guangyue.jobs.works import take_step
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

Say = Callable[[str], None]
MINUTE = timedelta(minutes=1)
SAVED = {"yellow": Decimal(30), "orange": Decimal(50), "red": Decimal(65)}  # percent of each pollutant
SILENT_EVERY, SHOWN_EVERY, CHECKED_EVERY, FAILED_EVERY = 6, 3, 7, 21  # orders
LESS_MADE = {
    "yellow": "停用一条线，错开高排放工序",
    "orange": "停用一半生产线",
    "red": "除保温外全部停产",
}
LESS_DONE = {
    "yellow": "作业量减少三成，避开不利时段",
    "orange": "作业量减少一半",
    "red": "除应急保障外停止作业",
}
LINES = (LineSaid("一号线", Decimal(60), 80_000), LineSaid("二号线", Decimal(40), 50_000, least_load=30))


@dataclass(frozen=True)
class DemoSource:
    """One of the list, by the code of its region; `daily` in the order of the pollutants."""

    code: str
    name: str
    kind: str
    region: str
    industry: str
    grade: str
    daily: Sequence[Decimal]
    tasks: Sequence[str]
    latitude: Decimal
    longitude: Decimal


def load_sources(say: Say, *, at: datetime) -> None:
    """Once: a list that is there already is left alone."""
    by = somebody_allowed(RUN_ALERTS)
    if by is None or Source.objects.exists():
        say("应急减排清单：没有指挥部办公室人员，或者已经有清单，没有再载入")
        return
    declared: Sequence[DemoSource] = import_string(f"{settings.GUANGYUE_DEMO_SOURCES}.SOURCES")
    base: Mapping[str, Decimal] = import_string(f"{settings.GUANGYUE_DEMO_SOURCES}.BASE")
    regions = Region.objects.in_bulk([one.region for one in declared])
    rows = [_said(one, regions[one.region]) for one in declared if one.region in regions]
    enter_sources(rows=rows, by=by, at=at)
    set_base(year=at.year, totals=base, basis="大气污染物排放清单（演示）", by=by, at=at)
    _lend_to(Firm.objects.filter(account__kind=Kind.ENTERPRISE).order_by("pk").first())
    say(f"应急减排清单 {len(rows)} 个")


def write_all(warning: Warning, *, at: datetime) -> None:
    """At once, where a worker would soon do it, and told on the pages of those who have one."""
    work = Work.objects.get(kind="alerts.order", options__warning=warning.pk)
    while take_step(pk=work.pk, at=at):
        pass
    send_dispatches.run(at=at)


def answer_orders(warning: Warning, *, at: datetime) -> None:
    """Most have received, some showed what they did, a few were looked at, one of them had not stopped."""
    inspector = somebody_allowed(RUN_ALERTS)
    orders = Order.objects.of(warning).select_related("source__firm__account").order_by("pk")
    for number, order in enumerate(orders):
        if order.source.holder or number % SILENT_EVERY == SILENT_EVERY - 1:
            continue
        person = order.source.contact
        receive_order(order=order, how=Order.How.CARD, receiver=person, by=None, at=at + number * MINUTE)
        if order.source.of_kind is not RecipientKind.ENTERPRISE:
            continue
        if number % SHOWN_EVERY == 0:
            _show(order, Decimal(6 + number % 4), at=at + (120 + number) * MINUTE)
        if inspector and number % CHECKED_EVERY == 0:
            _check(order, failed=number % FAILED_EVERY == 0, by=inspector, at=at + (240 + number) * MINUTE)


def _said(one: DemoSource, region: Region) -> SourceSaid:
    is_enterprise = one.kind == RecipientKind.ENTERPRISE.name
    words = LESS_MADE if is_enterprise else LESS_DONE
    told = {
        "kind": one.kind,
        "name": one.name,
        "region": region,
        "industry": one.industry,
        "grade": one.grade,
        "guaranteed": bool(one.tasks),
        "tasks": list(one.tasks),
        "latitude": one.latitude,
        "longitude": one.longitude,
        "contact": "环保负责人",
        "own_person": "企业负责人（演示）",
        "area_person": "镇街负责人（演示）",
        "department_person": "主管部门负责人（演示）",
        "daily_trips": 24 if one.kind == RecipientKind.HAULIER.name else 6,
        **dict(zip(COLUMNS.values(), one.daily, strict=True)),
    }
    measures = {
        level: MeasureSaid(words[level], dict.fromkeys(COLUMNS.values(), share))
        for level, share in SAVED.items()
        if any(one.daily)
    }
    return SourceSaid(one.code, told, LINES if is_enterprise else (), measures)


def _lend_to(firm: Firm | None) -> None:
    """The demonstration's enterprise has orders of its own to receive."""
    first = Source.objects.filter(guaranteed=False, kind=RecipientKind.ENTERPRISE.name).order_by("pk").first()
    if firm and first:
        Source.objects.filter(pk=first.pk).update(firm=firm)


def _show(order: Order, milligrams: Decimal, *, at: datetime) -> None:
    show_reading(
        order=order,
        emitted=Emitted.PM,
        concentration=milligrams,
        measured_at=at - MINUTE,
        said="在线监控小时均值",
        by=None,
        at=at,
    )


def _check(order: Order, *, failed: bool, by: User, at: datetime) -> None:
    finding = OrderCheck.Finding.NOT_DONE if failed else OrderCheck.Finding.DONE
    said = "二号线仍在生产，现场责令停产" if failed else "生产线已停，治理设施继续运行"
    check_order(order=order, finding=finding, said=said, photo=None, checked_at=at, by=by, at=at)
