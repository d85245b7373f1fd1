"""Households that have little, and what the city recognises of it."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens
from guangyue.registries.synthetic.families import SKIPPED, Families
from guangyue.registries.synthetic.health import Health
from guangyue.registries.synthetic.work import (
    FARM,
    FLEXIBLE,
    JOB,
    LEARNING,
    PUBLIC_POST,
    RETIRED,
    UNEMPLOYED,
    Work,
)

ALLOWANCES = ("未享受", "城市低保", "农村低保")
ALLOWANCE_LINE = (560.0, 730.0)  # yuan a head and month, countryside and town
LOW_INCOME_FACTOR = 1.5

DIFFICULTIES = ("无", "大龄失业", "残疾", "低保家庭", "零就业家庭", "长期失业")
OLDER_MAN, OLDER_WOMAN = 50, 40
LONG_UNEMPLOYED = 365  # days
HELD_AFTER_HIRING = 1096  # days: as long as whoever hired them can be paid for it

CARE = ("无", "全自理", "半护理", "全护理")
NO_BENEFIT, DRAWING, EXHAUSTED = range(3)
UNEMPLOYMENT_BENEFIT = ("未享受", "领取中", "期满")


@dataclass(frozen=True)
class Means:
    """家庭经济状况: one row a household."""

    income: Real
    allowance: Whole
    allowed: Whole
    low_income: Truth
    registered_poor: Truth
    homes: Whole
    vehicles: Whole


@dataclass(frozen=True)
class Difficulty:
    """困难认定: one row a person."""

    kind: Whole
    since: Whole
    care: Whole
    benefit: Whole
    benefit_until: Whole


def weigh(
    rng: np.random.Generator,
    families: Families,
    work: Work,
    health: Health,
    *,
    urban: Truth,
    alive: Truth,
    on: int,
) -> Means:
    """What each household has a month and head, and what follows from it. `urban` is one row a household."""
    households = len(urban)
    size = len(families.age)
    earned = work.wage + work.pension
    earned = earned + np.where(work.status == FLEXIBLE, between(rng, 1200, 4600, size), 0.0)
    earned = earned + np.where(work.status == FARM, between(rng, 500, 2200, size), 0.0)
    heads = np.maximum(np.bincount(families.household, weights=alive, minlength=households), 1)
    income = np.bincount(families.household, weights=earned * alive, minlength=households) / heads
    ailing = (
        np.bincount(families.household, weights=health.severe | (health.illness > 0), minlength=households)
        > 0
    )
    line = np.array(ALLOWANCE_LINE)[urban.astype(np.int64)]
    low = income < line * LOW_INCOME_FACTOR
    granted = (income < line) & happens(rng, np.where(ailing, 0.55, 0.13), households)
    poor = ~urban & low & happens(rng, np.where(ailing, 0.4, 0.12), households)
    richer = np.clip((income - 1200) / 4000, 0, 1)
    return Means(
        income=income,
        allowance=np.where(granted, np.where(urban, 1, 2), 0),
        allowed=on - between(rng, 40, 2500, households).astype(np.int64),
        low_income=low & (granted | happens(rng, 0.35, households)),
        registered_poor=poor,
        homes=happens(rng, 0.93, households).astype(np.int64) + happens(rng, 0.35 * richer, households),
        vehicles=happens(rng, 0.1 + 0.6 * richer, households).astype(np.int64)
        + happens(rng, 0.12 * richer, households),
    )


def recognise(
    rng: np.random.Generator,
    families: Families,
    work: Work,
    health: Health,
    means: Means,
    *,
    alive: Truth,
    on: int,
) -> Difficulty:
    """就业困难人员, 特困人员 and those who draw 失业保险金."""
    size = len(families.age)
    jobless = work.status == UNEMPLOYED
    unhired = (
        np.isin(work.status, (UNEMPLOYED, LEARNING, RETIRED)) | (families.age < 16) | (families.age >= 60)
    )
    hired = np.bincount(families.household, weights=~unhired, minlength=len(means.income))
    older = families.age >= np.where(families.male, OLDER_MAN, OLDER_WOMAN)
    placed = work.status == PUBLIC_POST
    hired_lately = (work.status == JOB) & (on - work.since < HELD_AFTER_HIRING)
    looking = jobless | placed | (work.status == FLEXIBLE) | hired_lately
    grounds = [
        health.disability > 0,
        means.allowance[families.household] > 0,
        jobless & (hired[families.household] == 0),
        older
        & happens(rng, 0.6, size)
        & (jobless | placed | ((work.status == FLEXIBLE) & (work.insured_months > 60))),
        placed | (jobless & (on - work.since > LONG_UNEMPLOYED)),
    ]
    kind = np.select(grounds, [2, 3, 4, 1, 5], 0)
    of_age = (families.age >= 16) & (families.age < 60)
    kind = np.where(looking & of_age & alive & happens(rng, 0.85, size), kind, 0)
    benefit, until = _unemployment_benefit(rng, work, jobless, on)
    return Difficulty(
        kind=kind,
        since=np.where(placed | hired_lately, work.since - 60, np.minimum(work.since + 60, on - 3)),
        care=_care(rng, families, work, health, alive),
        benefit=benefit,
        benefit_until=until,
    )


def _unemployment_benefit(
    rng: np.random.Generator, work: Work, jobless: Truth, on: int
) -> tuple[Whole, Whole]:
    """A year of contributions earns up to twelve months, five years eighteen, ten years two years."""
    size = len(jobless)
    months = np.select(
        [work.insured_months >= 120, work.insured_months >= 60, work.insured_months >= 12], [24, 18, 12], 0
    )
    drawn = jobless & (months > 0) & happens(rng, 0.6, size)
    until = work.since + months * 30
    return np.where(drawn, np.where(until >= on, DRAWING, EXHAUSTED), NO_BENEFIT), np.where(drawn, until, 0)


def _care(rng: np.random.Generator, families: Families, work: Work, health: Health, alive: Truth) -> Whole:
    """特困人员: the old and the young with nobody to support them; the grade follows how able they are."""
    size = len(families.age)
    alone = np.bincount(families.household, minlength=len(families.kind))[families.household] == 1
    old = alone & (families.age >= 60) & (work.pension < 1000) & happens(rng, 0.09, size)
    orphan = (families.age < 18) & (families.kind[families.household] == SKIPPED) & happens(rng, 0.05, size)
    grade = np.select([health.severe, (families.age > 80) | (health.disability > 0)], [3, 2], 1)
    return np.where((old | orphan) & alive, grade, 0)
