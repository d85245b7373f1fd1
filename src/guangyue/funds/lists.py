"""The lists of the ledger, of batches and of the year's funds; every number in them is masked."""

from collections.abc import Iterator
from typing import cast

from django.http import HttpRequest
from django.urls import reverse

from guangyue.funds.models import Account, Batch, Payment, Source
from guangyue.grants.notices import mask_payee
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, NumberRange, Order, Text
from guangyue.organisations.models import Region
from guangyue.systems.enactment import declared_city
from guangyue.systems.offered import offered


def counties(request: HttpRequest) -> list[tuple[str, str]]:
    """The counties and the city, as far as they are within reach."""
    scope = cast(SignedInRequest, request).scope
    rows = Region.objects.of_county_level() | Region.objects.filter(kind=Region.Kind.CITY)
    return list(rows.within(scope).order_by("code").values_list("code", "name"))


def systems(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """A code begins with the number of its system."""
    return ((f"{one.number}.", one.title) for one in declared_city().systems if one.offers)


def offers(request: HttpRequest) -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in offered()]


def masked(line: Payment) -> str:
    return mask_payee(line.payee_number)


def title_of_system(number: str) -> str:
    system = declared_city().system(number)
    return system.title if system else number


SYSTEM = Choice("system", "系统", systems, lookup="code__startswith")
OFFER = Choice("code", "政策", offers)
SOURCE = Choice("source", "资金来源", tuple(Source.choices))
YEAR = Text("year", "预算年度", "year__startswith")

LEDGER = Listing(
    key="funds.payments",
    title="发放台账",
    columns=(
        Column("payee_name", "领取人"),
        Column("payee_number", "证件号码", value=masked),
        Column("title", "政策"),
        Column("item", "事由", chosen=False),
        Column("period", "所属期"),
        Column("amount", "金额", number=True),
        Column("state", "状态"),
        Column("paid_on", "拨付日期"),
        Column("county", "县（市、区）"),
        Column("region", "所在镇街", chosen=False),
        Column("source", "资金来源", value=Payment.get_source_display),
        Column("account", "收款账户", value=Payment.get_account_display, chosen=False),
        Column("batch", "批次", chosen=False),
        Column("decision", "核定", chosen=False),
    ),
    orders=(
        Order("newest", "后登记的在前", ("-id",)),
        Order("paid", "后拨付的在前", ("-paid_on", "-id"), column="paid_on"),
        Order("amount", "金额大的在前", ("-amount", "-id"), column="amount"),
    ),
    filters=(
        SYSTEM,
        OFFER,
        Choice("county", "县（市、区）", counties),
        SOURCE,
        YEAR,
        Choice("account", "收款账户", tuple(Account.choices)),
        Choice("state", "批次状态", tuple(Batch.State.choices), lookup="batch__state"),
        Choice("kind", "类别", tuple(Payment.Kind.choices)),
        DayRange("paid_on", "拨付日期"),
        NumberRange("amount", "金额", unit="元", times=100),
        Text("period", "所属期", "period__startswith"),
    ),
    search=("payee_name__startswith", "batch__number__startswith", "decision__number__startswith"),
    search_hint="领取人、批次或者核定编号",
    empty="管辖范围内还没有发放",
    empty_advice="核定以后编制拨付批次，批次里的每一笔列在这里。",
)

BATCHES = Listing(
    key="funds.batches",
    title="拨付批次",
    columns=(
        Column("number", "批次"),
        Column("title", "政策"),
        Column("region", "地区"),
        Column("source", "资金来源", value=Batch.get_source_display),
        Column("year", "预算年度", value=lambda batch: str(batch.year), chosen=False),
        Column("many", "笔数", number=True),
        Column("amount", "金额", number=True),
        Column("state", "状态", value=Batch.get_state_display),
        Column("prepared_at", "编制时间"),
        Column("paid_on", "拨付日期"),
    ),
    orders=(
        Order("newest", "后编制的在前", ("-prepared_at",), column="prepared_at"),
        Order("oldest", "先编制的在前", ("prepared_at",), column="prepared_at"),
    ),
    filters=(
        Choice("state", "状态", tuple(Batch.State.choices)),
        SYSTEM,
        OFFER,
        Choice("region", "地区", counties),
        SOURCE,
    ),
    search=("number__startswith", "voucher__startswith"),
    search_hint="批次编号或者凭证号",
    empty="管辖范围内还没有批次",
    empty_advice="从右上角把已经核定的编成一个批次。",
)

LINES = Listing(
    key="funds.batch_lines",
    title="批次明细",
    columns=(
        Column("payee_name", "领取人"),
        Column("payee_number", "证件号码", value=masked),
        Column("item", "事由"),
        Column("period", "所属期"),
        Column("amount", "金额", number=True),
        Column("account", "收款账户", value=Payment.get_account_display),
        Column("region", "所在镇街"),
        Column("decision", "核定"),
    ),
    orders=(
        Order("entered", "按编入先后", ("id",)),
        Order("amount", "金额大的在前", ("-amount",), column="amount"),
    ),
    search=("payee_name__startswith",),
    search_hint="领取人",
    empty="批次里没有行",
)

FUNDS = Listing(
    key="funds.funds",
    title="年度资金",
    columns=(
        Column("region", "地区"),
        Column("year", "预算年度", value=lambda fund: str(fund.year)),
        Column("system", "资金", value=lambda fund: title_of_system(fund.system)),
        Column("upper", "上级下达", number=True),
        Column("own", "本级安排", number=True),
        Column("at", "登记时间"),
    ),
    orders=(Order("newest", "年度近的在前", ("-year", "region_id"), column="year"),),
    filters=(Choice("region", "地区", counties), YEAR),
    empty="还没有登记年度资金",
    empty_advice="由财政人员从右上角登记；登记以后，超过当年资金的批次编不出来。",
    link=lambda fund: reverse("funds:fund", args=[fund.pk]),
)
