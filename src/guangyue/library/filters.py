"""Filters of the list of documents that no column of theirs answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import F, Func, Q
from django.http import HttpRequest
from django.utils import timezone

from guangyue.gazette.document import BRACKETS
from guangyue.gazette.models import PrintedReference
from guangyue.kit.lists.filters import Choices, Narrowing, Unreadable, Written
from guangyue.library.models import Holding
from guangyue.library.standing import Standing, rows_of

LONGEST_NUMBER = 60
EXPIRING_WITHIN = (30, 90, 180, 365)  # days


@dataclass(frozen=True)
class OneOf:
    """One of several, each with the rows it keeps."""

    key: str
    title: str
    choices: Callable[[HttpRequest], Choices]
    rows: Callable[[str], Q]

    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return list(self.choices(request))

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        value = written.get(self.key, "")
        if not value:
            return None
        title = dict(self.offered(request)).get(value)
        if title is None:
            raise Unreadable(f"“{self.title}”里没有这个选项，已经忽略")
        return Narrowing(self.rows(value), title)


@dataclass(frozen=True)
class Citing:
    """引用了某个文号."""

    key: str = "citing"
    title: str = "引用的文号"

    kind: ClassVar[str] = "text"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        number = "".join(written.get(self.key, "").translate(BRACKETS).split())[:LONGEST_NUMBER]
        if not number:
            return None
        citing = PrintedReference.objects.filter(target__contains=number)
        return Narrowing(Q(pk__in=citing.values("document")), number)


def issuers_offered(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, name) for name in sorted(_held("issuers"))]


def series_offered(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, name) for name in sorted(_held("series"))]


def years_offered(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(year), f"{year}年") for year in sorted(_held("years"), reverse=True)]


def _held(what: str) -> set[Any]:
    """All there are in the library, edition by edition: there are far fewer of them than documents."""
    each = Func(F(what), function="unnest")
    return set(Holding.objects.annotate(each=each).values_list("each", flat=True).distinct())


def _standings_offered(request: HttpRequest) -> list[tuple[str, str]]:
    return [(standing.key, standing.value) for standing in Standing]


def _spans_offered(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(days), f"{days} 天内") for days in EXPIRING_WITHIN]


def _stands(key: str) -> Q:
    return rows_of(Standing[key.upper()], timezone.localdate())


def _expires(days: str) -> Q:
    today = timezone.localdate()
    return Q(term__until__gte=today, term__until__lte=today + timedelta(days=int(days)))


ISSUER = OneOf("issuer", "发文机关", issuers_offered, lambda name: Q(issuers__contains=[name]))
STANDING = OneOf("standing", "效力", _standings_offered, _stands)
EXPIRING = OneOf("expiring", "即将到期", _spans_offered, _expires)
