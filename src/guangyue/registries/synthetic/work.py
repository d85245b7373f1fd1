"""Who works where, for what wage, how insured; and who has no work."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, around, between, happens, pick_by
from guangyue.registries.synthetic.trade import COMPANY, SOLE_TRADER, TRADING, Trade

JOB, FLEXIBLE, FARM, PUBLIC_POST, UNEMPLOYED, IDLE, RETIRED, LEARNING = range(8)
EMPLOYMENT = ("单位就业", "灵活就业", "务农", "公益性岗位", "登记失业", "未就业", "退休", "在校")
WORKING_AGE = 16

# Weights of job, flexible, farm, public post, registered unemployed, idle, retired, learning; by age to 24,
# 39, 49, 59, 69 and above; for women and men of the countryside, then of the towns.
AGES = (25, 40, 50, 60, 70)
STATUS_WEIGHTS = (
    (0.38, 0.18, 0.16, 0.0, 0.05, 0.23, 0.0, 0),
    (0.32, 0.2, 0.25, 0.002, 0.03, 0.2, 0.0, 0),
    (0.25, 0.17, 0.4, 0.01, 0.025, 0.145, 0.0, 0),
    (0.08, 0.08, 0.64, 0.015, 0.006, 0.16, 0.02, 0),
    (0.01, 0.02, 0.6, 0.0, 0.0, 0.34, 0.03, 0),
    (0.0, 0.0, 0.3, 0.0, 0.0, 0.67, 0.03, 0),
    (0.42, 0.2, 0.18, 0.0, 0.05, 0.15, 0.0, 0),
    (0.45, 0.24, 0.22, 0.001, 0.03, 0.06, 0.0, 0),
    (0.36, 0.23, 0.32, 0.005, 0.03, 0.055, 0.0, 0),
    (0.2, 0.17, 0.51, 0.01, 0.02, 0.07, 0.02, 0),
    (0.02, 0.05, 0.7, 0.0, 0.0, 0.18, 0.05, 0),
    (0.0, 0.0, 0.38, 0.0, 0.0, 0.57, 0.05, 0),
    (0.58, 0.14, 0.0, 0.0, 0.1, 0.18, 0.0, 0),
    (0.61, 0.17, 0.01, 0.005, 0.055, 0.15, 0.0, 0),
    (0.52, 0.18, 0.02, 0.015, 0.06, 0.155, 0.05, 0),
    (0.12, 0.08, 0.03, 0.012, 0.018, 0.14, 0.6, 0),
    (0.01, 0.02, 0.05, 0.0, 0.0, 0.3, 0.62, 0),
    (0.0, 0.0, 0.02, 0.0, 0.0, 0.4, 0.58, 0),
    (0.62, 0.13, 0.01, 0.0, 0.1, 0.14, 0.0, 0),
    (0.72, 0.16, 0.01, 0.001, 0.05, 0.06, 0.0, 0),
    (0.68, 0.18, 0.02, 0.006, 0.055, 0.06, 0.0, 0),
    (0.52, 0.17, 0.03, 0.015, 0.06, 0.08, 0.125, 0),
    (0.06, 0.05, 0.06, 0.0, 0.0, 0.13, 0.7, 0),
    (0.0, 0.01, 0.02, 0.0, 0.0, 0.17, 0.8, 0),
)
SAME_DISTRICT = 0.82

UNINSURED, RESIDENT, EMPLOYEE, FLEXIBLY_INSURED, PENSIONER = range(5)
INSURANCE = ("未参保", "城乡居民", "职工", "灵活就业人员", "退休人员")
INSURED_BY_SIZE = (0.62, 0.86, 0.97, 0.99)
INSURED_BY_SOLE_TRADER = 0.3

WAGE_BY_EDUCATION = (2650, 3050, 3500, 4200, 5200, 7400)  # yuan a month
BASE_LEAST, BASE_MOST = 3457, 17285  # yuan: the bounds between which premiums are reckoned
UNIT_RATE, OWN_RATE, FLEXIBLE_RATE = 0.242, 0.103, 0.28
NO_END = 47481  # 2099-12-31, as days since 1970: a contract without a term


@dataclass(frozen=True)
class Work:
    """就业: one row a person; yuan a month, days since 1970, -1 for no employer."""

    status: Whole
    since: Whole
    employer: Whole
    signed: Whole  # the contract in force
    contract_until: Whole
    wage: Real
    insurance: Whole
    insured_months: Whole
    unit_premium: Real
    own_premium: Real
    pension: Real
    worked_before: Whole


@dataclass(frozen=True)
class Leads:
    """法定代表人: the person (a row, or -1) behind each firm, and whether the firm insures them."""

    person: Whole
    insured: Truth


def statuses(
    rng: np.random.Generator,
    *,
    age: Real,
    male: Truth,
    urban: Truth,
    education: Whole,
    severe: Truth,
    at_school: Truth,
    alive: Truth,
) -> Whole:
    """What each person does; those under working age are at school, or soon will be; the dead do nothing."""
    size = len(age)
    line = (urban * 2 + male) * (len(AGES) + 1) + np.searchsorted(AGES, age, side="right")
    status = pick_by(rng, STATUS_WEIGHTS, line.astype(np.int64))
    schooled_farmer = (status == FARM) & (education >= 3) & happens(rng, 0.75, size)
    status = np.where(schooled_farmer, JOB, status)
    hindered = severe & np.isin(status, (JOB, FLEXIBLE, FARM)) & happens(rng, 0.65, size)
    status = np.where(hindered, np.where(happens(rng, 0.12, size), UNEMPLOYED, IDLE), status)
    return np.where(alive, np.where(at_school | (age < WORKING_AGE), LEARNING, status), IDLE)


def find_leads(rng: np.random.Generator, firms: Trade, *, able: Truth, district: Whole) -> Leads:
    """A different person for every firm, of the firm's own district where there are enough."""
    people = rng.permutation(np.flatnonzero(able))[: len(firms.place)]
    person = np.full(len(firms.place), -1)
    insured = (firms.kind == COMPANY) & (firms.status == TRADING) & happens(rng, 0.6, len(person))
    chosen = np.argsort(firms.district, kind="stable")[: len(people)]
    person[chosen] = people[np.argsort(district[people], kind="stable")]
    return Leads(person=person, insured=insured & (person >= 0))


def employ(
    rng: np.random.Generator,
    status: Whole,
    firms: Trade,
    leads: Leads,
    *,
    age: Real,
    district: Whole,
    education: Whole,
    alive: Truth,
    on: int,
) -> Work:
    """Jobs, contracts, wages and insurance for everybody, and what there was before."""
    size = len(age)
    status, employer = _placed(rng, status, firms, leads, district)
    employed = employer >= 0
    at = np.maximum(employer, 0)
    grown_for = np.maximum((age - WORKING_AGE) * 365, 30)
    firm_age = np.where(employed, on - firms.registered[at], grown_for)
    tenure = np.minimum(-np.log(1 - between(rng, 0, 0.97, size)) * 1000 + 5, np.minimum(grown_for, firm_age))
    since = on - tenure.astype(np.int64)
    unemployed = status == UNEMPLOYED
    since = np.where(unemployed, on - (10 + tenure / 3).astype(np.int64), since)
    wage = _wages(rng, education, np.where(employed, firms.size[at], 0), age)
    covered = np.where(
        firms.kind[at] == SOLE_TRADER, INSURED_BY_SOLE_TRADER, np.array(INSURED_BY_SIZE)[firms.size[at]]
    )
    insurance = _insurance(rng, status, np.where(employed, covered, 0.0), age)
    insurance = _lead_insurance(insurance, firms, leads)
    insurance = np.where(alive, insurance, UNINSURED)
    months = _insured_months(rng, status, insurance, since, age, on)
    signed, contract_until = _contracts(rng, since, on)
    base = np.clip(wage, BASE_LEAST, BASE_MOST)
    return Work(
        status=status,
        since=since,
        employer=employer,
        signed=np.where(employed, signed, 0),
        contract_until=np.where(employed, contract_until, 0),
        wage=np.where(employed | (status == PUBLIC_POST), np.where(status == PUBLIC_POST, 1900, wage), 0),
        insurance=insurance,
        insured_months=months,
        unit_premium=np.where(insurance == EMPLOYEE, base * UNIT_RATE, 0),
        own_premium=np.select(
            [insurance == EMPLOYEE, insurance == FLEXIBLY_INSURED],
            [base * OWN_RATE, BASE_LEAST * FLEXIBLE_RATE],
            0,
        ),
        pension=np.where(alive, _pensions(rng, status, education, age), 0.0),
        worked_before=np.where(
            unemployed & (months > 6),
            since - np.maximum(months * 30, 200) - (between(rng, 0, 300, size)).astype(np.int64),
            0,
        ),
    )


def _placed(
    rng: np.random.Generator, status: Whole, firms: Trade, leads: Leads, district: Whole
) -> tuple[Whole, Whole]:
    """Everybody with a job gets an employer; those who lead a firm work in it."""
    size = len(status)
    order = np.argsort(firms.district, kind="stable")
    limits = np.concatenate([[0.0], np.cumsum(firms.jobs[order])])
    first = np.searchsorted(firms.district[order], district, side="left")
    last = np.searchsorted(firms.district[order], district, side="right")
    low, high = limits[first], limits[last]
    elsewhere = (high <= low) | ~happens(rng, SAME_DISTRICT, size)
    low, high = np.where(elsewhere, 0.0, low), np.where(elsewhere, limits[-1], high)
    found = np.searchsorted(limits, between(rng, low, high, size), side="right") - 1
    has_job = (status == JOB) & (limits[-1] > 0)
    employer = np.where(has_job, order[np.clip(found, 0, len(order) - 1)], -1)
    status = np.where((status == JOB) & ~has_job, FLEXIBLE, status)
    led = np.flatnonzero((leads.person >= 0) & (firms.status == TRADING))
    status[leads.person[led]] = np.where(leads.insured[led], JOB, FLEXIBLE)
    employer[leads.person[led]] = np.where(leads.insured[led], led, -1)
    return status, employer


def _wages(rng: np.random.Generator, education: Whole, firm_size: Whole, age: Real) -> Real:
    base = np.array(WAGE_BY_EDUCATION)[education] * (1 + 0.07 * firm_size)
    seasoned = 1 + 0.012 * np.clip(age - 22, 0, 20)
    return np.asarray(base * seasoned * np.exp(around(rng, 0, 0.22, len(age))))


def _contracts(rng: np.random.Generator, since: Whole, on: int) -> tuple[Whole, Whole]:
    """When the contract in force was signed, and its end: terms of three months to three years, renewed
    until they reach past today; in the end without end."""
    size = len(since)
    term = np.array((90, 183, 365, 730, 1096))[
        pick_by(rng, ((0.04, 0.08, 0.4, 0.18, 0.3),), np.zeros(size, dtype=np.int64))
    ]
    signed = since + (on - since) // term * term
    endless = (on - since > 3650) & happens(rng, 0.8, size)
    return signed, np.where(endless, NO_END, signed + term - 1)


def _insurance(rng: np.random.Generator, status: Whole, covered: Real, age: Real) -> Whole:
    size = len(status)
    flexibly = (status == FLEXIBLE) & (age < 60) & happens(rng, 0.3, size)
    resident = (age >= WORKING_AGE) & happens(rng, 0.94, size)
    return np.select(
        [status == RETIRED, happens(rng, covered, size) | (status == PUBLIC_POST), flexibly, resident],
        [PENSIONER, EMPLOYEE, FLEXIBLY_INSURED, RESIDENT],
        UNINSURED,
    )


def _lead_insurance(insurance: Whole, firms: Trade, leads: Leads) -> Whole:
    """Whether a firm insures the one who leads it was settled with the firm."""
    insurance[leads.person[leads.insured]] = EMPLOYEE
    return insurance


def _insured_months(
    rng: np.random.Generator, status: Whole, insurance: Whole, since: Whole, age: Real, on: int
) -> Whole:
    size = len(status)
    now = np.where(np.isin(insurance, (EMPLOYEE, FLEXIBLY_INSURED)), (on - since) // 30, 0)
    before = np.maximum(age - 24, 0) * 12 * between(rng, 0, 0.5, size) * happens(rng, 0.5, size)
    known = np.isin(insurance, (EMPLOYEE, FLEXIBLY_INSURED)) | (status == UNEMPLOYED)
    months = np.where(known, now + before.astype(np.int64), 0)
    months = np.where(status == RETIRED, 180 + between(rng, 0, 260, size).astype(np.int64), months)
    return np.minimum(months, (np.maximum(age - WORKING_AGE, 0) * 12).astype(np.int64))


def _pensions(rng: np.random.Generator, status: Whole, education: Whole, age: Real) -> Real:
    """An employee's pension in the towns; for the others the resident's basic pension from sixty."""
    size = len(status)
    earned = 1900 + 420 * education + 900 * between(rng, 0, 1, size)
    basic = 142 + 60 * between(rng, 0, 1, size)
    return np.select(
        [status == RETIRED, (age >= 60) & (status != JOB) & (status != PUBLIC_POST)], [earned, basic], 0.0
    )
