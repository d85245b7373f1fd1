"""What a person or a firm may hold several of: certificates, and subsidies already paid."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens, pick
from guangyue.registries.synthetic.columns import choices, dates, fen, whole
from guangyue.registries.synthetic.trade import COMPANY, SMALL, TRADING, Trade

CERTIFICATE_KINDS = (
    "职业技能等级证书",
    "职业资格证书",
    "专项职业能力证书",
    "培训合格证书",
    "特种作业操作证书",
)
SPECIAL_OPERATIONS = 4  # the kind of certificate that only the first two occupations need
OCCUPATIONS = (
    "焊工",
    "电工",
    "保育员",
    "养老护理员",
    "家政服务员",
    "中式面点师",
    "育婴员",
    "电子商务师",
    "车工",
    "美容师",
)
LEVELS = 5

QUARTER_STARTS = (1, 4, 7, 10)
QUARTERS_KEPT = 8
PERSON_BENEFITS = ("高龄津贴", "残疾人两项补贴", "最低生活保障金", "社会保险补贴", "职业培训补贴")
FIRM_BENEFITS = ("一次性创业补贴", "稳岗返还")


def certificates(
    rng: np.random.Generator, holders: Truth, *, numbers: Whole, block: int, on: int
) -> pl.DataFrame:
    """One or two for each holder, earned within the last six years."""
    rows = np.flatnonzero(holders)
    rows = np.sort(np.concatenate([rows, rows[happens(rng, 0.22, len(rows))]]))
    size = len(rows)
    every = np.ones(size, dtype=np.bool_)
    kind = pick(rng, (0.42, 0.14, 0.16, 0.2, 0.08), size)
    occupation = pick(rng, [1.0] * len(OCCUPATIONS), size)
    occupation = np.where(kind == SPECIAL_OPERATIONS, occupation % 2, occupation)
    return pl.DataFrame(
        {
            "person": numbers[rows],
            "item": _items("Z", block, size),
            "since": dates(on - between(rng, 20, 2200, size).astype(np.int64), every),
            "kind": choices(CERTIFICATE_KINDS, kind),
            "occupation": choices(OCCUPATIONS, occupation),
            "level": whole(1 + pick(rng, (0.02, 0.06, 0.16, 0.3, 0.46), size)),
            "fee": fen(between(rng, 600, 2600, size), every, to=10),
        }
    )


def person_benefits(
    entitled: Sequence[tuple[Truth, Whole, Real]], *, trained: Truth, numbers: Whole, block: int, on: int
) -> pl.DataFrame:
    """What was paid by the quarter; `entitled` is who, since when, how much a month, in the titles' order."""
    quarters = _quarters(on)
    parts = [
        _paid(at, who & (since <= start), start, 3, monthly * 3)
        for at, (who, since, monthly) in enumerate(entitled)
        for start in quarters
    ]
    parts.append(_paid(len(entitled), trained, quarters[2] + 40, 1, np.full(len(trained), 1600.0)))
    return _payments("person", numbers, PERSON_BENEFITS, parts, letter="B", block=block)


def firm_benefits(
    rng: np.random.Generator, firms: Trade, *, codes: pl.Series, premium: Real, block: int, on: int
) -> pl.DataFrame:
    """What young small firms were given for starting, and what those that kept their staff got back."""
    size = len(firms.kind)
    company = (firms.kind == COMPANY) & (firms.status == TRADING)
    age = on - firms.registered
    started = company & (firms.size <= SMALL) & (age > 500) & (age < 2500) & happens(rng, 0.3, size)
    kept = company & (premium > 0) & (age > 900) & happens(rng, 0.5, size)
    parts = [
        _paid(0, started, on - np.maximum(age - 420, 30), 1, np.full(size, 15000.0)),
        _paid(1, kept, np.full(size, _quarters(on)[5] + 25), 12, premium / 2),
    ]
    return _payments("firm", codes, FIRM_BENEFITS, parts, letter="F", block=block)


def _quarters(on: int) -> list[int]:
    """First days of the last complete quarters, latest first."""
    month = int(np.datetime64(on, "D").astype("datetime64[M]").astype(int))
    latest = month - month % 3 - 3
    return [
        int(np.datetime64(latest - 3 * back, "M").astype("datetime64[D]").astype(int))
        for back in range(QUARTERS_KEPT)
    ]


Paid = tuple[Whole, Whole, Whole, Whole, Real]


def _paid(benefit: int, who: Truth, start: int | Whole, months: int, yuan: Real) -> Paid:
    rows = np.flatnonzero(who)
    begun = np.broadcast_to(np.asarray(start), who.shape)[rows]
    return rows, np.full(len(rows), benefit), begun, np.full(len(rows), months), yuan[rows]


def _payments(
    payee: str,
    payees: Whole | pl.Series,
    titles: Sequence[str],
    parts: Sequence[Paid],
    *,
    letter: str,
    block: int,
) -> pl.DataFrame:
    rows, benefit, start, months, yuan = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((benefit, start, rows))
    every = np.ones(len(rows), dtype=np.bool_)
    return pl.DataFrame(
        {
            payee: pl.Series(payees).gather(rows[order]),
            "item": _items(letter, block, len(rows)),
            "since": dates(start[order], every),
            "benefit": choices(titles, benefit[order]),
            "months": whole(months[order]),
            "amount": fen(yuan[order], every),
            "paid_on": dates(start[order] + months[order] * 30 + 12, every),
        }
    )


def _items(letter: str, block: int, size: int) -> pl.Series:
    return pl.Series([f"{letter}{block:03d}{nth:06d}" for nth in range(size)], dtype=pl.String)
