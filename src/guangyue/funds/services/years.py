"""年度资金: what a county has in a year, and what of it goes to services; neither is overrun."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, Sum

from guangyue.accounts.models import User
from guangyue.funds.models import Payment, ServicePlan, YearFund
from guangyue.funds.refusals import ForbiddenUse, OverFund, OverRatio
from guangyue.kit.money import NOTHING, Money
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region
from guangyue.systems.funding import Funding
from guangyue.systems.system import System


@transaction.atomic
def set_fund(
    *, system: System, region: Region, year: int, upper: Money, own: Money, by: User, at: datetime
) -> YearFund:
    """登记年度资金: as it was handed down and set aside; never below what is planned and paid already."""
    fund, _ = YearFund.objects.get_or_create(
        system=system.number,
        region=region,
        year=year,
        defaults={"upper": upper, "own": own, "by": by, "at": at},
    )
    fund = YearFund.objects.select_for_update().get(pk=fund.pk)
    fund.upper, fund.own, fund.by, fund.at = upper, own, by, at
    fund.save()
    if spent(fund) + planned(fund) > fund.whole:
        raise Refused(f"已经安排和拨付 {spent(fund) + planned(fund)}，年度资金不能比它少。", field="own")
    if system.funding and planned(fund) > system.funding.services_at_most(upper=upper, own=own):
        raise Refused("已经安排的服务补助会超过比例，请先取消一些。", field="own")
    return fund


@transaction.atomic
def plan_service(
    *, fund: YearFund, funding: Funding, purpose: str, amount: Money, by: User, at: datetime
) -> ServicePlan:
    """安排服务补助: for no forbidden purpose, and all together within their limit."""
    if funding.forbids(purpose):
        raise ForbiddenUse(purpose, funding.forbidden_by)
    fund = YearFund.objects.select_for_update().get(pk=fund.pk)
    before = planned(fund)
    limit = funding.services_at_most(upper=fund.upper, own=fund.own)
    if before + amount > limit:
        raise OverRatio(limit, before, funding.services_by)
    if spent(fund) + before + amount > fund.whole:
        raise OverFund(fund.whole - spent(fund) - before)
    return ServicePlan.objects.create(fund=fund, purpose=purpose, amount=amount, by=by, at=at)


@transaction.atomic
def cancel_service(*, plan: ServicePlan) -> None:
    """取消安排."""
    YearFund.objects.select_for_update().get(pk=plan.fund_id)
    ServicePlan.objects.filter(pk=plan.pk).update(cancelled=True)


def require_fund(*, system: System, region: Region, year: int, more: Money) -> None:
    """Whether the year's money suffices; where nobody has entered it, nothing is stopped."""
    rows = YearFund.objects.select_for_update()
    fund = rows.filter(system=system.number, region=region, year=year).first()
    if fund and spent(fund) + planned(fund) + more > fund.whole:
        raise OverFund(fund.whole - spent(fund) - planned(fund))


def planned(fund: YearFund) -> Money:
    """已经安排的服务补助."""
    return fund.services.filter(cancelled=False).aggregate(total=Sum("amount"))["total"] or NOTHING


def spent(fund: YearFund) -> Money:
    """To persons and units, out of this fund: under way and paid, less what came back."""
    lines = Payment.objects.live().filter(code__startswith=f"{fund.system}.", year=fund.year)
    drawn = Q(batch__region=fund.region) | Q(recovers__batch__region=fund.region)
    return lines.filter(drawn).total()
