"""服务机构和家政服务: 第十条, 第十五条, 第三十七条."""

from guangyue.rules.authoring import PERSON, YEAR, need, remark, rule
from guangyue.rules.symbols import Amount, choose, least, percent, yuan
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.facts import (
    WITHIN_CITY,
    WITHIN_PROVINCE,
    Enterprise,
    Service,
)

MOST_A_WORKER = yuan(60)


@rule(cites=MEASURES.clause("第十条"), title="一次性求职创业补贴", per=PERSON, key="labour_export")
def labour_export(service: Service) -> Amount:
    """The local standard, within a ceiling for how far people went."""
    need("劳动合同一年以上", service.contract_months >= 12, code="CONTRACT_TOO_SHORT")
    ceiling = choose(
        (service.destination.among(WITHIN_CITY), service.persons * yuan(200)),
        (service.destination.among(WITHIN_PROVINCE), service.persons * yuan(400)),
        otherwise=service.persons * yuan(600),
    )
    local = service.local_standard * service.persons
    remark("已按最高额计算", service.local_standard.known & (local > ceiling), code="CAP_APPLIED")
    return choose((service.local_standard.known, least(local, ceiling)), otherwise=ceiling)


@rule(
    cites=MEASURES.clause("第十五条"),
    title="家政服务业从业人员意外伤害保险补贴",
    per=YEAR,
    key="domestic_insurance",
)
def domestic_insurance(enterprise: Enterprise) -> Amount:
    """Half the premium of each worker, up to sixty yuan a year."""
    insured = enterprise.workers.count(lambda worker: worker.registered, lambda worker: worker.of_working_age)
    need("有符合条件的从业人员", insured >= 1, code="NOT_IN_SCOPE")
    return enterprise.workers.total(
        lambda worker: least(worker.premium * percent(50), MOST_A_WORKER),
        lambda worker: worker.registered,
        lambda worker: worker.of_working_age,
    )


@rule(cites=MEASURES.clause("第三十七条（六）"), title="职业介绍补贴", per=YEAR, key="job_introduction")
def job_introduction(service: Service) -> Amount:
    ceiling = service.persons * yuan(120)
    local = service.local_standard * service.persons
    remark("已按最高额计算", service.local_standard.known & (local > ceiling), code="CAP_APPLIED")
    return choose((service.local_standard.known, least(local, ceiling)), otherwise=ceiling)


@rule(
    cites=MEASURES.clause("第三十七条（六）"), title="失业监测补助", per=YEAR, key="unemployment_monitoring"
)
def unemployment_monitoring(service: Service) -> Amount:
    return service.enterprises * yuan(2400)


RULES = (labour_export, domestic_insurance, job_introduction, unemployment_monitoring)
