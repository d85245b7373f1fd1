"""Invented people and rules in which every kind of node occurs, for every execution to judge."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import need, rule
from guangyue.rules.facts import (
    UNKNOWN,
    Facts,
    Partly,
    day,
    flag,
    money,
    number,
    ratio,
    rows,
    text,
    word,
    words,
)
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.symbols import (
    Amount,
    Day,
    at_least,
    at_most,
    choose,
    greatest,
    least,
    percent,
    share,
    yuan,
)

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)
ON = date(2028, 2, 29)
COUNTIES = ("东县", "西县", "无标准县")
SCHOOLS = ("o'学校", "\\学校", '"学校', "`学校")  # what ends a text of SQL
MINIMUM_WAGE = money_figure("min_wage", "最低工资标准")
TABLE = Table(
    [
        Entry("min_wage", date(2024, 1, 1), yuan(1700), "示人社〔2024〕1号", "东县"),
        Entry("min_wage", date(2027, 10, 1), yuan(1820), "示人社〔2027〕9号", "东县"),
        Entry("min_wage", date(2027, 10, 1), yuan(2010), "示人社〔2027〕9号", "西县"),
    ]
)


class Child(Facts):
    birth = day("出生日期")
    cost = money("费用")
    at_school = flag("在校")


class Person(Facts):
    county = word("县区", COUNTIES)
    groups = words("人员类别", ("登记失业人员", "就业困难人员", "低保"))
    birth = day("出生日期")
    graduated = day("毕业日期")
    insured = flag("参保")
    paid = money("缴费")
    balance = money("结余", may_be_negative=True)
    school = text("学校")
    rate = ratio("比例")
    months = number("月数")
    children = rows("子女", Child)


@rule(cites=MEASURES.clause("第一条"), title="按工资的补贴")
def by_wage(person: Person, on: Day) -> Amount:
    wage = MINIMUM_WAGE.at(on, person.county)
    need("属于两类人员之一", person.groups.meet("登记失业人员", "就业困难人员"))
    need("满五十周岁或已参保", (person.birth.plus(years=50) <= on) | person.insured)
    need("不满三十六个月", person.months < 36, ~person.months.equals(7))
    return choose(
        (person.paid >= yuan(1000), at_most(wage * share(2, 3))),
        (person.insured & (person.months > 12), wage * person.rate),
        otherwise=at_least(wage * percent(10)),
    )


@rule(cites=MEASURES.clause("第二条"), title="按毕业日标准的补贴")
def by_graduation(person: Person, on: Day) -> Amount:
    need("毕业两年内", person.graduated <= on, on <= person.graduated.plus(years=2))
    need("毕业年度", person.graduated.year >= 2026)
    need("缴费已知或已参保", person.paid.known | person.insured)
    wage = MINIMUM_WAGE.at(person.graduated, person.county)
    return greatest(least(person.paid * person.months * share(1, 7), wage), yuan(1)) + yuan("0.5")


@rule(cites=MEASURES.clause("第三条"), title="按子女的补贴")
def by_children(person: Person, on: Day) -> Amount:
    minors = person.children.count(lambda child: on < child.birth.plus(years=18))
    need("有未成年子女", minors >= 1)
    need("不多于四个", minors <= 4)
    costs = person.children.total(
        lambda child: least(child.cost * percent(50), yuan(60)),
        lambda child: child.at_school | (child.birth.plus(years=6, days=-1) <= person.graduated),
    )
    return costs + minors.certain * yuan(100)


@rule(cites=MEASURES.clause("第四条"), title="按结余的补贴")
def by_balance(person: Person, on: Day) -> Amount:
    need("不是这几所学校的", ~person.school.among(*SCHOOLS[:2]))
    need("不是满六十岁的第二天", ~person.birth.plus(years=60, days=1).equals(on))
    need("毕业年度", person.graduated.year.equals(on.plus(months=-2).year))
    need("毕业满一个月", on >= person.graduated.plus(months=1, days=-1), on.plus(days=1) > person.birth)
    return choose(
        (person.birth.plus(months=-13) < date(1978, 2, 1), at_most(person.balance * share(1, 3))),
        (date(1990, 1, 31) <= person.birth.plus(years=5, days=3), at_least(person.balance * share(2, 7))),
        (person.insured, person.balance * person.rate),
        otherwise=person.balance * percent(50) - yuan("0.01"),
    )


RULES = (by_wage, by_graduation, by_children, by_balance)


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Unknown every now and then."""
    return st.one_of(values, values, values, st.just(UNKNOWN))


CUTS = (
    ON,
    date(1978, 2, 28),
    date(1978, 3, 1),
    date(2010, 2, 28),
    date(2010, 3, 1),
    date(2027, 10, 1),
    date(1968, 2, 28),
)
DAYS = st.one_of(
    st.dates(date(1930, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date.fromordinal(cut.toordinal() + step) for cut in CUTS for step in range(-2, 3)]),
)
SMALL = st.integers(-15, 15)
MONEY = st.one_of(st.integers(0, 3), st.integers(99_998, 100_002), st.integers(0, 10**12)).map(Money)
CHILD = st.builds(Child, birth=maybe(DAYS), cost=maybe(MONEY), at_school=maybe(st.booleans()))
GROUP = st.sampled_from(("登记失业人员", "就业困难人员", "低保"))
PERSON = st.builds(
    Person,
    county=maybe(st.sampled_from(COUNTIES)),
    groups=maybe(st.one_of(st.sets(GROUP), st.builds(Partly, st.frozensets(GROUP), st.frozensets(GROUP)))),
    birth=maybe(DAYS),
    graduated=maybe(DAYS),
    insured=maybe(st.booleans()),
    paid=maybe(MONEY),
    balance=maybe(st.one_of(SMALL, st.integers(-(10**12), 10**12)).map(Money)),
    school=maybe(st.sampled_from(SCHOOLS)),
    rate=maybe(st.integers(0, 1_500_000).map(lambda parts: Fraction(parts, 1_000_000))),
    months=maybe(st.sampled_from((0, 6, 7, 8, 12, 13, 35, 36))),
    children=maybe(st.lists(CHILD, max_size=4)),
)
