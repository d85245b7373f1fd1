"""`guangyue enact`: put what the city declares into the database."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from guangyue.systems.enactment import declared_city, enact


class Command(BaseCommand):
    help = "Put the city's regions, organisations and demands into the database; again adds only what is new."

    def handle(self, *args: Any, **options: Any) -> None:
        city = declared_city()
        enact(city, at=timezone.now())
        demands = sum(len(system.demands) for system in city.systems)
        self.stdout.write(f"{city.name}: {len(city.systems)} systems, {demands} demands enacted")
