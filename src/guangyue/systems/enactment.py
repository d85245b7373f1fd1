"""施行: what the city declares is put into the database. Doing it again adds what is new and changes
nothing."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.organisations.services.register import know_organisations, know_regions, know_sightings
from guangyue.systems.system import City


def declared_city() -> City:
    """The city that the settings name."""
    city = import_string(settings.GUANGYUE_CITY)
    if not isinstance(city, City):
        raise TypeError(f"{settings.GUANGYUE_CITY} is no City")
    return city


@transaction.atomic
def enact(city: City, *, at: datetime) -> None:
    know_regions(city.regions)
    know_organisations(city.organisations, city.names)
    know_sightings(city.sightings)
    for system in city.systems:
        for demand in system.demands:
            demand.enact(at)
