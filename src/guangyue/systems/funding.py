"""资金的边界: what the documents of a system say of its money beside who is owed it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.money import Money

KIND = "资金"


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
    listed_by: Clause
    published_by: Clause
    also_published: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def runs(self) -> Iterator[Runs]:
        """What is held to, clause by clause."""
        yield Runs(
            self.forbidden_by, KIND, f"{self.title}不得支出的用途，编制拨付批次时拦截", key="forbidden"
        )
        yield Runs(self.services_by, KIND, f"{self.title}的服务补助按比例控制", key="services")
        yield Runs(self.listed_by, KIND, f"{self.title}发放台账", key="ledger")
        yield Runs(
            self.published_by,
            KIND,
            f"{self.title}使用情况公示",
            key="notices",
            url=reverse("disclosure:notices"),
        )
