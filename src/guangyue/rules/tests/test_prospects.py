"""From when and until when: the days that can matter say what judging every day would say."""

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.gazette.document import Clause
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule, need, rule
from guangyue.rules.columns import KEY, frame_of, lists_of
from guangyue.rules.facts import UNKNOWN, Facts, day, flag, rows
from guangyue.rules.offers import Search
from guangyue.rules.outlooks import outlooks
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.prospects import (
    Outlook,
    Prospect,
    before,
    holds,
    may_hold,
    of_occasion,
    prospect,
    stage,
    text_on,
    unchanged,
)
from guangyue.rules.symbols import Amount, Day, yuan
from guangyue.rules.verdicts import Verdict, judge

CITES = Clause("聊财社〔2019〕70号", "第十一条")
ON, HORIZON = date(2020, 2, 29), date(2021, 3, 1)
STANDARD = money_figure("standard", "标准")
TABLE = Table(
    (
        Entry("standard", date(2019, 1, 1), yuan(100), "通知"),
        Entry("standard", date(2020, 8, 1), yuan(200), "通知"),
        Entry("standard", date(2021, 1, 5), None, "通知"),
    )
)


class Had(Facts):
    month = day("月份")


class Founder(Facts):
    registered = day("登记")
    graduated = day("毕业")
    insured = flag("参保")
    had = rows("领过", Had)


def version(months: int, since: date | None, until: date | None) -> Rule:
    @rule(cites=CITES, title="创业补贴", key="startup", since=since, until=until)
    def said(founder: Founder, on: Day) -> Amount:
        need("满若干月", founder.registered.plus(months=months) <= on)
        need("毕业二年内", on.plus(months=1) <= founder.graduated.plus(years=2))
        need("参保", founder.insured)
        this_year = founder.had.count(lambda one: one.month.year.equals(on.year))
        that_day = founder.had.count(lambda one: one.month.plus(days=40).equals(on))
        need("本年度未领", this_year < 1)
        need("当日未领", that_day < 1)
        return STANDARD.at(on)

    return said


VERSIONS = (
    version(12, date(2019, 5, 9), date(2020, 9, 30)),
    version(6, date(2020, 10, 5), date(2020, 12, 30)),
)
OPEN_ENDED = (version(12, None, date(2020, 6, 30)), version(3, date(2020, 7, 1), None))
days_near = st.dates(date(2018, 1, 1), date(2021, 6, 1))
listed = st.builds(
    lambda registered, graduated, insured, had: Founder.said(
        registered=registered,
        graduated=graduated,
        insured=insured,
        had=tuple(Had.said(month=one) for one in had),
    ),
    st.none() | days_near,
    st.none() | days_near,
    st.sampled_from((True, True, True, False, None)),
    st.lists(st.none() | days_near, max_size=2),
)
founders = listed | listed.map(lambda founder: founder.but(had=UNKNOWN))


def ahead_of(versions: tuple[Rule, ...], founder: Founder, on: date = ON) -> Prospect:
    facts = dict.fromkeys(versions, (founder,))
    return prospect(versions, unchanged(facts), on=on, horizon=HORIZON, lookup=TABLE, figure_days=TABLE.days)


def every_day(versions: tuple[Rule, ...], founder: Founder) -> list[tuple[date, Verdict | None]]:
    """By the text that the first day knows of."""
    text = text_on(versions, ON)
    assert text
    days = [ON + timedelta(days=after) for after in range((HORIZON - ON).days + 1)]
    return [
        (one, judge(text.reading, founder, on=one, lookup=TABLE) if text.reading.in_force(one) else None)
        for one in days
    ]


@given(founders, st.sampled_from((VERSIONS, OPEN_ENDED)))
@settings(max_examples=60, deadline=None)
def test_the_days_that_can_matter_say_what_every_day_says(
    founder: Founder, versions: tuple[Rule, ...]
) -> None:
    judged = every_day(versions, founder)
    first = judged[0][1]
    still = holds if holds(first) else may_hold

    ahead = ahead_of(versions, founder)

    if may_hold(first):
        assert ahead.outlook is (Outlook.ENTITLED if holds(first) else Outlook.MAYBE)
        ends = [one for one, verdict in judged if not still(verdict)]
    else:
        begins = [one for one, verdict in judged if holds(verdict)]
        assert ahead.since == (begins[0] if begins else None)
        assert ahead.outlook is (Outlook.UPCOMING if begins else Outlook.NOT_ENTITLED)
        ends = [one for one, verdict in judged if begins and one > begins[0] and not holds(verdict)]
    assert ahead.until == (ends[0] - timedelta(days=1) if ends else None)


@given(st.lists(listed, max_size=8), st.sampled_from((VERSIONS, OPEN_ENDED)))
@settings(max_examples=60, deadline=None)
def test_a_city_is_told_row_by_row_what_each_is_told(told: list[Founder], versions: tuple[Rule, ...]) -> None:
    subjects = {str(number): (founder,) for number, founder in enumerate(told)}
    one_by_one = {key: ahead_of(versions, founder) for key, (founder,) in subjects.items()}

    found = outlooks(versions, search_of(subjects), {}, on=ON, horizon=HORIZON, table=TABLE)

    expected = {
        key: (
            ahead.outlook.name,
            ahead.since,
            ahead.until,
            ahead.verdict.amount,
            ahead.verdict.rule.fingerprint,
        )
        for key, ahead in one_by_one.items()
        if ahead.outlook is not Outlook.NOT_ENTITLED and ahead.verdict
    }
    columns = found.select(KEY, "outlook", "since", "until", "amount", "fingerprint").iter_rows()
    assert {
        key: (outlook, since, until, None if amount is None else Money(amount), said)
        for key, outlook, since, until, amount, said in columns
    } == expected


def search_of(subjects: Mapping[str, tuple[Facts, ...]]) -> Search:
    frame = frame_of(subjects, (Founder,)).with_columns(
        payee=pl.lit(1), item=pl.lit(""), district=pl.lit(""), township=pl.lit("")
    )
    lists = lists_of(subjects, (Founder,))
    return Search(lambda tables, on: frame, {(0, "had"): lambda tables, on: lists[0, "had"]})


def test_what_takes_the_place_of_a_text_is_known_from_its_own_first_day() -> None:
    """A rule that changes on a date changes what is said on that date and no other."""
    founder = Founder(registered=date(2020, 3, 1), graduated=date(2020, 1, 1), insured=True, had=())
    eve, day = date(2020, 6, 30), date(2020, 7, 1)

    before_it, after_it = (ahead_of(OPEN_ENDED, founder, on=on) for on in (eve, day))

    assert (before_it.outlook, before_it.since) == (Outlook.UPCOMING, date(2021, 3, 1))  # twelve months
    assert after_it.outlook is Outlook.ENTITLED


def test_a_gap_between_two_texts_is_an_end() -> None:
    founder = Founder(registered=date(2018, 1, 1), graduated=date(2020, 1, 1), insured=True, had=())

    assert ahead_of(VERSIONS, founder).until == date(2020, 9, 30)
    assert ahead_of(VERSIONS, founder, on=date(2020, 10, 2)).outlook is Outlook.CLOSED
    assert ahead_of(VERSIONS, founder, on=date(2019, 1, 1)).verdict is None


def test_what_stands_in_no_text_any_more_is_closed_for_those_who_had_not_been_refused() -> None:
    founder = Founder(registered=date(2018, 1, 1), graduated=date(2020, 1, 1), insured=True, had=())

    missed = ahead_of(VERSIONS, founder, on=date(2021, 1, 1))

    assert (missed.outlook, missed.until) == (Outlook.CLOSED, date(2020, 12, 30))
    assert ahead_of(VERSIONS, founder.but(insured=False), on=date(2021, 1, 1)).outlook is Outlook.NOT_ENTITLED


def test_an_occasion_is_judged_by_its_own_day() -> None:
    founder = Founder(registered=date(2019, 9, 30), graduated=date(2020, 1, 1), insured=True, had=())
    facts = unchanged(dict.fromkeys(VERSIONS, (founder,)))

    assert of_occasion(VERSIONS, facts, day=date(2020, 9, 29), lookup=TABLE).outlook is Outlook.NOT_ENTITLED
    assert of_occasion(VERSIONS, facts, day=date(2020, 9, 30), lookup=TABLE).outlook is Outlook.ENTITLED
    assert of_occasion(VERSIONS, facts, day=date(2020, 10, 2), lookup=TABLE).verdict is None


def test_reminders_come_thirty_fifteen_and_five_days_before_the_close() -> None:
    stages = {left: stage(ON + timedelta(days=left), on=ON) for left in (31, 30, 16, 15, 6, 5, 0, -1)}

    assert stages == {31: None, 30: 30, 16: 30, 15: 15, 6: 15, 5: 5, 0: 5, -1: None}
    assert stage(None, on=ON) is None


def test_what_closes_soon_goes_first_then_the_larger_amount_then_what_has_waited_longer() -> None:
    soon, later = ON + timedelta(days=30), ON + timedelta(days=31)
    told = [
        before(until=later, amount=yuan(10), first_seen=ON, on=ON),
        before(until=None, amount=yuan(90), first_seen=ON, on=ON),
        before(until=None, amount=yuan(90), first_seen=date(2020, 1, 1), on=ON),
        before(until=soon, amount=None, first_seen=ON, on=ON),
    ]

    assert [told.index(one) for one in sorted(told)] == [3, 2, 1, 0]
