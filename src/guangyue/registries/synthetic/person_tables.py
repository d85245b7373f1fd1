"""Persons and their households as tables."""

import numpy as np
import polars as pl

from guangyue.registries.synthetic import records
from guangyue.registries.synthetic.chance import Truth, Whole, between, happens, pick
from guangyue.registries.synthetic.columns import choices, dates, doubt, fen, only, whole
from guangyue.registries.synthetic.drawn import Drawn
from guangyue.registries.synthetic.families import CHILD, HEAD, RELATIONS, SPOUSE
from guangyue.registries.synthetic.hardship import (
    ALLOWANCES,
    CARE,
    DIFFICULTIES,
    NO_BENEFIT,
    UNEMPLOYMENT_BENEFIT,
)
from guangyue.registries.synthetic.health import DISABILITY, DISABILITY_KINDS, ILLNESS
from guangyue.registries.synthetic.learning import EDUCATION, ENROLLED
from guangyue.registries.synthetic.names import full_names
from guangyue.registries.synthetic.settlements import HOME_URBAN
from guangyue.registries.synthetic.work import (
    EMPLOYMENT,
    FLEXIBLE,
    FLEXIBLY_INSURED,
    INSURANCE,
    JOB,
    UNEMPLOYED,
    WORKING_AGE,
)

SEXES = ("女", "男")
SETTLED = ("农村", "城镇")
MARITAL = ("未婚", "已婚", "离异", "丧偶")
OLD_AGE_ALLOWANCE_FROM = 80
ALLOWANCE_A_HEAD = 420.0  # yuan a month
DISABILITY_ALLOWANCE = 130.0


def persons(
    rng: np.random.Generator,
    drawn: Drawn,
    *,
    numbers: Whole,
    identities: pl.Series,
    households: pl.Series,
    firms: pl.Series,
) -> pl.DataFrame:
    people, household = drawn.people, drawn.people.household
    place = drawn.home[household]
    places = drawn.ground.places
    adult: Truth = people.age >= WORKING_AGE
    every = np.ones_like(adult)
    identity = {
        "person": pl.Series(numbers),
        "id_number": identities,
        "district": places["district"].gather(place),
        "township": places["township"].gather(place),
        "name": full_names(rng, family=people.surname, male=people.male, born=drawn.born_in),
        "sex": choices(SEXES, people.male.astype(np.int64)),
        "birth_date": dates(drawn.born, every),
        "settled": choices(SETTLED, drawn.urban.astype(np.int64)),
        "residence": _addresses(rng, drawn).gather(household),
        "household": households.gather(household),
        "relation": choices(RELATIONS, people.relation),
        "deceased": pl.Series(~drawn.alive),
        "deceased_since": dates(drawn.health.died, ~drawn.alive),
        "marital": doubt(rng, choices(MARITAL, _marital(rng, drawn), people.age >= 20), 0.02),
        "veteran": pl.Series(veteran := people.male & (people.age > 22) & happens(rng, 0.05, len(adult))),
        "veteran_since": dates(
            drawn.born + (365 * between(rng, 20, 22, len(adult))).astype(np.int64), veteran
        ),
    }
    return pl.DataFrame(
        {
            **identity,
            **_learning(rng, drawn),
            **_work(rng, drawn, adult, firms),
            **_hardship(rng, drawn),
            **_loan(rng, drawn),
        }
    )


def _learning(rng: np.random.Generator, drawn: Drawn) -> dict[str, pl.Series]:
    learning = drawn.learning
    return {
        "education": doubt(
            rng, choices(EDUCATION, learning.education, drawn.people.age >= WORKING_AGE), 0.05
        ),
        "enrolled": choices(ENROLLED, learning.enrolled),
        "graduated_on": doubt(rng, dates(learning.graduated, learning.graduated > 0), 0.02),
    }


def _work(rng: np.random.Generator, drawn: Drawn, adult: Truth, firms: pl.Series) -> dict[str, pl.Series]:
    work = drawn.work
    hired: Truth = work.employer >= 0
    paid: Truth = work.wage > 0
    return {
        "employment": doubt(rng, choices(EMPLOYMENT, work.status, adult & drawn.alive), 0.03),
        "employment_since": dates(work.since, adult & drawn.alive),
        "employer": only(
            firms.gather(work.employer, null_on_oob=False) if len(firms) else _none(hired), hired
        ),
        "employer_since": dates(work.since, hired),
        "contract_until": doubt(rng, dates(work.contract_until, hired), 0.06),
        "contract_until_since": dates(work.signed, hired),
        "wage": doubt(rng, fen(work.wage, paid, to=10), 0.05),
        "insurance": choices(INSURANCE, work.insurance, adult),
        "insured_months": doubt(rng, whole(work.insured_months, adult), 0.01),
        "unit_premium": doubt(rng, fen(work.unit_premium, work.unit_premium > 0), 0.03),
        "own_premium": fen(work.own_premium, work.own_premium > 0),
        "pension": fen(work.pension, adult),
    }


def _hardship(rng: np.random.Generator, drawn: Drawn) -> dict[str, pl.Series]:
    health, difficulty = drawn.health, drawn.difficulty
    disabled: Truth = health.disability > 0
    return {
        "disability": doubt(rng, choices(DISABILITY, health.disability), 0.01),
        "disability_since": dates(health.disabled, disabled),
        "disability_kind": choices(DISABILITY_KINDS, health.disability_kind, disabled),
        "illness": doubt(rng, choices(ILLNESS, health.illness), 0.01),
        "illness_since": dates(health.ill, health.illness > 0),
        "hardship": doubt(rng, choices(DIFFICULTIES, difficulty.kind), 0.02),
        "hardship_since": dates(difficulty.since, difficulty.kind > 0),
        "care": choices(CARE, difficulty.care),
        "unemployment_benefit": choices(UNEMPLOYMENT_BENEFIT, difficulty.benefit),
        "unemployment_benefit_until": dates(difficulty.benefit_until, difficulty.benefit != NO_BENEFIT),
    }


def _loan(rng: np.random.Generator, drawn: Drawn) -> dict[str, pl.Series]:
    size = len(drawn.born)
    borrower = np.zeros(size, dtype=np.bool_)
    borrower[drawn.leads.person[drawn.leads.person >= 0]] = True
    borrower &= happens(rng, 0.12, size)
    yuan = np.array((50_000, 100_000, 150_000, 200_000))[pick(rng, (0.2, 0.45, 0.2, 0.15), size)]
    since = drawn.on - between(rng, 30, 700, size).astype(np.int64)
    return {
        "startup_loan": fen(np.where(borrower, yuan, 0.0), np.ones_like(borrower)),
        "startup_loan_since": dates(since, borrower),
    }


def households(rng: np.random.Generator, drawn: Drawn, *, households: pl.Series) -> pl.DataFrame:
    means, places = drawn.means, drawn.ground.places
    every = np.ones(len(drawn.home), dtype=np.bool_)
    return pl.DataFrame(
        {
            "household": households,
            "place": places["place"].gather(drawn.home),
            "district": places["district"].gather(drawn.home),
            "township": places["township"].gather(drawn.home),
            "income": doubt(rng, fen(means.income, every, to=10), 0.08),
            "allowance": choices(ALLOWANCES, means.allowance),
            "allowance_since": dates(means.allowed, means.allowance > 0),
            "low_income": doubt(rng, pl.Series(means.low_income), 0.04),
            "registered_poor": pl.Series(means.registered_poor),
            "homes": doubt(rng, whole(means.homes), 0.03),
            "vehicles": doubt(rng, whole(means.vehicles), 0.02),
        }
    )


def certificates(rng: np.random.Generator, drawn: Drawn, *, numbers: Whole) -> pl.DataFrame:
    working = np.isin(drawn.work.status, (JOB, FLEXIBLE, UNEMPLOYED)) & (drawn.people.age < 60)
    holders = working & happens(rng, 0.2, len(working))
    return records.certificates(rng, holders, numbers=numbers, block=drawn.block, on=drawn.on)


def benefits(drawn: Drawn, *, numbers: Whole) -> pl.DataFrame:
    """What was paid follows from what people are: nobody is paid for what they are not."""
    people, work, means = drawn.people, drawn.work, drawn.means
    size = len(drawn.born)
    of_household = people.household
    heads = np.bincount(of_household, weights=drawn.alive)
    eighty = drawn.born + OLD_AGE_ALLOWANCE_FROM * 366
    entitled = [
        (people.age >= OLD_AGE_ALLOWANCE_FROM, eighty, np.full(size, 100.0)),
        (drawn.health.severe, drawn.health.disabled, np.full(size, DISABILITY_ALLOWANCE)),
        (
            (means.allowance[of_household] > 0) & (people.relation == HEAD),
            means.allowed[of_household],
            ALLOWANCE_A_HEAD * heads[of_household],
        ),
        (
            (drawn.difficulty.kind > 0) & (work.insurance == FLEXIBLY_INSURED),
            drawn.difficulty.since,
            np.round(work.own_premium * 2 / 3, 2),
        ),
    ]
    trained = (work.status == UNEMPLOYED) & (drawn.on - work.since > 400)
    entitled = [(who & drawn.alive, since, monthly) for who, since, monthly in entitled]
    return records.person_benefits(entitled, trained=trained, numbers=numbers, block=drawn.block, on=drawn.on)


def earlier(drawn: Drawn, *, numbers: Whole) -> pl.DataFrame:
    """What the registered unemployed did before: the same fact, an earlier day."""
    rows = np.flatnonzero(drawn.work.worked_before > 0)
    return pl.DataFrame(
        {
            "person": numbers[rows],
            "employment": choices(EMPLOYMENT, np.full(len(rows), JOB)),
            "since": dates(drawn.work.worked_before[rows], np.ones(len(rows), dtype=np.bool_)),
        }
    )


def _addresses(rng: np.random.Generator, drawn: Drawn) -> pl.Series:
    """住址 of each household: a flat in an estate, a number in a village."""
    size = len(drawn.home)
    at = pl.DataFrame(
        {
            "title": drawn.ground.places["title"].gather(drawn.home),
            "flat": drawn.ground.places["kind"].gather(drawn.home) == HOME_URBAN,
            "building": 1 + pick(rng, [1.0] * 24, size),
            "stair": 1 + pick(rng, [1.0] * 4, size),
            "floor": 1 + pick(rng, [1.0] * 11, size),
            "number": 1 + pick(rng, [1.0] * 240, size),
        }
    )
    flat = pl.format("{}{}号楼{}单元{}0{}室", "title", "building", "stair", "floor", pl.col("number") % 2 + 1)
    return at.select(pl.when("flat").then(flat).otherwise(pl.format("{}{}号", "title", "number"))).to_series()


def _marital(rng: np.random.Generator, drawn: Drawn) -> Whole:
    people = drawn.people
    size = len(people.age)
    wives = np.bincount(people.household, weights=people.relation == SPOUSE)[people.household] > 0
    paired = wives & np.isin(people.relation, (HEAD, SPOUSE))
    parted = np.where(happens(rng, np.clip((people.age - 45) / 40, 0, 0.9), size), 3, 2)
    young = (people.relation == CHILD) | (people.age < 30)
    return np.where(
        paired, 1, np.where(young, 0, np.where(happens(rng, 0.2, size) & (people.age < 55), 0, parted))
    )


def _none(rows: Truth) -> pl.Series:
    return pl.Series([None] * len(rows), dtype=pl.String)
