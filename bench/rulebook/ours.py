"""The twelve rules as a city writes them."""

from datetime import date
from pathlib import Path

import polars as pl

from bench.rulebook import arrays
from bench.rulebook.population import CAPS, DISTRICTS, ON, RATES, STANDARDS, WAGES
from guangyue.gazette.document import Document
from guangyue.kit.money import NOTHING, Money
from guangyue.rules.authoring import MONTH, need, rule
from guangyue.rules.columns import column_of, verdicts
from guangyue.rules.facts import Facts, day, flag, money, number, ratio, word
from guangyue.rules.parameters import Entry, Table, money_figure, ratio_figure
from guangyue.rules.symbols import Amount, Day, Flag, at_most, choose, least, percent, share, yuan

MEASURES = Document("聊财社〔2019〕70号", "就业补助资金管理办法", since=date(2019, 5, 9))
WAGE = money_figure("wage", "最低工资")
RATE = ratio_figure("rate", "补贴比例")
STANDARD = money_figure("standard", "低保标准")
CAP = money_figure("cap", "培训补贴上限")

SOURCE = "测量用"
BEGIN = date(2018, 1, 1)
FIGURES = Table(
    (
        *(Entry("wage", BEGIN, Money(WAGES[one]), SOURCE, one) for one in DISTRICTS),
        *(Entry("rate", BEGIN, share(RATES[one], 10**6), SOURCE, one) for one in DISTRICTS),
        *(Entry("standard", BEGIN, Money(STANDARDS[one]), SOURCE, one) for one in DISTRICTS),
        *(Entry("cap", since, Money(cap), SOURCE) for since, cap in CAPS),
    )
)


class Resident(Facts):
    """居民: a person, and the firm he founded."""

    district = word("县区", DISTRICTS)
    graduate = flag("高校毕业生")
    hard_to_employ = flag("就业困难人员")
    small_firm = flag("小微企业")
    flexible = flag("灵活就业")
    public_post = flag("公益性岗位")
    young_unemployed = flag("失业青年")
    certificate = flag("取得证书")
    student = flag("在校学生")
    key_catalogue = flag("列入重点产业目录")
    deceased = flag("已死亡")
    few_assets = flag("家庭财产符合规定")
    first_licence = flag("首次领取营业执照")
    founder_insured = flag("创业者参保")
    birth = day("出生日期")
    graduated = day("毕业日期")
    hired = day("招用日期")
    contract_until = day("合同止期")
    declared = day("申报日期")
    first_approved = day("初次核定日期")
    retires = day("退休日期")
    trained = day("培训日期")
    appraised = day("鉴定日期")
    registered = day("登记日期")
    granted = number("已享受月数")
    post_months = number("岗位已享受月数")
    internship_months = number("已见习月数")
    trained_this_year = number("本年度培训次数")
    trained_at_school = number("在校培训次数")
    posts = number("合格岗位数")
    unit_paid = money("单位缴费")
    own_paid = money("个人缴费")
    intern_pay = money("见习生活费")
    catalogue_standard = money("目录标准")
    fee = money("鉴定费")
    income = money("人均月收入")
    retention = ratio("留用率")


def within_term(person: Resident, on: Day, *, posts: bool = False) -> Flag:
    months = person.post_months if posts else person.granted
    near = (person.retires < person.first_approved.plus(years=5)) & (on <= person.retires)
    return (months < 36) | near


@rule(cites=MEASURES.clause("第十一条"), title="一次性创业补贴")
def startup(person: Resident, on: Day) -> Money:
    need("首次领取营业执照", person.first_licence)
    need("2013年10月1日以后登记", person.registered >= date(2013, 10, 1))
    need("正常经营十二个月以上", person.registered.plus(months=12) <= on)
    need("创业者参保", person.founder_insured)
    return yuan(15000)


@rule(cites=MEASURES.clause("第十二条"), title="岗位开发补贴")
def jobs(person: Resident) -> Amount:
    need("小微企业", person.small_firm)
    need("2013年10月1日以后登记", person.registered >= date(2013, 10, 1))
    need("有合格岗位", person.posts >= 1)
    return person.posts * yuan(2000)


@rule(cites=MEASURES.clause("第七条（二）"), title="毕业生社保补贴（单位）", per=MONTH)
def graduate_unit(person: Resident) -> Amount:
    need("小微企业", person.small_firm)
    need("高校毕业生", person.graduate)
    need(
        "毕业两年内招用",
        person.graduated.year.equals(person.hired.year) | (person.hired <= person.graduated.plus(years=2)),
    )
    need("合同一年以上", person.contract_until.plus(days=1) >= person.hired.plus(years=1))
    need("单位缴费", person.unit_paid > NOTHING)
    need("不超过十二个月", person.granted < 12)
    return person.unit_paid


@rule(cites=MEASURES.clause("第七条（二）"), title="毕业生社保补贴（灵活就业）", per=MONTH)
def graduate_flexible(person: Resident, on: Day) -> Amount:
    need("高校毕业生", person.graduate)
    need("灵活就业", person.flexible)
    need("毕业两年内申报", person.declared <= person.graduated.plus(years=2))
    need("缴费", person.own_paid > NOTHING)
    need("不超过二十四个月", person.granted < 24)
    return least(person.own_paid * RATE.at(on, person.district), at_most(person.own_paid * share(2, 3)))


@rule(cites=MEASURES.clause("第七条（一）"), title="困难人员社保补贴（单位）", per=MONTH)
def hard_unit(person: Resident, on: Day) -> Amount:
    need("就业困难人员", person.hard_to_employ)
    need("单位缴费", person.unit_paid > NOTHING)
    need("在期限内", within_term(person, on))
    return person.unit_paid


@rule(cites=MEASURES.clause("第七条（一）"), title="困难人员社保补贴（灵活就业）", per=MONTH)
def hard_flexible(person: Resident, on: Day) -> Amount:
    need("就业困难人员", person.hard_to_employ)
    need("灵活就业", person.flexible)
    need("缴费", person.own_paid > NOTHING)
    need("在期限内", within_term(person, on))
    return least(person.own_paid * RATE.at(on, person.district), at_most(person.own_paid * share(2, 3)))


@rule(cites=MEASURES.clause("第八条"), title="公益性岗位补贴", per=MONTH)
def on_public_post(person: Resident, on: Day) -> Amount:
    need("就业困难人员", person.hard_to_employ)
    need("公益性岗位", person.public_post)
    need("在期限内", within_term(person, on, posts=True))
    return WAGE.at(on, person.district)


@rule(cites=MEASURES.clause("第九条"), title="就业见习补贴", per=MONTH)
def internship(person: Resident, on: Day) -> Amount:
    wage = WAGE.at(on, person.district)
    need("离校未就业毕业生或失业青年", person.graduate | person.young_unemployed)
    need("生活费不低于最低工资", person.intern_pay >= wage)
    need("不超过十二个月", person.internship_months < 12)
    return choose((person.retention >= percent(70), wage * percent(60)), otherwise=wage * percent(50))


@rule(cites=MEASURES.clause("第五条"), title="职业培训补贴")
def training(person: Resident) -> Amount:
    need("取得证书", person.certificate)
    need("在校期间一次", ~person.student | (person.trained_at_school < 1))
    need("一年一次", person.student | (person.trained_this_year < 1))
    return least(person.catalogue_standard, CAP.at(person.trained))


@rule(cites=MEASURES.clause("第六条"), title="职业技能鉴定补贴")
def appraisal(person: Resident) -> Amount:
    need("取得证书", person.certificate)
    need("2019年5月9日以后鉴定", person.appraised >= date(2019, 5, 9))
    return choose((person.key_catalogue, person.fee * percent(90)), otherwise=person.fee * percent(80))


@rule(cites=MEASURES.clause("附"), title="高龄津贴", per=MONTH)
def old_age(person: Resident, on: Day) -> Amount:
    need("满八十周岁", person.birth.plus(years=80) <= on)
    need("健在", ~person.deceased)
    return choose(
        (person.birth.plus(years=100) <= on, yuan(500)),
        (person.birth.plus(years=90) <= on, yuan(200)),
        otherwise=yuan(100),
    )


@rule(cites=MEASURES.clause("附"), title="低保差额", per=MONTH)
def living_allowance(person: Resident, on: Day) -> Amount:
    standard = STANDARD.at(on, person.district)
    need("收入低于标准", person.income < standard)
    need("家庭财产符合规定", person.few_assets)
    return standard - person.income


RULES = (
    startup,
    jobs,
    graduate_unit,
    graduate_flexible,
    hard_unit,
    hard_flexible,
    on_public_post,
    internship,
    training,
    appraisal,
    old_age,
    living_allowance,
)
OF_PERSONS = RULES[2:]


def decide(people: Path, out: Path) -> None:
    rows = cases(pl.scan_parquet(people))
    for name, ours in zip(arrays.RULES, OF_PERSONS, strict=True):
        verdicts(ours, rows, on=ON, table=FIGURES).sink_parquet(out / f"{name}.parquet")


def cases(people: pl.LazyFrame) -> pl.LazyFrame:
    return people.rename({name: column_of(0, name) for name in Resident.fields})
