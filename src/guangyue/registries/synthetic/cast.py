"""角色: the two of the synthetic city that a visitor steps in as; the same two for the same city."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from guangyue.registries.synthetic.tables import Block

SMALLEST_FAMILY = 3
FEWEST_STAFF = 5


@dataclass(frozen=True)
class Cast:
    """The number of the citizen, and the credit code of the firm; None in a city too small to have one."""

    citizen: int | None
    firm: str | None


def cast_of(block: Block) -> Cast:
    """A graduate who works for himself, with a certificate, and a young small firm with staff: much is known
    of both, and much is owed to them."""
    persons, certificates = block.persons, block.certificates
    working = persons.filter(
        ~pl.col("deceased")
        & (pl.col("employment") == "灵活就业")
        & (pl.len().over("household") >= SMALLEST_FAMILY)
    )
    skilled = working.filter(pl.col("person").is_in(certificates["person"].implode()))
    insured = skilled.filter(
        (pl.col("insurance") == "灵活就业人员")
        & (pl.col("employment_since") <= pl.col("graduated_on").dt.offset_by("2y"))
    )
    firms = block.firms.filter(
        (pl.col("status") == "在营")
        & (pl.col("kind") == "企业")
        & pl.col("legal_representative").is_not_null()
    )
    staffed = firms.filter(pl.col("size").is_in(("微型", "小型")) & (pl.col("insured") >= FEWEST_STAFF))
    newest = pl.col("registered_on").max()
    young = staffed.filter(
        pl.col("first_licence")
        & pl.col("registered_on").is_between(newest.dt.offset_by("-4y"), newest.dt.offset_by("-15mo"))
    )
    return Cast(
        citizen=_foremost(insured, skilled, working, persons).get("person"),
        firm=_foremost(young, staffed, firms, block.firms).get("firm"),
    )


def _foremost(*choices: pl.DataFrame) -> dict[str, Any]:
    """Of the first table that has any row, the first in the district that comes first."""
    for rows in choices:
        if rows.height:
            return rows.sort("district", maintain_order=True).row(0, named=True)
    return {}
