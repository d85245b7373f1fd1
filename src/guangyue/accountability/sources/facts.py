"""事实 of other systems as values, and where they are read from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from guangyue.accountability.models.restrictions import GOVERNING
from guangyue.accountability.services.proposing import Cited
from guangyue.gazette.document import Clause
from guangyue.organisations.models import Organisation, Region


@dataclass(frozen=True)
class Fact:
    """事实: what, when, whose, on which clause, and the page of its own record."""

    source: str
    record: str
    title: str
    on: date
    unit: Organisation
    link: str
    cites: Clause | None = None
    detail: str = ""
    party: str = ""

    def cited(self) -> Cited:
        return Cited(
            source=self.source,
            record=self.record,
            title=self.title,
            on=self.on,
            detail=self.detail,
            link=self.link,
        )


@dataclass(frozen=True)
class Source:
    """来源: the rows that may be facts on a day, and the fact that a row is. A record begins with the row's
    key."""

    key: str
    title: str
    rows: Callable[[date], QuerySet[Any]]
    fact: Callable[[Any, date], Fact | None]

    def find(self, record: str, *, on: date) -> Fact | None:
        """The fact of a record, as long as it is one."""
        key, _, _ = record.partition("-")
        row = self.rows(on).filter(pk=key).first() if key.isdecimal() else None
        fact = self.fact(row, on) if row else None
        return fact if fact and fact.record == record else None


def governing(region: Region | None) -> Organisation | None:
    """属地: who governs a county, or the one that a township lies in."""
    while region is not None:
        if found := Organisation.objects.filter(region=region, kind__in=GOVERNING).first():
            return found
        region = region.parent
    return None
