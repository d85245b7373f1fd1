"""扣减: what is short by more decides, and more than asked earns nothing."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guangyue.kit.money import Money
from guangyue.planners.declared import pilot
from guangyue.planners.reckoning import Counted, Month, Visited, count, deduct, month_states, months_between

FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
FEE = Money.yuan(120_000)
visited = st.builds(
    Visited,
    st.integers(0, 364).map(lambda days: FIRST + timedelta(days=days)),
    st.integers(1, 48).map(lambda halves: Decimal(halves) / 2),
    st.booleans(),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(visited, max_size=12), visited)
def test_one_more_visit_never_costs_a_group_anything(visits: list[Visited], more: Visited) -> None:
    before = count(visits, since=FIRST, until=LAST, pilot=pilot())
    after = count([*visits, more], since=FIRST, until=LAST, pilot=pilot())

    assert Fraction(0) <= after.rate <= before.rate <= 1
    assert deduct(FEE, after) <= deduct(FEE, before) <= FEE
    assert before.days <= after.days <= before.days + 1


def test_the_larger_of_the_two_shortfalls_is_taken_off() -> None:
    assert deduct(FEE, Counted(12, 1, Fraction(30), 30)) == Money.yuan(10_000)
    assert deduct(FEE, Counted(12, 1, Fraction(30), 24)) == Money.yuan(24_000)


def test_a_month_says_whether_the_group_came_and_whether_it_talked() -> None:
    visits = [Visited(date(2022, 1, 5), Decimal(6), True), Visited(date(2022, 2, 5), Decimal(6), False)]
    months = months_between(FIRST, date(2022, 5, 1))

    states = month_states(visits, months, on=date(2022, 4, 10))

    assert list(states.values()) == [Month.MET, Month.NO_TALK, Month.MISSED, Month.RUNNING, Month.AHEAD]
