"""What a version of a theme combines for the answers given, by what its matters say today."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.bundles.design import Design
from guangyue.bundles.merging import Merged, merge
from guangyue.bundles.models import ThemeVersion
from guangyue.bundles.pieces import Declared, DesignBroken, chosen, whole
from guangyue.bundles.refusals import NotOffered
from guangyue.bundles.services.declared import declarations


@dataclass(frozen=True)
class Combination:
    """一件事 of these answers: what is merged, and what each matter says by itself."""

    merged: Merged
    declared: Declared


def whole_of(design: Design, declared: Declared, *, fetched: Mapping[str, str]) -> Merged | None:
    """All situations together; None where the matters no longer are what the design takes them for."""
    try:
        return merge(whole(design, declared), fetched=fetched)
    except DesignBroken:
        return None


def combination_of(version: ThemeVersion, situation: Mapping[str, str]) -> Combination:
    """Refused where its matters no longer are what the version takes them for."""
    design = version.designed
    declared = declarations(design.matters)
    try:
        pieces = chosen(design, declared, situation)
    except DesignBroken as fault:
        raise NotOffered from fault
    return Combination(merge(pieces, fetched=version.fetched), declared)
