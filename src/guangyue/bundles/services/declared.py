"""What the matters of a theme say now, and what the city's documents demand of themes."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

from guangyue.bundles.design import DataBundle, Included
from guangyue.bundles.models import Connection
from guangyue.bundles.wishes import CountThemes, GatherData, IncludeMatters
from guangyue.matters.declaration import Declaration
from guangyue.matters.models import Matter
from guangyue.systems.enactment import declared_city


def declarations(codes: Collection[str]) -> Mapping[str, Declaration]:
    """Of the matters that can be applied for now."""
    rows = Matter.objects.open().filter(code__in=codes).select_related("current")
    return {one.code: one.current.declared for one in rows if one.current}


def fingerprints(codes: Collection[str]) -> Mapping[str, str]:
    """What the matters say now, each in its mark; empty for one that cannot be applied for."""
    found = dict(Matter.objects.open().filter(code__in=codes).values_list("code", "current__fingerprint"))
    return {code: found.get(code) or "" for code in codes}


def connected(theme: str, *, on: date) -> frozenset[str]:
    """数据项 whose source is connected on that day."""
    return frozenset(Connection.objects.filter(theme=theme, on__lte=on).values_list("item", flat=True))


def fetched(theme: str, *, on: date) -> Mapping[str, str]:
    """材料 that are had from connected sources, and from whom."""
    bundle = data_bundle(theme)
    return bundle.fetched(connected(theme, on=on)) if bundle else {}


def data_bundle(theme: str) -> DataBundle | None:
    return next((one for one in data_bundles() if one.theme == theme), None)


def data_bundles() -> tuple[DataBundle, ...]:
    return tuple(one.bundle for one in _demands() if isinstance(one, GatherData))


def included() -> tuple[Included, ...]:
    return tuple(one.included for one in _demands() if isinstance(one, IncludeMatters))


def target() -> CountThemes | None:
    """The plan: how many themes there shall be, and by which day."""
    return next((one for one in _demands() if isinstance(one, CountThemes)), None)


@cache
def _demands() -> tuple[object, ...]:
    return tuple(demand for system in declared_city().systems for demand in system.demands)
