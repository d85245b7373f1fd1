"""Versions that follow one another, and months that are judged one by one."""

from datetime import date

import pytest

from guangyue.gazette.document import Document
from guangyue.kit.limits import month_end
from guangyue.rules.authoring import MONTH, Rule, doubt, need, rule
from guangyue.rules.facts import Facts, money, number
from guangyue.rules.months import judge_months
from guangyue.rules.rulebook import Overlap, Rulebook
from guangyue.rules.symbols import Amount, percent, yuan
from guangyue.rules.verdicts import Status, judge

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 1, 1), until=date(2026, 12, 31)
)
NOTICE = Document(number="示政发〔2026〕4号", title="示例通知", since=date(2026, 3, 1))


class Intern(Facts):
    wage = money("最低工资")
    granted = number("已享受月数")


def internship(share: int, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第九条"),
        title="见习补贴",
        per=MONTH,
        key="internship",
        since=since,
        until=until,
    )
    def version(intern: Intern) -> Amount:
        need("不超过三个月", intern.granted < 3, code="PERIOD_EXHAUSTED")
        return intern.wage * percent(share)

    return version


OLD = internship(50, None, date(2026, 2, 28))
NEW = internship(60, date(2026, 3, 1), None)
BOOK = Rulebook([NEW, OLD])


def ends(*months: int) -> list[date]:
    return [month_end(date(2026, month, 1)) for month in months]


def test_each_month_goes_by_the_text_in_force_on_its_last_day() -> None:
    months = judge_months(
        BOOK, "internship", ends(2, 3, 4), lambda end, granted: (Intern(wage=yuan(1550), granted=granted),)
    )

    assert [verdict.amount for _, verdict in months.verdicts if verdict] == [yuan(775), yuan(930), yuan(930)]
    assert months.amount == yuan(2635)


def test_the_months_of_one_claim_count_against_its_own_limit() -> None:
    months = judge_months(
        BOOK,
        "internship",
        ends(2, 3, 4),
        lambda end, granted: (Intern(wage=yuan(1550), granted=granted),),
        granted=1,
    )

    assert months.awarded == 2
    assert [verdict.status for _, verdict in months.verdicts if verdict][-1] is Status.INELIGIBLE


def test_a_month_in_which_no_text_is_in_force_is_not_paid() -> None:
    months = judge_months(
        BOOK, "internship", [date(2027, 1, 31)], lambda end, granted: (Intern(wage=yuan(1)),)
    )

    assert months.verdicts == ((date(2027, 1, 31), None),)


def test_versions_that_overlap_are_refused() -> None:
    with pytest.raises(Overlap):
        Rulebook([internship(50, None, date(2026, 3, 1)), NEW])


def test_what_the_clause_leaves_open_is_left_to_an_official() -> None:
    @rule(cites=NOTICE.clause("一"), title="临时补助")
    def aid(intern: Intern) -> Amount:
        doubt("通知没有写明金额", intern.wage > yuan(10), code="AMOUNT_EXTERNAL")
        return intern.wage * 2

    verdict = judge(aid, Intern(wage=yuan(11)))

    assert (verdict.status, verdict.amount) == (Status.FOR_A_PERSON, yuan(22))
    assert judge(aid, Intern(wage=yuan(10))).status is Status.ELIGIBLE
