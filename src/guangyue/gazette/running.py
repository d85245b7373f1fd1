"""运行 as a value: what is so in the city because of a clause, said the same way by every mechanism."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from guangyue.gazette.document import Clause


@dataclass(frozen=True)
class Runs:
    """运行: one thing that is done, or is so, because of the clause it cites; `url` is the page where it can
    be seen.

    A declaration and the row it was enacted into say the same thing when they say it of the same clause, with
    the same `kind` and `key`.
    """

    cites: Clause
    kind: str  # 任免, 议事协调机构, 机构更名 …
    title: str
    key: str
    url: str = ""
    system: str = ""  # the number of the city's system that declares it

    @property
    def same(self) -> tuple[Clause, str, str]:
        return self.cites, self.kind, self.key


# What a mechanism's rows rest on, read in bulk; `settings.GUANGYUE_RUNNING` names all there are. With
# numbers, only what rests on those documents; None is all.
RunningRows = Callable[[Collection[str] | None], Iterable[Runs]]
