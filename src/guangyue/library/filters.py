"""Filters of the list of documents that no column of theirs answers."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from guangyue.gazette.document import BRACKETS
from guangyue.gazette.models import PrintedReference
from guangyue.kit.lists.filters import Narrowing, Unreadable, Written
from guangyue.library.standing import Standing, rows_of

LONGEST_NUMBER = 60


@dataclass(frozen=True)
class StandsToday:
    """效力, as of today."""

    key: str = "standing"
    title: str = "效力"

    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(standing.key, standing.value) for standing in Standing]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        value = written.get(self.key, "")
        if not value:
            return None
        standing = next((one for one in Standing if one.key == value), None)
        if standing is None:
            raise Unreadable(f"“{self.title}”里没有这个选项，已经忽略")
        return Narrowing(rows_of(standing, timezone.localdate()), standing.value)


@dataclass(frozen=True)
class ExpiringWithin:
    """即将到期: the last day lies within so many days from today."""

    key: str = "expiring"
    title: str = "即将到期"
    days: tuple[int, ...] = (30, 90, 180, 365)

    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(str(days), f"{days} 天内") for days in self.days]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        value = written.get(self.key, "")
        if not value:
            return None
        if value not in map(str, self.days):
            raise Unreadable(f"“{self.title}”里没有这个选项，已经忽略")
        today = timezone.localdate()
        last = today + timedelta(days=int(value))
        return Narrowing(Q(term__until__gte=today, term__until__lte=last), f"{value} 天内")


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
