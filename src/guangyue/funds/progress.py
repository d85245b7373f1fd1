"""支出进度: what is under way, paid and recovered, added up by policy, county, month, payee and more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Q, Sum, Value
from django.db.models.functions import Coalesce, StrIndex, Substr, TruncMonth

from guangyue.funds.lists import title_of_system
from guangyue.funds.models import Source
from guangyue.funds.models.payments import PaymentQuerySet
from guangyue.kit.money import NOTHING, Money
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.organisations.models import Region
from guangyue.systems.offered import offered

MOST_BARS = 15
MOST_ROWS = 1_000
FEN = 100
PAID = Q(paid_on__isnull=False)
GRANTED = Q(kind="grant")


@dataclass(frozen=True)
class Progress:
    """One row: how many were paid, what is still under way, what was paid, what came back."""

    title: str
    many: int
    under_way: Money
    paid: Money
    recovered: Money

    @property
    def net(self) -> Money:
        return self.paid + self.recovered


Words = Callable[[Sequence[object]], dict[object, str]]


@dataclass(frozen=True)
class Grouping:
    """口径: by what the ledger is added up, and how each of its values is said."""

    key: str
    title: str
    words: Words
    group: Any


def _policies(codes: Sequence[object]) -> dict[object, str]:
    return {one.code: one.title for one in offered()}


def _systems(numbers: Sequence[object]) -> dict[object, str]:
    return {number: title_of_system(str(number)) for number in numbers}


def _counties(codes: Sequence[object]) -> dict[object, str]:
    return dict(Region.objects.filter(pk__in=codes).values_list("pk", "name"))


def _months(days: Sequence[object]) -> dict[object, str]:
    return {day: f"{day:%Y-%m}" if day else "还没有拨付" for day in days}


def _sources(keys: Sequence[object]) -> dict[object, str]:
    return {key: Source(str(key)).label for key in keys}


def _as_written(values: Sequence[object]) -> dict[object, str]:
    return {value: str(value) for value in values}


GROUPINGS = (
    Grouping("code", "政策", _policies, F("code")),
    Grouping("system", "系统", _systems, Substr("code", 1, StrIndex("code", Value(".")) - 1)),
    Grouping("county", "县（市、区）", _counties, F("county")),
    Grouping("month", "拨付月份", _months, TruncMonth("paid_on")),
    Grouping("source", "资金来源", _sources, F("source")),
    Grouping(
        "standard",
        "补贴标准",
        _as_written,
        Coalesce("batch__standard", "recovers__batch__standard", output_field=CharField()),
    ),
    Grouping("payee", "个人和单位", _as_written, F("payee_name")),
)


def grouping(key: str) -> Grouping:
    return next((one for one in GROUPINGS if one.key == key), GROUPINGS[0])


def in_order(by: Grouping) -> list[Any]:
    return ["group"] if by.key == "month" else [F("paid").desc(nulls_last=True), "group"]


def progress(lines: PaymentQuerySet, by: Grouping) -> list[Progress]:
    """The most paid first; months in their order."""
    grouped = lines.order_by().annotate(group=by.group).values("group")
    rows = list(
        grouped.annotate(
            many=Count("pk", filter=PAID & GRANTED),
            under_way=Sum("amount", filter=~PAID & GRANTED),
            paid=Sum("amount", filter=PAID & GRANTED),
            recovered=Sum("amount", filter=~GRANTED),
        ).order_by(*in_order(by))[:MOST_ROWS]
    )
    words = by.words([row["group"] for row in rows])
    return [
        Progress(
            words.get(row["group"], str(row["group"])),
            row["many"],
            *(row[column] or NOTHING for column in ("under_way", "paid", "recovered")),
        )
        for row in rows
    ]


def drawn(rows: Sequence[Progress], by: Grouping) -> Chart:
    """What was paid, less what came back, in yuan."""
    shown = rows[-MOST_BARS:] if by.key == "month" else rows[:MOST_BARS]
    return Chart(
        "payments",
        f"已拨付，按{by.title}",
        Kind.BARS if by.key == "month" else Kind.LYING_BARS,
        tuple(row.title for row in shown),
        (Series("已拨付", tuple(row.net.fen / FEN for row in shown)),),
        "元",
        "发放台账，扣除追回",
    )


def summed(rows: Sequence[Progress]) -> Progress:
    return Progress(
        "合计",
        sum(row.many for row in rows),
        *(
            sum((getattr(row, column) for row in rows), NOTHING)
            for column in ("under_way", "paid", "recovered")
        ),
    )
