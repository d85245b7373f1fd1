"""角色: the two of the synthetic city that a visitor steps in as; the same two for the same city."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from guangyue.registries.synthetic.tables import Block

SMALLEST_FAMILY = 3
HARD_TO_PLACE = ("大龄失业", "残疾", "低保家庭", "零就业家庭", "长期失业")


@dataclass(frozen=True)
class Cast:
    """The number of the citizen, and the credit code of the firm; None in a city too small to have one."""

    citizen: int | None
    firm: str | None


def cast_of(block: Block) -> Cast:
    """Somebody of whom much is known and to whom much is owed, and a small firm with staff."""
    persons, certificates = block.persons, block.certificates
    working = persons.filter(
        (pl.col("birth_date").dt.year() < 1990)
        & ~pl.col("deceased")
        & (pl.col("relation") == "户主")
        & (pl.col("employment") == "灵活就业")
        & (pl.len().over("household") >= SMALLEST_FAMILY)
    )
    hard = working.filter(pl.col("hardship").is_in(HARD_TO_PLACE))
    skilled = hard.filter(pl.col("person").is_in(certificates["person"].implode()))
    firms = block.firms.filter(
        (pl.col("status") == "在营")
        & (pl.col("kind") == "企业")
        & pl.col("legal_representative").is_not_null()
    )
    staffed = firms.filter((pl.col("size") == "小型") & (pl.col("insured") >= 10))
    return Cast(
        citizen=_foremost(skilled, hard, working, persons).get("person"),
        firm=_foremost(staffed, firms, block.firms).get("firm"),
    )


def _foremost(*choices: pl.DataFrame) -> dict[str, Any]:
    """Of the first table that has any row, the first in the district that comes first."""
    for rows in choices:
        if rows.height:
            return rows.sort("district", maintain_order=True).row(0, named=True)
    return {}
