"""规划师和小组: entered by one, checked by another, and only then seated, in one group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.planners.declared import pilot
from guangyue.planners.models import Area, Contract, Group, Planner, Seat
from guangyue.planners.pilot import AreaType, Home, Qualification
from guangyue.planners.refusals import (
    CheckedAlready,
    CheckedByAnother,
    NotChecked,
    NotQualified,
    OutsideThePilot,
    SeatedElsewhere,
    SeatTaken,
)


@dataclass(frozen=True)
class Described:
    """What is said of a planner."""

    name: str
    home: Home
    qualifications: Sequence[Qualification]
    certificate: str
    specialties: str = ""
    renewal_experience: bool = False
    account: User | None = None


@transaction.atomic
def enter_planner(*, contract: Contract, described: Described, by: User | None, at: datetime) -> Planner:
    """登记: refused without one of the qualifications."""
    if not pilot().is_eligible(described.qualifications):
        raise NotQualified(field="qualifications")
    if Planner.objects.filter(contract=contract, certificate=described.certificate).exists():
        raise Refused("这个证书编号已经登记。", field="certificate")
    if described.account and Planner.objects.filter(account=described.account).exists():
        raise Refused("这个账户已经属于另一位规划师。", field="account")
    return Planner.objects.create(
        contract=contract,
        name=described.name,
        home=described.home.name,
        qualifications=[one.name for one in described.qualifications],
        certificate=described.certificate,
        specialties=described.specialties,
        renewal_experience=described.renewal_experience,
        account=described.account,
        by=by,
        at=at,
    )


@transaction.atomic
def check_planner(*, planner: Planner, by: User, at: datetime) -> Planner:
    """核验 of the qualification against the certificate, by somebody else."""
    held = Planner.objects.select_for_update(of=("self",)).get(pk=planner.pk)
    if held.checked_at is not None:
        raise CheckedAlready
    if held.by_id == by.pk:
        raise CheckedByAnother
    held.checked_by, held.checked_at = by, at
    held.save(update_fields=["checked_by", "checked_at"])
    return held


@transaction.atomic
def form_group(*, contract: Contract, area: Area, since: date) -> Group:
    """组建."""
    _within_the_pilot(since)
    if Group.objects.filter(contract=contract, area=area).exists():
        raise Refused("这个片区已经有小组。", field="area")
    return Group.objects.create(contract=contract, area=area, since=since)


@transaction.atomic
def seat_planner(*, group: Group, planner: Planner, since: date, by: User | None) -> Seat:
    """编组: the seat is that of where the planner comes from."""
    _within_the_pilot(since)
    held = Planner.objects.select_for_update(of=("self",)).get(pk=planner.pk)
    if held.checked_at is None:
        raise NotChecked
    if Seat.objects.current().filter(planner=held).exists():
        raise SeatedElsewhere(field="planner")
    if group.seats.filter(until=None, home=held.home).exists():
        raise SeatTaken(field="planner")
    return Seat.objects.create(group=group, planner=held, home=held.home, since=since, by=by)


@transaction.atomic
def leave_group(*, seat: Seat, on: date) -> Seat:
    """离组: the seat is free from the next day on."""
    held = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if held.until is not None:
        raise Refused("这位规划师已经离组。")
    if on < held.since:
        raise Refused("离组日期不能早于入组日期。", field="on")
    held.until = on
    held.save(update_fields=["until"])
    return held


def classify_area(*, area: Area, kind: AreaType) -> Area:
    area.kind = kind.name
    area.save(update_fields=["kind"])
    return area


def is_complete(group: Group) -> bool:
    """成组: one planner of a first-tier city and one of this city."""
    return pilot().is_complete([Home[seat.home] for seat in group.seats.all() if seat.until is None])


def _within_the_pilot(day: date) -> None:
    terms = pilot()
    if not terms.holds_on(day):
        raise OutsideThePilot(terms.since, terms.until, field="since")
