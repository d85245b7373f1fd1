"""运行 as a value: what is so in the city because of a clause, said the same way by every mechanism."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from guangyue.gazette.document import Clause


@dataclass(frozen=True)
class Runs:
    """运行: one thing that is done, or is so, because of the clause it cites; `url` is the page where it can
    be seen, `system` the number of the city's system that declares it."""

    cites: Clause
    kind: str  # 任免, 议事协调机构, 机构更名 …
    title: str
    url: str = ""
    system: str = ""

    @property
    def same(self) -> tuple[Clause, str, str]:
        """What two sayings of one thing have in common: a declaration, and the row it was enacted into."""
        return self.cites, self.kind, self.url or self.title


# What a mechanism's rows rest on, read in bulk; settings.GUANGYUE_RUNNING names all of them. With numbers,
# only what rests on those documents; None is all.
RunningRows = Callable[[Collection[str] | None], Iterable[Runs]]
