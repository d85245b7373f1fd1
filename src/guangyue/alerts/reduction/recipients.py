"""措施对象 as they stand today: what is known of an enterprise, a site or a haulier says what it must do."""

from dataclasses import dataclass

from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.measures import AbatementScheme, RecipientKind, Trait


@dataclass(frozen=True)
class Recipient:
    """措施对象: whoever gets orders. Of a school or the public nothing but the kind matters."""

    kind: RecipientKind
    sectors: frozenset[str] = frozenset()
    traits: frozenset[Trait] = frozenset()
    grade: Grade | None = None
    lines: int = 0


def enterprise(
    scheme: AbatementScheme,
    industry: str,
    *,
    grade: Grade = Grade.UNRATED,
    lines: int = 1,
    processes: tuple[str, ...] = (),
    listed: bool = True,
    guaranteed: bool = False,
    micro: bool = False,
    daily_trips: int = 0,
) -> Recipient:
    """涉气工业企业: its processes count beside its industry, its grade only where the industry is graded."""
    graded = industry in scheme.industries
    traits = {
        Trait.UNLISTED: not listed,
        Trait.GUARANTEED: guaranteed,
        Trait.MICRO: micro,
        Trait.BULK_HAULAGE: daily_trips > scheme.haulage_trips,
    }
    return Recipient(
        RecipientKind.ENTERPRISE,
        sectors=frozenset({industry, *processes}),
        traits=_held(traits),
        grade=grade if graded else None,
        lines=lines,
    )


def site(*, guaranteed: bool = False, dust_measures_met: bool = True) -> Recipient:
    """施工工地: a guaranteed one is spared only while it meets the dust measures of the province."""
    return Recipient(RecipientKind.SITE, traits=_held({Trait.GUARANTEED: guaranteed and dust_measures_met}))


def haulier(scheme: AbatementScheme, *, daily_trips: int, peoples_supply: bool = False) -> Recipient:
    """物流单位."""
    traits = {
        Trait.BULK_HAULAGE: daily_trips > scheme.haulage_trips,
        Trait.PEOPLES_SUPPLY: peoples_supply,
    }
    return Recipient(RecipientKind.HAULIER, traits=_held(traits))


def _held(traits: dict[Trait, bool]) -> frozenset[Trait]:
    return frozenset(trait for trait, holds in traits.items() if holds)
