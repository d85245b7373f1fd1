"""创业补贴: 第十一条 to 第十四条, and the award for carriers that hatch firms."""

from datetime import date

from guangyue.kit.money import Money
from guangyue.rules.authoring import YEAR, capped, doubt, need, rule
from guangyue.rules.symbols import Amount, Day, Flag, Rows, choose, yuan
from liaocheng.employment_subsidies.document import EMPLOYMENT_2019, MEASURES
from liaocheng.employment_subsidies.facts import (
    GRADUATE,
    HARD_TO_EMPLOY,
    HIGHLY_SKILLED,
    MICRO,
    MINIMUM_WAGE,
    RETURNED_WORKER,
    SMALL,
    TOWN_SPECIALIST,
    UNEMPLOYED,
    Enterprise,
    Grant,
    Person,
    Service,
    Training,
)

CUTOFF = date(2013, 10, 1)
FIRM, INDIVIDUAL = "startup_firm", "startup_individual"


def none_before(grants: Rows[Grant], *subsidies: str) -> Flag:
    """None of these subsidies was had."""
    return grants.count(lambda grant: grant.subsidy.among(*subsidies)) < 1


@rule(cites=MEASURES.clause("第十一条"), title="一次性创业补贴（小微企业）", key=FIRM)
def firm(person: Person, enterprise: Enterprise, on: Day) -> Amount:
    """Fifteen thousand yuan, once for the founder and once for the firm."""
    need("小微企业", enterprise.size.among(MICRO, SMALL), code="NOT_SMALL_FIRM")
    need("首次领取营业执照", enterprise.first_licence, code="NOT_IN_SCOPE")
    need("2013年10月1日以后登记注册", enterprise.registered >= CUTOFF, code="BEFORE_CUTOFF")
    need("正常经营十二个月以上", enterprise.registered.plus(months=12) <= on, code="OPERATING_TOO_SHORT")
    need(
        "创业者在本企业缴纳职工社会保险费",
        enterprise.founder_insured | person.groups.meet(TOWN_SPECIALIST),
        code="SI_NOT_PAID",
    )
    need(
        "创业者和企业都未领取过",
        none_before(person.grants, FIRM, INDIVIDUAL) & none_before(enterprise.grants, FIRM),
        code="ALREADY_PAID_ONCE",
    )
    return choose((enterprise.uplift.known, enterprise.uplift), otherwise=yuan(15000))


@rule(cites=MEASURES.clause("第十一条"), title="一次性创业补贴（个体工商户）", key=INDIVIDUAL)
def individual(person: Person, enterprise: Enterprise, on: Day) -> Money:
    """Two thousand yuan for the household."""
    need("正常经营十二个月以上", enterprise.registered.plus(months=12) <= on, code="OPERATING_TOO_SHORT")
    need("缴纳职工社会保险费", enterprise.founder_insured, code="SI_NOT_PAID")
    need(
        "创业者未领取过",
        none_before(person.grants, FIRM, INDIVIDUAL) & none_before(enterprise.grants, INDIVIDUAL),
        code="ALREADY_PAID_ONCE",
    )
    doubt("条文没有写明新注册从哪天起算", enterprise.registered < CUTOFF, code="BEFORE_CUTOFF")
    return yuan(2000)


@rule(cites=MEASURES.clause("第十二条"), title="一次性创业岗位开发补贴", key="startup_jobs")
def jobs(enterprise: Enterprise, on: Day) -> Amount:
    """Two thousand yuan for each post, and each worker counted once."""
    qualifying = enterprise.workers.count(
        lambda worker: worker.group.among(UNEMPLOYED, "毕业年度高校毕业生"),
        lambda worker: ~worker.founder,
        lambda worker: worker.contract_months >= 12,
        lambda worker: worker.wage >= MINIMUM_WAGE.at(on),
        lambda worker: worker.insured,
        lambda worker: ~worker.counted,
    )
    need("小微企业", enterprise.size.among(MICRO, SMALL), code="NOT_SMALL_FIRM")
    need("2013年10月1日以后注册成立", enterprise.registered >= CUTOFF, code="BEFORE_CUTOFF")
    need("有符合条件的岗位", qualifying >= 1, code="TOO_FEW_WORKERS")
    return qualifying.certain * yuan(2000)


@rule(cites=MEASURES.clause("第十三条"), title="创业场所租赁补贴", per=YEAR, key="startup_rent")
def rent(person: Person, enterprise: Enterprise, on: Day) -> Amount:
    """The year's rent, up to ten thousand yuan, for three years."""
    graduate = person.groups.meet(GRADUATE) & (enterprise.registered <= person.graduated.plus(years=5))
    need(
        "四类创业人员",
        person.groups.meet(HIGHLY_SKILLED, RETURNED_WORKER, HARD_TO_EMPLOY) | graduate,
        code="FOUNDER_CATEGORY",
    )
    need("小微企业", enterprise.size.among(MICRO, SMALL), code="NOT_SMALL_FIRM")
    need("在认定的孵化基地（园区）外", ~enterprise.in_park, code="IN_PARK")
    need("未享受场地租赁费用减免", ~enterprise.rent_relief, code="RENT_RELIEF")
    need("正常经营六个月以上", enterprise.registered.plus(months=6) <= on, code="OPERATING_TOO_SHORT")
    need("创业者在本企业缴纳职工社会保险费", enterprise.founder_insured, code="SI_NOT_PAID")
    need("吸纳三人以上就业", enterprise.qualifying_workers >= 3, code="TOO_FEW_WORKERS")
    need("不超过三年", enterprise.year <= 3, code="PERIOD_EXHAUSTED")
    return capped(enterprise.rent_paid, yuan(10000))


@rule(cites=MEASURES.clause("第十四条"), title="创业师资培训补贴", key="startup_trainer")
def trainer(person: Person, training: Training, service: Service) -> Amount:
    """Eighteen hundred yuan a person, once for a kind and level."""
    need("取得培训合格证书", training.certificate.among("培训合格证书"), code="CERT_TYPE")
    same = person.grants.count(
        lambda grant: grant.subsidy.equals("startup_trainer"),
        lambda grant: grant.occupation.equals(training.occupation),
        lambda grant: grant.level.equals(training.level),
    )
    need("同一类别同一等级未享受过", same < 1, code="ALREADY_PAID_ONCE")
    return service.persons * yuan(1800)


@rule(cites=EMPLOYMENT_2019.clause("二（四）"), title="创业孵化奖补", per=YEAR, key="incubation_award")
def incubation(service: Service) -> Amount:
    """Ten thousand yuan a firm that left and lives, half a million a carrier and year."""
    need("搬离基地后正常经营六个月以上", service.months_since_leaving >= 6, code="OPERATING_TOO_SHORT")
    need("每户带动就业五人以上", service.jobs_each >= 5, code="TOO_FEW_WORKERS")
    need("不超过三年", service.year <= 3, code="PERIOD_EXHAUSTED")
    room = yuan(500000) - service.paid_this_year
    return capped(service.firms * yuan(10000), room)


RULES = (firm, individual, jobs, rent, trainer, incubation)
