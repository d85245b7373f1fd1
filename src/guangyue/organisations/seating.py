"""席位由谁担任: computed from the posts on any day, never stored where a clause lets office decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.organisations.models import COMMITTED_ROLES, Body, Person, Seat, Tenure


class Filling(Enum):
    """How a seat is filled on a day."""

    FILLED = "在任"
    VACANT = "空缺"  # somebody left the post, and nobody has come
    UNKNOWN = "未登记"  # the register has never known who holds it
    TO_CONFIRM = "待确认"  # the post has changed hands, and the body's office has not said yes
    PRINTED = "见正文"  # the clause names no single unit


@dataclass(frozen=True)
class Seating:
    """A seat, who sits in it, and who would if the office confirmed."""

    seat: Seat
    filling: Filling
    people: tuple[Person, ...] = ()
    proposed: tuple[Person, ...] = ()

    @property
    def shown(self) -> str:
        """The names, or what there is instead of them."""
        return "、".join(person.name for person in self.people) or self.filling.value

    @property
    def stale(self) -> bool:
        return self.filling is Filling.TO_CONFIRM


def seatings(body: Body, on: date) -> list[Seating]:
    """Everyone who sits in the body on that day, in the order of the clause."""
    return seatings_of([body], on)


def seatings_of(bodies: Iterable[Body], on: date) -> list[Seating]:
    """Everyone who sits in one of the bodies on that day, body by body."""
    seats = Seat.objects.filter(body__in=bodies).on(on).with_names().select_related("body__organisation")
    return [seating(seat, on) for seat in seats.order_by("body_id", "order", "id")]


def seating(seat: Seat, on: date) -> Seating:
    """Who sits here. An office named by the clause itself, and any seat under 自然替补, follows the post at
    once (R18, R23);
    another member's successor is proposed to the body's office (R19)."""
    if seat.post is None:
        return Seating(seat, Filling.PRINTED)
    tenures = sorted(seat.post.tenures.all(), key=lambda tenure: (tenure.since or date.min, tenure.pk))
    holders = tuple(tenure.person for tenure in tenures if tenure.covers(on))
    if seat.role != Seat.Role.MEMBER or seat.body.substitutes_by_itself:
        return Seating(seat, Filling.FILLED if holders else _without_holder(tenures, on), holders)
    seated = _confirmed(seat, tenures, on)
    if set(seated) != set(holders):
        return Seating(seat, Filling.TO_CONFIRM, seated, proposed=holders)
    return Seating(seat, Filling.FILLED if seated else _without_holder(tenures, on), seated)


def stale_seatings(bodies: Iterable[Body], on: date) -> list[Seating]:
    """成员过期: seats whose holder has left the post, waiting for the office to confirm the next."""
    return [seating for seating in seatings_of(bodies, on) if seating.stale]


def vacant_seatings(bodies: Iterable[Body], on: date) -> list[Seating]:
    """空缺: seats whose post nobody holds any more."""
    return [
        seating
        for seating in seatings_of(bodies, on)
        if seating.filling is Filling.VACANT and seating.seat.role in COMMITTED_ROLES
    ]


def _confirmed(seat: Seat, tenures: list[Tenure], on: date) -> tuple[Person, ...]:
    """Whom the office confirmed last; before it has, the first to hold the post while there is this seat."""
    confirmations = [confirmation for confirmation in seat.confirmations.all() if confirmation.on <= on]
    if confirmations:
        return (confirmations[-1].person,) if confirmations[-1].person else ()
    for tenure in tenures:
        if tenure.until is None or tenure.until > seat.since:
            return (tenure.person,) if (tenure.since or date.min) <= on else ()
    return ()


def _without_holder(tenures: list[Tenure], on: date) -> Filling:
    over = [tenure for tenure in tenures if tenure.until and tenure.until <= on]
    left = over and max(over, key=lambda tenure: tenure.until or date.min).ending != Tenure.Ending.LAST_SEEN
    return Filling.VACANT if left else Filling.UNKNOWN
