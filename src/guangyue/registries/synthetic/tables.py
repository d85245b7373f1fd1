"""What was drawn for a block, as tables."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from guangyue.registries.synthetic import firm_tables, person_tables
from guangyue.registries.synthetic.columns import dates
from guangyue.registries.synthetic.drawn import Drawn
from guangyue.registries.synthetic.identifiers import credit_codes, identity_numbers, region_codes
from guangyue.registries.synthetic.trade import FIRM_LETTERS


@dataclass(frozen=True)
class Block:
    """街区: so many persons with all that hangs on them. Columns are named after the facts they hold."""

    places: pl.DataFrame
    households: pl.DataFrame
    persons: pl.DataFrame
    firms: pl.DataFrame
    certificates: pl.DataFrame
    person_benefits: pl.DataFrame
    firm_benefits: pl.DataFrame
    earlier: pl.DataFrame


def tabulate(rng: np.random.Generator, drawn: Drawn, *, first_person: int, first_firm: int) -> Block:
    numbers = first_person + np.arange(len(drawn.born))
    regions = region_codes(drawn.plan.districts, drawn.block)
    identities = identity_numbers(
        regions=pl.Series(regions).gather(drawn.ground.district[drawn.home[drawn.people.household]]),
        birth_dates=dates(drawn.born, np.ones_like(drawn.alive)),
        male=pl.Series(drawn.people.male),
        block=drawn.block,
    )
    codes = credit_codes(
        regions=[regions[at] for at in drawn.firms.district.tolist()],
        kinds=[FIRM_LETTERS[kind] for kind in drawn.firms.kind.tolist()],
        first=first_firm,
    )
    households = pl.Series([f"39{drawn.block:03d}{nth:05d}" for nth in range(len(drawn.home))])
    firms = pl.Series(codes, dtype=pl.String)
    premium = firm_tables.unemployment_premiums(rng, drawn)
    return Block(
        places=drawn.ground.places,
        households=person_tables.households(rng, drawn, households=households),
        persons=person_tables.persons(
            rng, drawn, numbers=numbers, identities=identities, households=households, firms=firms
        ),
        firms=firm_tables.firms(
            rng, drawn, first=first_firm, codes=firms, identities=identities, premium=premium
        ),
        certificates=person_tables.certificates(rng, drawn, numbers=numbers),
        person_benefits=person_tables.benefits(drawn, numbers=numbers),
        firm_benefits=firm_tables.benefits(rng, drawn, codes=firms, premium=premium),
        earlier=person_tables.earlier(drawn, numbers=numbers),
    )
