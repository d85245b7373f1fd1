"""How long parts take beside and after one another, and time that is granted to many cases together."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.planning import Approval, GoesRound, NoSuchPart, Part, Plan, approval_time, plan
from guangyue.cases.services.shared_time import time_of_cases
from guangyue.cases.tests.factories import AT, a_case, go
from guangyue.kit.clocks import SHANGHAI, Pause
from guangyue.kit.workdays import Calendar
from guangyue.matters.models import Matter

WEEKS = Calendar()


def moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), SHANGHAI).replace(hour=10)


def test_what_waits_for_two_begins_when_the_longer_is_over() -> None:
    parts = (Part("A", 3), Part("B", 4), Part("C", 2, ("A", "B")))

    assert plan(parts) == Plan(6, ("B", "C"))


def test_parts_that_wait_for_nobody_run_together() -> None:
    assert plan((Part("A", 3), Part("B", 4), Part("C", 2))) == Plan(4, ("B",))


def test_no_parts_take_no_time() -> None:
    assert plan(()) == Plan(0, ())


def test_parts_that_wait_for_each_other_are_named() -> None:
    parts = (Part("A", 1, ("B",)), Part("B", 1, ("C",)), Part("C", 1, ("B",)), Part("D", 1))

    with pytest.raises(GoesRound, match="互相等待") as refused:
        plan(parts)

    assert set(refused.value.members) == {"B", "C"}


def test_a_part_cannot_wait_for_one_that_is_not_there() -> None:
    with pytest.raises(NoSuchPart, match="甲"):
        plan((Part("A", 1, ("甲",)),))


@given(
    st.lists(st.tuples(st.integers(1, 20), st.sets(st.integers(0, 8))), min_size=1, max_size=9),
)
def test_a_plan_is_as_long_as_its_critical_path_and_no_part_begins_early(
    drawn: list[tuple[int, set[int]]],
) -> None:
    parts = [
        Part(str(number), days, tuple(str(one) for one in sorted(before) if one < number))
        for number, (days, before) in enumerate(drawn)
    ]
    found = plan(parts)

    ends: dict[str, int] = {}
    for part in parts:
        ends[part.key] = part.days + max((ends[key] for key in part.after), default=0)
    days = {part.key: part.days for part in parts}
    assert found.days == max(ends.values()) == sum(days[key] for key in found.critical)


def test_of_construction_only_the_days_of_an_approval_count_and_each_once() -> None:
    land = Approval("用地", moment("2020-06-01"), moment("2020-06-05"))
    beside = Approval("环评", moment("2020-06-03"), moment("2020-06-08"))
    later = Approval("施工许可", moment("2020-07-01"), moment("2020-07-03"))

    used = approval_time((land, beside, later), limit=100, calendar=WEEKS, at=moment("2020-08-01"))

    assert (used.days, used.within, used.waits_for) == (5 + 2, True, ())


def test_days_on_which_every_open_approval_stood_are_the_owner_s() -> None:
    stood = Pause(moment("2020-06-02"), moment("2020-06-04"), "申请人补正")
    one = Approval("用地", moment("2020-06-01"), None, (stood,))

    used = approval_time((one,), limit=1, calendar=WEEKS, at=moment("2020-06-05"))

    assert (used.days, used.within, used.waits_for) == (2, False, ("用地",))


def test_without_approvals_nothing_is_used() -> None:
    assert approval_time((), limit=100, calendar=WEEKS, at=moment("2020-06-05")).days == 0


def test_of_cases_of_one_project_the_days_are_counted_on_which_any_ran(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    for days in (0, 1):
        case = a_case(matter, by=clerk)
        go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT + timedelta(days=days))
        go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件", at=AT + timedelta(days=2))
        go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=2 + days))

    used = time_of_cases(Case.objects.all(), limit=3, at=AT + timedelta(days=30))

    assert (used.days, used.within, used.waits_for) == (3, True, ())
