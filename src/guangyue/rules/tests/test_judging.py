"""One case: what a rule says of it, why, and what it asks for."""

from datetime import date
from fractions import Fraction

import pytest

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import YEAR, Rule, need, remark, rule
from guangyue.rules.facts import (
    UNKNOWN,
    FactRefused,
    Facts,
    day,
    flag,
    money,
    number,
    ratio,
    rows,
    word,
    words,
)
from guangyue.rules.symbols import Amount, Day, at_least, at_most, choose, least, percent, share, yuan
from guangyue.rules.verdicts import Outcome, Status, judge

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)


class InsuredWorker(Facts):
    """从业人员, and the year's premium paid for one of them."""

    registered = flag("已办理就业登记")
    of_working_age = flag("在法定劳动年龄内")
    premium = money("保险费")


@rule(cites=MEASURES.clause("第十五条"), title="保险补贴", per=YEAR)
def insurance(worker: InsuredWorker, on: Day) -> Amount:
    """Half the premium, up to sixty yuan a year."""
    need("已办理就业登记", worker.registered)
    need("在法定劳动年龄内", worker.of_working_age)
    half = worker.premium * percent(50)
    remark("已按最高额计算", half > yuan(60), code="CAP_APPLIED")
    return least(half, yuan(60))


WORKER = InsuredWorker(registered=True, of_working_age=True, premium=yuan(120))


def test_half_the_premium_is_paid_back() -> None:
    assert judge(insurance, WORKER.but(premium=yuan(119))).amount == yuan("59.50")


def test_no_more_than_sixty_yuan_is_paid_and_the_verdict_says_so() -> None:
    verdict = judge(insurance, WORKER.but(premium=yuan(122)))

    assert verdict.amount == yuan(60)
    assert [one.code for one in verdict.remarks] == ["CAP_APPLIED"]


def test_a_refusal_names_the_condition_its_facts_and_its_article() -> None:
    verdict = judge(insurance, WORKER.but(registered=False))

    assert (verdict.status, verdict.amount) == (Status.INELIGIBLE, None)
    assert str(verdict.cites) == "示财社〔2026〕7号 第十五条"
    assert [(one.outcome, one.facts) for one in verdict.conditions] == [
        (Outcome.FAILED, {"已办理就业登记": False}),
        (Outcome.HELD, {"在法定劳动年龄内": True}),
    ]


def test_what_is_not_known_is_asked_for_and_never_taken_as_no() -> None:
    verdict = judge(insurance, WORKER.but(of_working_age=UNKNOWN))

    assert verdict.status is Status.NEEDS_INFO
    assert verdict.asks == {InsuredWorker.of_working_age}


def test_an_unknown_amount_is_asked_for_too() -> None:
    assert judge(insurance, WORKER.but(premium=UNKNOWN)).asks == {InsuredWorker.premium}


def test_nothing_is_asked_for_once_a_condition_has_failed() -> None:
    verdict = judge(insurance, InsuredWorker(registered=False))

    assert (verdict.status, verdict.asks) == (Status.INELIGIBLE, frozenset())


def test_a_rule_is_in_force_from_its_documents_first_day_to_its_last() -> None:
    days = [date(2026, 5, 8), date(2026, 5, 9), date(2029, 4, 30), date(2029, 5, 1)]

    assert [judge(insurance, WORKER, on=on).status for on in days] == [
        Status.NOT_IN_FORCE,
        Status.ELIGIBLE,
        Status.ELIGIBLE,
        Status.NOT_IN_FORCE,
    ]


class Worker(Facts):
    cat = word("人员类别", ("登记失业人员", "高校毕业生", "其他"))
    contract_months = number("劳动合同月数")
    wage = money("月工资")
    founder = flag("创业者本人")


class Firm(Facts):
    size = word("规模", ("微型", "小型", "中型"))
    kinds = words("性质", ("民营", "国有", "外资"))
    registered = day("登记日期")
    staff = rows("职工", Worker)
    paid = money("缴费")
    rate = ratio("补贴比例")


@rule(cites=MEASURES.clause("第十二条"), title="岗位补贴")
def posts(firm: Firm, on: Day) -> Amount:
    qualifying = firm.staff.count(
        lambda worker: worker.cat.among("登记失业人员", "高校毕业生"),
        lambda worker: worker.contract_months >= 12,
        lambda worker: worker.wage >= yuan(1550),
        lambda worker: ~worker.founder,
    )
    need("小微企业", firm.size.among("微型", "小型"))
    need("登记满十二个月", firm.registered.plus(months=12) <= on)
    need("吸纳一人以上", qualifying >= 1)
    return qualifying.certain * yuan(2000)


GOOD = Worker(cat="登记失业人员", contract_months=12, wage=yuan(1550), founder=False)
FIRM = Firm(size="微型", registered=date(2027, 2, 28), staff=[GOOD, GOOD.but(contract_months=11)])
ON = date(2028, 2, 28)


def test_rows_that_meet_every_condition_are_counted() -> None:
    assert judge(posts, FIRM, on=ON).amount == yuan(2000)


def test_a_row_that_may_count_settles_nothing_and_is_asked_for() -> None:
    verdict = judge(posts, FIRM.but(staff=[GOOD.but(founder=UNKNOWN)]), on=ON)

    assert verdict.status is Status.NEEDS_INFO
    assert verdict.asks == {Worker.founder}


def test_a_row_that_may_count_does_not_matter_beside_one_that_does() -> None:
    verdict = judge(posts, FIRM.but(staff=[GOOD, GOOD.but(founder=UNKNOWN)]), on=ON)

    assert (verdict.status, verdict.amount) == (Status.ELIGIBLE, yuan(2000))


def test_an_unknown_list_is_asked_for() -> None:
    assert judge(posts, FIRM.but(staff=UNKNOWN), on=ON).asks == {Firm.staff}


def test_so_many_months_are_full_on_the_corresponding_day_and_not_before() -> None:
    statuses = [judge(posts, FIRM, on=day).status for day in (date(2028, 2, 27), ON)]

    assert statuses == [Status.INELIGIBLE, Status.ELIGIBLE]


def test_without_a_day_what_depends_on_it_is_unknown() -> None:
    assert judge(posts, FIRM).status is Status.NEEDS_INFO


def worth(amount: object, **facts: object) -> Money | None:
    """What a rule that returns this amount awards."""

    @rule(cites=MEASURES.clause("第一条"), title="试算")
    def trial(firm: Firm) -> object:
        return amount(firm) if callable(amount) else amount

    return judge(trial, Firm(**facts)).amount


def test_a_part_of_a_fen_is_rounded_as_the_clause_has_it() -> None:
    third = {"paid": Money(100)}

    assert worth(lambda firm: firm.paid * share(1, 3), **third) == Money(33)
    assert worth(lambda firm: firm.paid * share(2, 3), **third) == Money(67)
    assert worth(lambda firm: at_most(firm.paid * share(2, 3)), **third) == Money(66)
    assert worth(lambda firm: at_least(firm.paid * share(1, 3)), **third) == Money(34)


def test_a_product_is_rounded_once() -> None:
    assert worth(lambda firm: firm.paid * percent(50) * percent(50), paid=Money(2)) == Money(1)


def test_a_rate_that_is_a_fact_is_exact() -> None:
    assert worth(lambda firm: firm.paid * firm.rate, paid=yuan(900), rate=Fraction("0.7")) == yuan(630)


def test_the_first_case_that_holds_decides_the_tier() -> None:
    tiers = [
        worth(
            lambda firm: choose(
                (firm.paid >= yuan(50), yuan(3)), (firm.paid >= yuan(20), yuan(2)), otherwise=yuan(0)
            ),
            paid=yuan(paid),
        )
        for paid in (50, 20, 19)
    ]

    assert tiers == [yuan(3), yuan(2), yuan(0)]


def test_a_total_adds_what_each_row_is_worth() -> None:
    each = lambda firm: firm.staff.total(lambda worker: least(worker.wage * percent(50), yuan(60)))  # noqa: E731

    assert worth(each, staff=[Worker(wage=yuan(100)), Worker(wage=yuan(150))]) == yuan(110)
    assert worth(each, staff=[Worker(wage=yuan(100)), Worker()]) is None


def test_asking_a_fact_before_it_is_known_is_refused_when_the_rule_is_written() -> None:
    with pytest.raises(TypeError, match="need, choose"):

        @rule(cites=MEASURES.clause("第一条"), title="写错的规则")
        def wrong(worker: InsuredWorker) -> Amount:
            return worker.premium if worker.registered else worker.premium * 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"size": "巨型"}, "规模：没有“巨型”这一类，可选：微型、小型、中型。"),
        ({"paid": yuan(-1)}, "缴费：金额不能是负数。"),
        ({"paid": 12}, "缴费：请填金额。"),
        ({"registered": date(1899, 12, 31)}, "登记日期：日期不能早于1900年。"),
        ({"rate": Fraction(1, 3)}, "补贴比例：比例最多六位小数。"),
        ({"kinds": ["民营", "街道"]}, "性质：没有“街道”这一类，可选：民营、国有、外资。"),
        ({"colour": "红"}, "没有这些事实：colour。"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(FactRefused) as refused:
        Firm(**wrong)

    assert str(refused.value) == sentence


def test_the_same_rule_has_the_same_fingerprint_and_another_figure_another() -> None:
    def written(most: int) -> Rule:
        @rule(cites=MEASURES.clause("第十五条"), title="保险补贴")
        def insurance(worker: InsuredWorker) -> Amount:
            need("已办理就业登记", worker.registered)
            return least(worker.premium, yuan(most))

        return insurance

    assert written(60).fingerprint == written(60).fingerprint != written(61).fingerprint
