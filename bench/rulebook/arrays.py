"""The rules on whole numpy arrays; as numpy and openfisca-core run them.

Logic has three values: 0 no, 1 unknown, 2 yes; and is the least, or the greatest. What is unknown has a
number of its own. An outcome is such a value and an amount of 分, nought where there is none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from bench.rulebook.population import CAPS, ON, RATES, STANDARDS, WAGES, by_district

Array = np.ndarray[Any, Any]
Fact = Callable[[str], Array]
Asked = Callable[[Fact], Array]
Outcome = tuple[Array, Array]

UNKNOWN = -(2**31)
NO, MAYBE, YES = np.int8(0), np.int8(1), np.int8(2)


def day_number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


TODAY = day_number(ON)
MEASURES_BEGAN, FIRST_DAY = day_number(date(2019, 5, 9)), day_number(date(2013, 10, 1))
WAGE, RATE, STANDARD = (np.array(by_district(figures)) for figures in (WAGES, RATES, STANDARDS))


def known(*values: Array) -> Array:
    there: Array = np.logical_and.reduce([value != UNKNOWN for value in values])
    return there


def said(condition: Array, *values: Array) -> Array:
    """Yes or no where all that it stands on is known."""
    return np.where(known(*values), np.where(condition, YES, NO), MAYBE)


def of_flag(value: Array) -> Array:
    return np.where(value == UNKNOWN, MAYBE, np.where(value == 1, YES, NO))


def all_of(*parts: Array) -> Array:
    least: Array = np.minimum.reduce(parts)
    return least


def any_of(*parts: Array) -> Array:
    greatest: Array = np.maximum.reduce(parts)
    return greatest


def months_later(days: Array, months: int) -> Array:
    """The same day of a later month, or that month's last."""
    dates = days.astype("datetime64[D]")
    month = dates.astype("datetime64[M]")
    in_month = (dates - month).astype(np.int64)
    then = month + months
    length = ((then + 1).astype("datetime64[D]") - then.astype("datetime64[D]")).astype(np.int64)
    later = then.astype("datetime64[D]").astype(np.int64) + np.minimum(in_month, length - 1)
    return np.where(days == UNKNOWN, UNKNOWN, later)


def year_of(days: Array) -> Array:
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(days == UNKNOWN, UNKNOWN, years)


def half_up(product: Array, below: int) -> Array:
    return (2 * product + below) // (2 * below)


@dataclass(frozen=True)
class Rule:
    """What a rule asks, one array for each; what is paid, and what must be known for that."""

    conditions: tuple[Asked, ...]
    amount: Asked
    needs: tuple[str, ...] = ()

    def outcome(self, fact: Fact) -> Outcome:
        return self.settled(fact, *(asked(fact) for asked in self.conditions))

    def settled(self, fact: Fact, *answers: Array) -> Outcome:
        """The amount must be known as well."""
        outcome = all_of(*answers)
        if self.needs:
            outcome = np.where((outcome == YES) & ~known(*map(fact, self.needs)), MAYBE, outcome)
        return outcome, np.where(outcome == YES, self.amount(fact), 0)


def flag(name: str) -> Asked:
    return lambda fact: of_flag(fact(name))


def below(name: str, limit: int) -> Asked:
    return lambda fact: said(fact(name) < limit, fact(name))


def paid(name: str) -> Asked:
    return lambda fact: said(fact(name) > 0, fact(name))


def within_term(months: str) -> Asked:
    def asked(fact: Fact) -> Array:
        retires, approved, granted = fact("retires"), fact("first_approved"), fact(months)
        near = said(retires < months_later(approved, 60), retires, approved)
        return any_of(said(granted < 36, granted), all_of(near, said(retires >= TODAY, retires)))

    return asked


def part_paid(fact: Fact) -> Array:
    own = fact("own_paid").astype(np.int64)
    return np.minimum(half_up(own * RATE[fact("district")], 10**6), own * 2 // 3)


def hired_in_time(fact: Fact) -> Array:
    graduated, hired = fact("graduated"), fact("hired")
    same_year = said(year_of(graduated) == year_of(hired), graduated, hired)
    return any_of(same_year, said(hired <= months_later(graduated, 24), graduated, hired))


def contract_of_a_year(fact: Fact) -> Array:
    until, hired = fact("contract_until"), fact("hired")
    return said(until + 1 >= months_later(hired, 12), until, hired)


def declared_in_time(fact: Fact) -> Array:
    declared, graduated = fact("declared"), fact("graduated")
    return said(declared <= months_later(graduated, 24), declared, graduated)


def pay_of_interns(fact: Fact) -> Array:
    return said(fact("intern_pay") >= WAGE[fact("district")], fact("intern_pay"))


def for_interns(fact: Fact) -> Array:
    wage = WAGE[fact("district")]
    return np.where(fact("retention") >= 700_000, half_up(wage * 60, 100), half_up(wage * 50, 100))


def for_training(fact: Fact) -> Array:
    days = np.array([day_number(since) for since, _ in CAPS])
    caps = np.array([cap for _, cap in CAPS])
    cap: Array = caps[np.maximum(np.searchsorted(days, fact("trained"), side="right") - 1, 0)]
    least: Array = np.minimum(fact("catalogue_standard"), cap)
    return least


def for_appraisal(fact: Fact) -> Array:
    fee = fact("fee").astype(np.int64)
    return np.where(fact("key_catalogue") == 1, half_up(fee * 90, 100), half_up(fee * 80, 100))


def for_old_age(fact: Fact) -> Array:
    birth = fact("birth")
    older = np.where(months_later(birth, 1080) <= TODAY, 20_000, 10_000)
    return np.where(months_later(birth, 1200) <= TODAY, 50_000, older)


def registered_since(fact: Fact) -> Array:
    return said(fact("registered") >= FIRST_DAY, fact("registered"))


def poor(fact: Fact) -> Array:
    return said(fact("income") < STANDARD[fact("district")], fact("income"))


RULES = {
    "graduate_unit": Rule(
        (
            flag("small_firm"),
            flag("graduate"),
            hired_in_time,
            contract_of_a_year,
            paid("unit_paid"),
            below("granted", 12),
        ),
        lambda fact: fact("unit_paid"),
        ("unit_paid",),
    ),
    "graduate_flexible": Rule(
        (flag("graduate"), flag("flexible"), declared_in_time, paid("own_paid"), below("granted", 24)),
        part_paid,
        ("own_paid",),
    ),
    "hard_unit": Rule(
        (flag("hard_to_employ"), paid("unit_paid"), within_term("granted")),
        lambda fact: fact("unit_paid"),
        ("unit_paid",),
    ),
    "hard_flexible": Rule(
        (flag("hard_to_employ"), flag("flexible"), paid("own_paid"), within_term("granted")),
        part_paid,
        ("own_paid",),
    ),
    "on_public_post": Rule(
        (flag("hard_to_employ"), flag("public_post"), within_term("post_months")),
        lambda fact: WAGE[fact("district")],
    ),
    "internship": Rule(
        (
            lambda fact: any_of(of_flag(fact("graduate")), of_flag(fact("young_unemployed"))),
            pay_of_interns,
            below("internship_months", 12),
        ),
        for_interns,
        ("retention",),
    ),
    "training": Rule(
        (
            flag("certificate"),
            lambda fact: any_of(2 - of_flag(fact("student")), below("trained_at_school", 1)(fact)),
            lambda fact: any_of(of_flag(fact("student")), below("trained_this_year", 1)(fact)),
        ),
        for_training,
        ("catalogue_standard", "trained"),
    ),
    "appraisal": Rule(
        (flag("certificate"), lambda fact: said(fact("appraised") >= MEASURES_BEGAN, fact("appraised"))),
        for_appraisal,
        ("fee", "key_catalogue"),
    ),
    "old_age": Rule(
        (
            lambda fact: said(months_later(fact("birth"), 960) <= TODAY, fact("birth")),
            lambda fact: 2 - of_flag(fact("deceased")),
        ),
        for_old_age,
        ("birth",),
    ),
    "living_allowance": Rule(
        (poor, flag("few_assets")),
        lambda fact: STANDARD[fact("district")] - fact("income"),
        ("income",),
    ),
}

OF_FOUNDERS = {
    "startup": Rule(
        (
            flag("first_licence"),
            registered_since,
            lambda fact: said(months_later(fact("registered"), 12) <= TODAY, fact("registered")),
            flag("founder_insured"),
        ),
        lambda fact: np.full(len(fact("registered")), 1_500_000),
    ),
    "jobs": Rule(
        (flag("small_firm"), registered_since, lambda fact: said(fact("posts") >= 1, fact("posts"))),
        lambda fact: fact("posts").astype(np.int64) * 200_000,
        ("posts",),
    ),
}
TWELVE = {**OF_FOUNDERS, **RULES}
