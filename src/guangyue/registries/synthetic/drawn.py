"""Everything drawn for one block, before it becomes tables."""

from dataclasses import dataclass

from guangyue.registries.synthetic.chance import Truth, Whole
from guangyue.registries.synthetic.families import Families
from guangyue.registries.synthetic.hardship import Difficulty, Means
from guangyue.registries.synthetic.health import Health
from guangyue.registries.synthetic.learning import Learning
from guangyue.registries.synthetic.plan import Plan
from guangyue.registries.synthetic.settlements import Settlements
from guangyue.registries.synthetic.trade import Trade
from guangyue.registries.synthetic.work import Leads, Work


@dataclass(frozen=True)
class Drawn:
    """One row a person, household, firm or place; days since 1970, yuan a month, choices by their place."""

    plan: Plan
    block: int
    on: int
    ground: Settlements
    home: Whole  # of each household: the place it lives at
    people: Families
    urban: Truth
    born: Whole
    born_in: Whole
    alive: Truth
    learning: Learning
    health: Health
    firms: Trade
    leads: Leads
    work: Work
    means: Means
    difficulty: Difficulty
