"""Numbers that are well formed and cannot belong to anyone.

A 公民身份号码 opens with six digits of GB/T 2260. No province of that standard begins with 39, and none ever
did, so a number that opens with 39 passes every check of its form and belongs to nobody. The two digits
after it count blocks of the synthetic city, the next two stand for the district: 391502 is block 0 of
371502. Credit codes carry the same six digits where the registering authority's region stands.
"""

from collections.abc import Sequence

import numpy as np
import polars as pl

from guangyue.kit.identities import (
    CREDIT_CHARACTERS,
    CREDIT_WEIGHTS,
    ID_CHECK_CHARACTERS,
    ID_WEIGHTS,
    ORGANISATION_CHARACTERS,
    ORGANISATION_CHECK_CHARACTERS,
    ORGANISATION_WEIGHTS,
)
from guangyue.registries.synthetic.plan import District

IMPOSSIBLE_PROVINCE = "39"
FIRST_PREFECTURE = 15
PREFECTURES = 100
NUMBERS_A_BLOCK = 100  # of the thousand sequence numbers of a region and birthday
BLOCKS_POSSIBLE = PREFECTURES * 9

LETTERS = len(CREDIT_CHARACTERS)
SERIAL_LENGTH = 6
SHUFFLE = 613_201_037  # coprime to 31: neighbours get codes far apart, and no two the same


def region_codes(districts: Sequence[District], block: int) -> list[str]:
    """The impossible region code of each district in this block."""
    prefecture = (FIRST_PREFECTURE + block) % PREFECTURES
    return [f"{IMPOSSIBLE_PROVINCE}{prefecture:02d}{district.digits}" for district in districts]


def identity_numbers(*, regions: pl.Series, birth_dates: pl.Series, male: pl.Series, block: int) -> pl.Series:
    """公民身份号码 for each row: no two alike, odd sequence numbers for men and even ones for women."""
    people = pl.DataFrame({"region": regions, "birth": birth_dates, "male": male})
    nth = pl.int_range(pl.len()).over("region", "birth", "male")
    sequence = block // PREFECTURES * NUMBERS_A_BLOCK + 2 * (nth + 1) - pl.col("male").cast(pl.Int64)
    body = people.select(
        pl.col("region").cast(pl.Int64) * 10**11
        + pl.col("birth").dt.year().cast(pl.Int64) * 10**7
        + pl.col("birth").dt.month().cast(pl.Int64) * 10**5
        + pl.col("birth").dt.day().cast(pl.Int64) * 10**3
        + sequence
    ).to_series()
    numbers = body.to_numpy()
    digits = numbers[:, None] // 10 ** np.arange(16, -1, -1) % 10
    checks = np.array(list(ID_CHECK_CHARACTERS))[(digits * ID_WEIGHTS).sum(axis=1) % 11]
    return body.cast(pl.String) + pl.Series(checks.tolist())


def credit_codes(*, regions: Sequence[str], kinds: Sequence[str], first: int) -> list[str]:
    """统一社会信用代码 for each firm; `kinds` are the characters after the 9, `first` counts from where."""
    serials = (first + np.arange(len(regions))) * SHUFFLE % LETTERS**SERIAL_LENGTH
    places = serials[:, None] // LETTERS ** np.arange(SERIAL_LENGTH - 1, -1, -1) % LETTERS
    marked = np.array(list(CREDIT_CHARACTERS))[places].tolist()
    organisations = _checked(
        ["MA" + "".join(row) for row in marked],
        ORGANISATION_CHARACTERS,
        ORGANISATION_WEIGHTS,
        ORGANISATION_CHECK_CHARACTERS,
    )
    stems = [
        f"9{kind}{region}{code}" for kind, region, code in zip(kinds, regions, organisations, strict=True)
    ]
    return _checked(stems, CREDIT_CHARACTERS, CREDIT_WEIGHTS, CREDIT_CHARACTERS)


def _checked(stems: Sequence[str], characters: str, weights: Sequence[int], checks: str) -> list[str]:
    """Each stem with the character that makes its weighted sum come out even."""
    values = np.array([[characters.index(each) for each in stem] for stem in stems], dtype=np.int64)
    rests = -(values.reshape(len(stems), len(weights)) * weights).sum(axis=1) % len(checks)
    return [stem + checks[rest] for stem, rest in zip(stems, rests.tolist(), strict=True)]
