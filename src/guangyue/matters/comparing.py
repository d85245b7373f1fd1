"""三级十同 compared: where units say otherwise than the city, one violation for each element. Knows no
database."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.matters.elements import Element, Said, alike

CITY = "市"


@dataclass(frozen=True)
class Violation:
    """不一致: an element, what the city says of it, and each unit that says otherwise."""

    element: Element
    city: Said
    others: tuple[tuple[str, Said], ...]

    @property
    def units(self) -> list[str]:
        return [CITY, *(unit for unit, _ in self.others)]

    def __str__(self) -> str:
        return f"{self.element.value}和市级不一致：{'、'.join(unit for unit, _ in self.others)}"


def violations(
    city: Mapping[Element, Said], reported: Mapping[str, Mapping[Element, Said]]
) -> list[Violation]:
    """One for each element that some unit says otherwise. What a unit has not reported is not compared; a
    promise of its own that stands apart from the elements is none."""
    found = []
    for element in Element:
        others = tuple(
            (unit, said[element])
            for unit, said in reported.items()
            if element in said and element in city and not alike(element, said[element], city[element])
        )
        if others:
            found.append(Violation(element, city[element], others))
    return found


def read_elements(reported: Mapping[str, Said]) -> dict[Element, Said]:
    """What a unit reported, by element; what is no element is left out."""
    named = {one.value: one for one in Element}
    return {named[title]: said for title, said in reported.items() if title in named}


def told(said: object) -> str:
    """A value of an element, as people read it."""
    if isinstance(said, list | tuple):
        return "；".join(str(one) for one in said) or "无"
    return "无" if said in (None, "") else str(said)
