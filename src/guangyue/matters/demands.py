"""What a document can demand of the catalogue: that a matter is offered, and that the catalogue is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import fingerprint
from guangyue.matters.declaration import Declaration, Level
from guangyue.matters.models import Exercise, Matter, MatterVersion, MatterVersionQuerySet
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
class Earlier:
    """以前的版本: what a matter said, and since when, until what it says now began."""

    declaration: Declaration
    since: date


@dataclass(frozen=True)
class OfferMatter:
    """事项: what can be applied for because of a clause, by whom it is decided, from when on; and what it was
    `before`, where that is known."""

    declaration: Declaration
    owner: OrganisationFact
    cites: Clause
    since: date
    before: Earlier | None = None

    def runs(self) -> Iterator[Runs]:
        page = reverse("matters:matter", args=[self.declaration.code])
        yield Runs(self.cites, "事项", self.declaration.name, key=self.declaration.code, url=page)

    @transaction.atomic
    def enact(self, at: datetime) -> None:
        """Once for each text: what the city says otherwise than it said last is a new version, were it what
        it had said before that."""
        owner = find_organisation(self.owner.key)
        versions = MatterVersion.objects.filter(matter__code=self.declaration.code)
        if self.before and not versions.exists():
            _release(self.before.declaration, owner, since=self.before.since, at=at)
        last = versions.enacted().order_by("-number").first()
        if last and last.fingerprint == fingerprint(self.declaration):
            return
        matter = _release(self.declaration, owner, since=self._begins(versions, at), at=at)
        self._exercised(matter, owner)

    def _begins(self, versions: MatterVersionQuerySet, at: datetime) -> date:
        """Its own day, unless a version began then or later: then today, or the day after that one began."""
        latest: date | None = versions.released().aggregate(Max("since"))["since__max"]
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


def _release(declaration: Declaration, owner: Organisation, *, since: date, at: datetime) -> Matter:
    version = propose_version(declaration=declaration, owner=owner, reason="按文件施行", by=None, at=at)
    return release_version(version=version, since=since, by=None, at=at).matter
