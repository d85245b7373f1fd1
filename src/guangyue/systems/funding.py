"""资金的边界: what the documents of a system say of its money beside who is owed it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from guangyue.gazette.document import Clause
from guangyue.kit.money import Money


class Limit(Protocol):
    """The most that services may take of a year's money."""

    def __call__(self, *, upper: Money, own: Money) -> Money: ...


@dataclass(frozen=True)
class Funding:
    """资金: what it must not be spent on, how much of it services may take, and what is made public of it.

    `also_published` are the columns that a notice has beside name, number, standard and amount, by the keys
    of the offers.
    """

    title: str
    forbids: Callable[[str], bool]
    forbidden_by: Clause
    services_at_most: Limit
    services_by: Clause
    published_by: Clause
    also_published: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
