"""From a design to what is merged: each matter with the situations that are asked for. Knows no database."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from guangyue.bundles.design import Choice, Design, ThemePart
from guangyue.matters.declaration import Declaration, Flag, FormField, Material, Variant

Declared = Mapping[str, Declaration]


class DesignBroken(Exception):
    """The design names what its matters do not have, or no longer."""


@dataclass(frozen=True)
class Piece:
    """One matter as it goes into a theme: what it asks for, what its result is, how long it takes."""

    key: str
    title: str
    materials: tuple[Material, ...] = ()
    fields: tuple[FormField, ...] = ()
    produces: tuple[str, ...] = ()
    days: int = 1
    after: tuple[str, ...] = ()
    variant: str = ""
    outside_hall: str = ""  # why it enters neither the hall nor the net
    wholly_online: bool = False


def whole(design: Design, declared: Declared) -> tuple[Piece, ...]:
    """Each matter with all situations that the theme can lead to, as if all were asked for."""
    return tuple(_pieces(design, declared, lambda part: part.choices))


def chosen(design: Design, declared: Declared, answers: Mapping[str, str]) -> tuple[Piece, ...]:
    """The matters of these answers; one whose condition is not met drops out, and nobody waits for it."""

    def of(part: ThemePart) -> tuple[Choice, ...]:
        found = part.chosen(answers)
        return (found,) if found else ()

    return tuple(_pieces(design, declared, of))


def _pieces(
    design: Design, declared: Declared, of: Callable[[ThemePart], tuple[Choice, ...]]
) -> Iterator[Piece]:
    included = {part.matter for part in design.parts if of(part)}
    for part in design.parts:
        if part.matter not in included:
            continue
        matter = declared.get(part.matter)
        if matter is None:
            raise DesignBroken(f"没有事项 {part.matter}")
        yield _piece(part, matter, _variants(matter, of(part)), included)


def _piece(part: ThemePart, matter: Declaration, variants: tuple[Variant, ...], included: set[str]) -> Piece:
    online = Flag.WHOLLY_ONLINE in matter.flags
    materials = (one for variant in variants for one in matter.materials_of(variant))
    fields = (one for variant in variants for one in matter.fields_of(variant))
    return Piece(
        key=part.matter,
        title=matter.name,
        materials=tuple({one.code: one for one in materials}.values()),
        fields=tuple({one.key: one for one in fields}.values()),
        produces=matter.produces,
        days=max(matter.promised(variant) for variant in variants),
        after=tuple(code for code in part.after if code in included),
        variant=variants[0].key if len(variants) == 1 else "",
        outside_hall="" if online else matter.exception,
        wholly_online=online,
    )


def _variants(matter: Declaration, choices: tuple[Choice, ...]) -> tuple[Variant, ...]:
    offered = {variant.key: variant for variant in matter.variants}
    named = dict.fromkeys(choice.variant for choice in choices)
    if strange := [key for key in named if key not in offered]:
        raise DesignBroken(f"事项“{matter.name}”没有情形 {'、'.join(strange)}")
    return tuple(offered[key] for key in named)
