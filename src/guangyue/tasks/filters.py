"""Filters of the ledger that look at who holds an assignment, who leads it, and how its dates stand today."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from django.db.models import Q
from django.http import HttpRequest

from guangyue.kit.lists.filters import Choices, Narrowing, Unreadable, Written
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.models import AssignmentUnit, TaskDocument
from guangyue.tasks.models.assignments import ROLES, in_light
from guangyue.tasks.states import OPEN, Light

ROLE = "role"
SOON = (7, 30, 90)  # days


def read_choice(written: Written, key: str, title: str, offered: Choices) -> tuple[str, str] | None:
    """The value and the words for it."""
    value = written.get(key, "")
    if not value:
        return None
    words = dict(offered).get(value)
    if words is None:
        raise Unreadable(f"“{title}”里没有这个选项，已经忽略")
    return value, words


@dataclass(frozen=True)
class HeldBy:
    """承担单位, in the role that is asked for beside it."""

    key: str = "unit"
    title: str = "单位"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        rows = Organisation.objects.apart_from_bodies().order_by("pk")
        return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, self.offered(request))
        if read is None:
            return None
        held = AssignmentUnit.objects.filter(organisation=int(read[0]))
        if role := dict(ROLES).get(written.get(ROLE, "")):
            held = held.filter(role=written[ROLE])
            return Narrowing(Q(pk__in=held.values("assignment")), f"{read[1]}（{role}）")
        return Narrowing(Q(pk__in=held.values("assignment")), read[1])


@dataclass(frozen=True)
class InRole:
    """角色 of the unit that is asked for; by itself, what has any unit in that role."""

    key: str = ROLE
    title: str = "角色"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return list(ROLES)

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, ROLES)
        if read is None:
            return None
        if written.get(HeldBy.key):
            return Narrowing(Q(), read[1])
        return Narrowing(Q(pk__in=AssignmentUnit.objects.filter(role=read[0]).values("assignment")), read[1])


@dataclass(frozen=True)
class InCounty:
    """县（市、区）: whose government or offices hold it."""

    key: str = "county"
    title: str = "县（市、区）"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        rows = Region.objects.on(day_of_the_city()).of_county_level().order_by("code")
        return list(rows.values_list("code", "name"))

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, self.offered(request))
        if read is None:
            return None
        there = list(Organisation.objects.filter(region=read[0]).values_list("pk", flat=True))
        held = AssignmentUnit.objects.filter(organisation__in=there)
        return Narrowing(Q(pk__in=held.values("assignment")), read[1])


@dataclass(frozen=True)
class LedBy:
    """牵头领导, as the documents name them."""

    key: str = "leader"
    title: str = "牵头领导"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        named = TaskDocument.objects.exclude(leaders=[]).order_by("day").values_list("leaders", flat=True)
        return [(name, name) for name in dict.fromkeys(name for names in named for name in names)]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, self.offered(request))
        return Narrowing(Q(leaders__contains=[read[0]]), read[1]) if read else None


@dataclass(frozen=True)
class InLight:
    """亮灯, as it is today."""

    key: str = "light"
    title: str = "亮灯"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(light.name, light.value) for light in Light]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, self.offered(request))
        return Narrowing(in_light(Light[read[0]], day_of_the_city()), read[1]) if read else None


@dataclass(frozen=True)
class DueWithin:
    """多少天内到期, from today on."""

    key: str = "within"
    title: str = "到期"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(str(days), f"{days} 天内到期") for days in SOON]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        read = read_choice(written, self.key, self.title, self.offered(request))
        if read is None:
            return None
        today = day_of_the_city()
        rows = Q(state__in=OPEN, due_on__range=(today, today + timedelta(days=int(read[0]))))
        return Narrowing(rows, read[1])
