"""Firms as tables: what they registered, and what follows from the people who work in them."""

import numpy as np
import polars as pl

from guangyue.registries.synthetic import records, trade
from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens
from guangyue.registries.synthetic.columns import choices, dates, doubt, fen, only, whole
from guangyue.registries.synthetic.drawn import Drawn
from guangyue.registries.synthetic.work import BASE_LEAST, BASE_MOST, EMPLOYEE

UNEMPLOYMENT_RATE = 0.007 * 12  # of a month's base, for a year
AVERAGE_BASE = 4300.0
HIGH_TECH_INDUSTRIES = (0, 5, 8)


def firms(
    rng: np.random.Generator,
    drawn: Drawn,
    *,
    first: int,
    codes: pl.Series,
    identities: pl.Series,
    premium: Real,
) -> pl.DataFrame:
    firms, places = drawn.firms, drawn.ground.places
    size = len(firms.kind)
    trading: Truth = firms.status == trade.TRADING
    insured = _insured(drawn) + firms.outside
    risk = trade.credit_risks(rng, size)
    led: Truth = drawn.leads.person >= 0
    return pl.DataFrame(
        {
            "serial": pl.Series(first + 1 + np.arange(size)),
            "firm": codes,
            "place": places["place"].gather(firms.place),
            "district": places["district"].gather(firms.place),
            "township": places["township"].gather(firms.place),
            "name": pl.Series(firms.names, dtype=pl.String),
            "kind": choices(trade.FIRM_KINDS, firms.kind),
            "industry": choices([title for title, _, _ in trade.INDUSTRIES], firms.industry),
            "status": choices(trade.STATUSES, firms.status),
            "status_since": dates(np.where(trading, firms.registered, firms.closed), np.ones_like(trading)),
            "registered_on": dates(firms.registered, np.ones_like(trading)),
            "capital": fen(
                np.array((30, 300, 3000, 20000))[firms.size] * 1e4 * between(rng, 0.3, 3, size),
                firms.kind == trade.COMPANY,
                to=10_000,
            ),
            "legal_representative": only(identities.gather(np.maximum(drawn.leads.person, 0)), led),
            "first_licence": doubt(rng, pl.Series(happens(rng, 0.8, size)), 0.06),
            "size": doubt(rng, choices(trade.SIZES, firms.size), 0.03),
            "staff": whole(_employed(drawn) + firms.outside, trading),
            "insured": whole(insured, trading),
            "layoffs": doubt(rng, whole(_layoffs(rng, insured), trading), 0.02),
            "turnover": doubt(rng, fen(_turnover(rng, drawn), trading, to=1000), 0.06),
            "unemployment_premium": fen(premium, trading),
            "tax_grade": choices(trade.TAX_GRADES, trade.tax_grades(rng, risk), trading),
            "credit_risk": choices(trade.CREDIT_RISKS, risk),
            "high_tech": pl.Series(
                np.isin(firms.industry, HIGH_TECH_INDUSTRIES)
                & (firms.kind == trade.COMPANY)
                & trading
                & happens(rng, 0.1, size)
            ),
            "emission": choices(trade.EMISSIONS, np.where(trading, trade.emissions(rng, firms.industry), 0)),
            "incubated": pl.Series(
                trading
                & (firms.size == trade.MICRO)
                & (drawn.on - firms.registered < 1100)
                & happens(rng, 0.12, size)
            ),
        }
    )


def unemployment_premiums(rng: np.random.Generator, drawn: Drawn) -> Real:
    """Yuan each firm paid for 失业保险 last year."""
    work, size = drawn.work, len(drawn.firms.kind)
    insured = work.insurance == EMPLOYEE
    base = np.clip(work.wage, BASE_LEAST, BASE_MOST) * insured
    bases = np.bincount(work.employer[work.employer >= 0], weights=base[work.employer >= 0], minlength=size)
    bases = bases + drawn.firms.outside * AVERAGE_BASE
    return np.asarray(np.round(bases * UNEMPLOYMENT_RATE * between(rng, 0.85, 1.0, size), 2))


def benefits(rng: np.random.Generator, drawn: Drawn, *, codes: pl.Series, premium: Real) -> pl.DataFrame:
    return records.firm_benefits(
        rng, drawn.firms, codes=codes, premium=premium, block=drawn.block, on=drawn.on
    )


def _employed(drawn: Drawn) -> Whole:
    """How many of the block's people work in each firm."""
    return np.bincount(drawn.work.employer[drawn.work.employer >= 0], minlength=len(drawn.firms.kind))


def _insured(drawn: Drawn) -> Whole:
    covered = (drawn.work.employer >= 0) & (drawn.work.insurance == EMPLOYEE)
    return np.bincount(drawn.work.employer[covered], minlength=len(drawn.firms.kind))


def _layoffs(rng: np.random.Generator, insured: Whole) -> Whole:
    """Last year's: none in most firms, up to a tenth in some."""
    some = happens(rng, 0.28, len(insured))
    return np.where(some, np.ceil(insured * between(rng, 0, 0.1, len(insured))), 0).astype(np.int64)


def _turnover(rng: np.random.Generator, drawn: Drawn) -> Real:
    heads = _employed(drawn) + drawn.firms.outside + 1
    return np.asarray(heads * between(rng, 60_000, 420_000, len(heads)))
