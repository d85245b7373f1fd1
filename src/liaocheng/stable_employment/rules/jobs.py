"""用工、吸纳和介绍: what is paid for work in the epidemic, for hiring, and for finding people work."""

from datetime import date

from guangyue.kit.money import Money
from guangyue.rules.authoring import MONTH, capped, need, rule
from guangyue.rules.symbols import Amount, Flag, node_of, yuan
from liaocheng.stable_employment.document import HALF_2020, PACKAGE_2020, SINCE_2020
from liaocheng.stable_employment.facts import HARD_TO_EMPLOY, Enterprise, Hire, Service, TemporaryPost

WORK, HIRE, TEMPORARY_POST = "work_200", "hire_1000", "temp_post_600"
HOLIDAY_ENDS = date(2020, 2, 9)
HIRED_FROM, HIRED_TO = date(2020, 2, 10), date(2020, 3, 10)
EACH_HIRE = yuan(1000)


@rule(
    cites=PACKAGE_2020.clause("一1"),
    title="春节期间一次性用工补贴",
    key=WORK,
    since=SINCE_2020,  # the holiday's own first day is a parameter that neither document says
    until=HOLIDAY_ENDS,
)
def work(firm: Enterprise) -> Amount:
    need("疫情防控重点物资生产企业", firm.key_material_maker, code="NOT_IN_SCOPE")
    need("春节期间首日已确定", firm.spring_start <= HOLIDAY_ENDS, code="OUT_OF_WINDOW")
    need("春节期间开工生产", firm.person_days >= 1, code="NOT_IN_SCOPE")
    return capped(firm.person_days * yuan(200), yuan(500_000))


def counts(hire: Hire) -> Flag:
    """Within the month, for a year, and insured: in the months of exemption, registered and withheld."""
    in_month = (hire.date >= HIRED_FROM) & (hire.date <= HIRED_TO)
    insured = hire.si_paid | (hire.si_registered & hire.withheld)
    return in_month & (hire.contract_months >= 12) & insured


@rule(
    cites=PACKAGE_2020.clause("一1"),
    title="一次性吸纳就业补贴",
    key=HIRE,
    since=HIRED_FROM,
    until=HIRED_TO,
)
def hiring(firm: Enterprise) -> Amount:
    need("2020年3月10日前复工", firm.resumed <= HIRED_TO, code="NOT_RESUMED")
    need("有符合条件的新吸纳人员", firm.hires.count(counts) >= 1, code="NOT_IN_SCOPE")
    return firm.hires.total(lambda hire: Amount(node_of(EACH_HIRE)), counts)


@rule(
    cites=PACKAGE_2020.clause("一2"),
    title="职业介绍补贴（三类人员）",
    key="job_intro_120",
    since=date(2020, 2, 4),
    until=date(2020, 5, 3),
)
def job_introduction(service: Service) -> Amount:
    return service.persons_verified * yuan(120)


@rule(
    cites=PACKAGE_2020.clause("三9"),
    title="临时公益性岗位补贴",
    per=MONTH,
    key=TEMPORARY_POST,
    until=HALF_2020,
)
def temporary_post(post: TemporaryPost) -> Money:
    need("安置就业困难人员", post.cats.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
    need("一村（社区）一岗位", post.posts_in_village <= 1, code="ONE_PER_VILLAGE")
    return yuan(600)


@rule(cites=PACKAGE_2020.clause("六19"), title="监测村统计调查劳务费", key="monitoring_village")
def monitoring(service: Service) -> Amount:
    need("国家级农村劳动力转移就业监测示范县", service.monitoring_county, code="NOT_IN_SCOPE")
    return service.villages * yuan(1500)


RULES = (work, hiring, job_introduction, temporary_post, monitoring)
