"""The synthetic city, block by block: each is complete in itself, and a city of any size fits in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from guangyue.registries.synthetic.chance import Truth, Whole, generator, pick
from guangyue.registries.synthetic.drawn import Drawn
from guangyue.registries.synthetic.families import DAYS_A_YEAR, draw_families
from guangyue.registries.synthetic.hardship import recognise, weigh
from guangyue.registries.synthetic.health import ail
from guangyue.registries.synthetic.identifiers import BLOCKS_POSSIBLE
from guangyue.registries.synthetic.learning import NOT_ENROLLED, school
from guangyue.registries.synthetic.plan import Plan
from guangyue.registries.synthetic.settlements import settle
from guangyue.registries.synthetic.tables import Block, tabulate
from guangyue.registries.synthetic.trade import trade
from guangyue.registries.synthetic.work import employ, find_leads, statuses

PERSONS_A_BLOCK = 20_000
DAY = date(2021, 4, 30)  # the last day of the newest gazette the demo city is built from


@dataclass(frozen=True)
class SyntheticCity:
    """合成城市: the same people for the same plan, seed, size and day."""

    plan: Plan
    persons: int = PERSONS_A_BLOCK
    firms: int = 1_000
    seed: int = 1
    on: date = DAY

    def __post_init__(self) -> None:
        if not 0 < self.persons <= BLOCKS_POSSIBLE * PERSONS_A_BLOCK:
            raise ValueError(f"persons: 1 to {BLOCKS_POSSIBLE * PERSONS_A_BLOCK}")
        if not self.size <= self.firms <= self.persons:
            raise ValueError(f"firms: {self.size} to {self.persons}, one a block and no more than persons")

    @property
    def size(self) -> int:
        """How many blocks there are."""
        return -(-self.persons // PERSONS_A_BLOCK)

    def blocks(self) -> Iterator[Block]:
        return (self.block(at) for at in range(self.size))

    def block(self, at: int) -> Block:
        """One block, whatever was made before it."""
        persons = min(PERSONS_A_BLOCK, self.persons - at * PERSONS_A_BLOCK)
        first_firm = self.firms * at // self.size
        firms = self.firms * (at + 1) // self.size - first_firm
        rng = generator(self.seed, at)
        drawn = _draw(rng, self, at, persons=persons, firms=firms)
        return tabulate(rng, drawn, first_person=at * PERSONS_A_BLOCK + 1, first_firm=first_firm)


def _draw(rng: np.random.Generator, city: SyntheticCity, block: int, *, persons: int, firms: int) -> Drawn:
    """Each step is drawn from those before it: that is what makes the city hang together."""
    on = (city.on - date(1970, 1, 1)).days
    ground = settle(rng, city.plan, persons=persons, firms=firms, block=block)
    people = draw_families(rng, persons)
    home = ground.homes[pick(rng, [1.0] * len(ground.homes), int(people.household[-1]) + 1)]
    urban: Truth = ground.urban[home][people.household]
    born = on - (people.age * DAYS_A_YEAR).astype(np.int64) - 1
    born_in = born.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    learning = school(rng, age=people.age, born=born_in, urban=urban, on=on)
    health = ail(rng, age=people.age, on=on)
    alive: Truth = health.died == 0
    doing = statuses(
        rng,
        age=people.age,
        male=people.male,
        urban=urban,
        education=learning.education,
        severe=health.severe,
        at_school=learning.enrolled != NOT_ENROLLED,
        alive=alive,
    )
    traders = trade(rng, ground, firms=firms, city=city.plan.title, on=on)
    district: Whole = ground.district[home][people.household]
    able = (
        alive & (people.age >= 22) & (people.age < 66) & ~health.severe & (learning.enrolled == NOT_ENROLLED)
    )
    leads = find_leads(rng, traders, able=able, district=district)
    work = employ(
        rng,
        doing,
        traders,
        leads,
        age=people.age,
        district=district,
        education=learning.education,
        alive=alive,
        on=on,
    )
    means = weigh(rng, people, work, health, urban=ground.urban[home], alive=alive, on=on)
    return Drawn(
        plan=city.plan,
        block=block,
        on=on,
        ground=ground,
        home=home,
        people=people,
        urban=urban,
        born=born,
        born_in=born_in,
        alive=alive,
        learning=learning,
        health=health,
        firms=traders,
        leads=leads,
        work=work,
        means=means,
        difficulty=recognise(rng, people, work, health, means, alive=alive, on=on),
    )
