"""Filters of a list: each reads its part of the address and says which rows it keeps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import ClassVar, Protocol

from django.db.models import Q
from django.http import HttpRequest
from django.utils.timezone import get_current_timezone

Choices = Iterable[tuple[str, str]]
Written = Mapping[str, str]

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
LARGEST = 10**15


class Unreadable(ValueError):
    """What stands in the address makes no sense to a filter; the sentence says why."""


@dataclass(frozen=True)
class Narrowing:
    """What a filter keeps, and the words for it."""

    rows: Q
    said: str


class Filter(Protocol):
    """筛选: `kind` names the part of the page that draws it, `names` what it reads from the address."""

    kind: ClassVar[str]

    @property
    def title(self) -> str: ...

    @property
    def names(self) -> tuple[str, ...]: ...

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        """What to keep, or None when nothing was written. Raises Unreadable."""


@dataclass(frozen=True)
class Choice:
    """One of several. `choices` may depend on who asks: nobody is offered what lies outside their scope."""

    key: str
    title: str
    choices: tuple[tuple[str, str], ...] | Callable[[HttpRequest], Choices]
    lookup: str = ""

    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        choices = self.choices(request) if callable(self.choices) else self.choices
        return [(str(value), str(title)) for value, title in choices]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        value = written.get(self.key, "")
        if not value:
            return None
        title = dict(self.offered(request)).get(value)
        if title is None:
            raise Unreadable(f"“{self.title}”里没有这个选项，已经忽略")
        return Narrowing(Q(**{self.lookup or self.key: value}), title)


@dataclass(frozen=True)
class YesNo:
    """Whether a condition holds."""

    key: str
    title: str
    holds: Q
    words: tuple[str, str] = ("是", "否")

    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [("yes", self.words[0]), ("no", self.words[1])]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        match written.get(self.key, ""):
            case "":
                return None
            case "yes":
                return Narrowing(self.holds, self.words[0])
            case "no":
                return Narrowing(~self.holds, self.words[1])
        raise Unreadable(f"“{self.title}”只能选“{self.words[0]}”或“{self.words[1]}”，已经忽略")


@dataclass(frozen=True)
class Text:
    """What a field contains, or begins with: `lookup` says which."""

    key: str
    title: str
    lookup: str

    kind: ClassVar[str] = "text"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        words = written.get(self.key, "").strip()
        return Narrowing(Q(**{self.lookup: words}), words) if words else None


@dataclass(frozen=True)
class DayRange:
    """From a day to a day, both included. `moments` when the field holds moments and not days."""

    key: str
    title: str
    lookup: str = ""
    moments: bool = False

    kind: ClassVar[str] = "days"

    @property
    def names(self) -> tuple[str, ...]:
        return (f"{self.key}_from", f"{self.key}_to")

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        first, last = (self._day(written.get(name, "")) for name in self.names)
        if first and last and last < first:
            raise Unreadable(f"“{self.title}”的结束日期早于开始日期，已经忽略")
        rows = Q()
        if first:
            rows &= Q(**{f"{self._field}__gte": self._start_of(first)})
        if last:
            rows &= Q(**{f"{self._field}__lt": self._start_of(last + timedelta(days=1))})
        if not rows:
            return None
        return Narrowing(rows, f"{first or '最早'} 至 {last or '今后'}")

    @property
    def _field(self) -> str:
        return self.lookup or self.key

    def _day(self, written: str) -> date | None:
        if not written:
            return None
        try:
            day = date.fromisoformat(written)
        except ValueError:
            raise Unreadable(f"“{self.title}”的日期写法不对，已经忽略；请写成 2024-05-01 的样子") from None
        if not EARLIEST <= day <= LATEST:
            raise Unreadable(f"“{self.title}”的日期应在 1900 年至 2199 年之间，已经忽略")
        return day

    def _start_of(self, day: date) -> date | datetime:
        return datetime.combine(day, time(), get_current_timezone()) if self.moments else day


@dataclass(frozen=True)
class NumberRange:
    """From a number to a number, both included. `times` takes what people write to what is kept (元 → 分)."""

    key: str
    title: str
    lookup: str = ""
    unit: str = ""
    times: int = 1

    kind: ClassVar[str] = "numbers"

    @property
    def names(self) -> tuple[str, ...]:
        return (f"{self.key}_from", f"{self.key}_to")

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        least, most = (self._number(written.get(name, "").strip()) for name in self.names)
        if least is not None and most is not None and most < least:
            raise Unreadable(f"“{self.title}”的上限小于下限，已经忽略")
        rows = Q()
        if least is not None:
            rows &= Q(**{f"{self.lookup or self.key}__gte": least * self.times})
        if most is not None:
            rows &= Q(**{f"{self.lookup or self.key}__lte": most * self.times})
        if not rows:
            return None
        ends = ("不限" if end is None else f"{end:f}" for end in (least, most))
        return Narrowing(rows, f"{' 至 '.join(ends)} {self.unit}".rstrip())

    def _number(self, written: str) -> Decimal | None:
        if not written:
            return None
        try:
            number = Decimal(written)
        except InvalidOperation:
            raise Unreadable(f"“{self.title}”应当是数字，已经忽略") from None
        if not number.is_finite() or abs(number) > LARGEST:
            raise Unreadable(f"“{self.title}”的数字太大，已经忽略")
        return number
