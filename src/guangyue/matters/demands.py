"""What a document can demand of the catalogue: that a matter is offered, and that the catalogue is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.db.models import Max
from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import fingerprint
from guangyue.matters.declaration import Declaration, Level
from guangyue.matters.models import Exercise, Matter, MatterVersion
from guangyue.matters.services.releasing import propose_version, release_version
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import Organisation
from guangyue.organisations.services.register import find_organisation

ONE_DAY = timedelta(days=1)


class Keeping(Enum):
    """What the catalogue does by itself, and the page where it is seen."""

    CATALOGUE = "事项目录", "matters:catalogue"
    CHANGES = "事项动态管理", "matters:desk_matters"
    COMPARISON = "三级十同比对", "matters:comparison"
    COMPLIANCE = "事项合规", "matters:compliance"
    REDUCTIONS = "四减对比", "matters:reductions"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class KeepCatalogue:
    """事项库: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Keeping
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, self.work.kind, self.title, key=self.work.name, url=reverse(self.work.page))

    def enact(self, at: datetime) -> None:
        """The pages and the nightly look are there from the first day."""


@dataclass(frozen=True)
class OfferMatter:
    """事项: what can be applied for because of a clause, by whom it is decided, from when on.

    A matter that is declared twice had another version before: each is in force from its own day, in the
    order in which they are declared.
    """

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
        release_version(version=version, since=self._begins(matter, at), by=None, at=at)
        self._exercised(version.matter, owner)

    def _begins(self, matter: Matter | None, at: datetime) -> date:
        """Its own day, unless a version began then or later: then today, or the day after that one began."""
        released = matter.versions.released() if matter else MatterVersion.objects.none()
        latest: date | None = released.aggregate(Max("since"))["since__max"]
        if latest is None or latest < self.since:
            return self.since
        return max(local_day(at), latest + ONE_DAY)

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
