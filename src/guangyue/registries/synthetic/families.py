"""Who lives with whom: households by their kind, and the ages that such households have."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, around, between, happens, pick
from guangyue.registries.synthetic.names import surnames

DAYS_A_YEAR = 365.2425

HEAD, SPOUSE, CHILD, PARENT, GRANDCHILD = range(5)
RELATIONS = ("户主", "配偶", "子女", "父母", "孙子女")
SLOTS = (
    HEAD,
    SPOUSE,
    CHILD,
    CHILD,
    CHILD,
    PARENT,
    PARENT,
)  # the seats of a household; the last two are father, mother

# The share of households of each kind.
(
    ELDER_ALONE,
    ELDERS,
    ADULT_ALONE,
    COUPLE,
    ONE_CHILD,
    TWO_CHILDREN,
    THREE_CHILDREN,
    ONE_PARENT,
    GENERATIONS,
    SKIPPED,
) = range(10)
KIND_SHARES = (0.085, 0.145, 0.08, 0.115, 0.165, 0.205, 0.045, 0.04, 0.1, 0.02)
PERSONS_A_HOUSEHOLD = 2.5  # fewer than there are, so that enough households are always drawn


@dataclass(frozen=True)
class Families:
    """家庭: one row a person, in the order of their households."""

    household: Whole
    relation: Whole
    male: Truth
    age: Real
    surname: Whole
    kind: Whole


def draw_families(rng: np.random.Generator, persons: int) -> Families:
    """So many persons, household by household; the last household may be cut short."""
    households = int(persons / PERSONS_A_HOUSEHOLD) + 8
    kinds = pick(rng, KIND_SHARES, households)
    ages = _ages(rng, kinds)
    male = _men(rng, kinds)
    family = _surnames(rng, kinds, male)
    household, slot = np.nonzero(~np.isnan(ages))
    household, slot = household[:persons], slot[:persons]
    relation = np.array(SLOTS)[slot]
    relation = np.where((kinds[household] == SKIPPED) & (relation == CHILD), GRANDCHILD, relation)
    return Families(
        household=household,
        relation=relation,
        male=male[household, slot],
        age=ages[household, slot],
        surname=family[household, slot],
        kind=kinds[household],
    )


def _ages(rng: np.random.Generator, kinds: Whole) -> Real:
    """Age in years for every seat of every household, not a number where nobody sits."""
    size = len(kinds)
    ages = np.full((size, len(SLOTS)), np.nan)
    elder = np.isin(kinds, (ELDER_ALONE, ELDERS, SKIPPED))
    eldest_child = between(rng, 0.0, 1.0, size) ** 1.15 * 25
    mother_at_birth = np.clip(around(rng, 25.5, 3.6, size), 19, 40)
    ages[:, 0] = np.select(
        [elder, kinds == ADULT_ALONE, kinds == COUPLE],
        [
            between(rng, 0, 1, size) ** 1.6 * 33 + np.where(kinds == SKIPPED, 55, 60),
            between(rng, 19, 59, size),
            np.where(happens(rng, 0.3, size), between(rng, 24, 34, size), between(rng, 45, 67, size)),
        ],
        mother_at_birth + eldest_child + 1.8,
    )
    paired = ~np.isin(kinds, (ELDER_ALONE, ADULT_ALONE, ONE_PARENT)) & ~(
        (kinds == SKIPPED) & happens(rng, 0.4, size)
    )
    ages[:, 1] = np.where(paired, np.maximum(ages[:, 0] - around(rng, 1.8, 2.0, size), 20), np.nan)
    _seat_children(rng, kinds, eldest_child, ages)
    _seat_parents(rng, kinds, ages)
    return ages


def _seat_children(rng: np.random.Generator, kinds: Whole, eldest: Real, ages: Real) -> None:
    size = len(kinds)
    more = np.select(
        [
            kinds == ONE_CHILD,
            kinds == TWO_CHILDREN,
            kinds == THREE_CHILDREN,
            kinds == ONE_PARENT,
            kinds == GENERATIONS,
        ],
        [0, 1, 2, happens(rng, 0.35, size), happens(rng, 0.6, size)],
        default=-1,
    )
    second = eldest - between(rng, 1.3, 6.5, size)
    third = second - between(rng, 1.3, 5.0, size)
    ages[:, 2] = np.where(more >= 0, eldest, np.nan)
    ages[:, 3] = np.where((more >= 1) & (second >= 0), second, np.nan)
    ages[:, 4] = np.where((more >= 2) & (third >= 0), third, np.nan)
    grandchild = between(rng, 1.5, 15, size)
    ages[:, 2] = np.where(kinds == SKIPPED, np.minimum(grandchild, ages[:, 0] - 42), ages[:, 2])


def _seat_parents(rng: np.random.Generator, kinds: Whole, ages: Real) -> None:
    size = len(kinds)
    father = ages[:, 0] + np.clip(around(rng, 26, 3, size), 19, 40)
    mother = father - around(rng, 1.5, 1.5, size)
    for seat, age, longevity in ((5, father, 88), (6, mother, 93)):
        alive = happens(rng, np.clip((longevity - age) / 28, 0, 1), size) & (age < 101)
        ages[:, seat] = np.where((kinds == GENERATIONS) & alive, age, np.nan)


def _men(rng: np.random.Generator, kinds: Whole) -> Truth:
    size = len(kinds)
    male = happens(rng, 0.52, size * len(SLOTS)).reshape(size, len(SLOTS))
    male[:, 0] = np.where(
        np.isin(kinds, (ELDER_ALONE, ONE_PARENT)),
        happens(rng, 0.38, size),
        np.where(kinds == ADULT_ALONE, happens(rng, 0.58, size), happens(rng, 0.88, size)),
    )
    male[:, 1] = ~male[:, 0]
    male[:, 5], male[:, 6] = True, False
    return male


def _surnames(rng: np.random.Generator, kinds: Whole, male: Truth) -> Whole:
    """Children and the father bear the name of the man of the house."""
    size = len(kinds)
    own, married = surnames(rng, size), surnames(rng, size)
    family = np.stack([own, married, own, own, own, own, surnames(rng, size)], axis=1)
    wife_heads = ~male[:, 0] & (kinds != ONE_PARENT)
    family[:, 2:5] = np.where(wife_heads[:, None], married[:, None], family[:, 2:5])
    return family
