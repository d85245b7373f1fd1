"""What a document can demand of the catalogue: that a matter is offered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.plain import fingerprint
from guangyue.matters.declaration import Declaration, Level
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.services import propose_version, release_version
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import Organisation
from guangyue.organisations.services.register import find_organisation


@dataclass(frozen=True)
class OfferMatter:
    """事项: what can be applied for because of a clause, by whom it is decided, from when on."""

    declaration: Declaration
    owner: OrganisationFact
    cites: Clause
    since: date

    def runs(self) -> Iterator[Runs]:
        page = reverse("matters:matter", args=[self.declaration.code])
        yield Runs(self.cites, "事项", self.declaration.name, key=self.declaration.code, url=page)

    def enact(self, at: datetime) -> None:
        matter = Matter.objects.filter(code=self.declaration.code).first()
        declared = fingerprint(self.declaration)
        if matter and matter.versions.filter(fingerprint=declared).exists():
            return
        owner = find_organisation(self.owner.key)
        version = propose_version(
            declaration=self.declaration, owner=owner, reason="按文件施行", by=None, at=at
        )
        since = self.since if matter is None else at.date()
        release_version(version=version, since=since, by=None, at=at)
        self._exercised(version.matter, owner)

    def _exercised(self, matter: Matter, owner: Organisation) -> None:
        """By the department for the city, and by each county for itself where the matter is a county's."""
        if Level.CITY in self.declaration.levels:
            Exercise.objects.get_or_create(
                matter=matter, unit=owner, region=owner.region, defaults={"level": Level.CITY.name}
            )
        if Level.COUNTY in self.declaration.levels:
            governs = Organisation.objects.filter(
                kind__in=(Organisation.Kind.COUNTY, Organisation.Kind.ZONE), parent=None
            )
            for unit in governs.select_related("region"):
                Exercise.objects.get_or_create(
                    matter=matter, unit=unit, region=unit.region, defaults={"level": Level.COUNTY.name}
                )
