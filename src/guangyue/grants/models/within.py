"""管辖: whose applications and decisions an official reaches."""

from collections.abc import Collection

from django.db.models import Q

from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation
from guangyue.systems.offered import offered


def rows_within(scope: Scope) -> Q:
    """Those of the regions covered and, where a reach names organisations, of the systems that one leads."""
    covered = Q(pk__in=())
    for reach in scope.reaches:
        if reach.regions is None:
            return Q()
        limits = Q(region__in=reach.regions)
        if reach.organisations is not None:
            limits &= Q(code__in=codes_led_by(reach.organisations))
        covered |= limits
    return covered


def codes_led_by(organisations: Collection[int]) -> list[str]:
    """The codes of what the systems of these organisations offer."""
    keys = set(Organisation.objects.filter(pk__in=organisations).values_list("key", flat=True))
    return [one.code for one in offered() if keys & {lead.key for lead in one.system.led_by}]
