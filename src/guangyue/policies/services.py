"""参数值: proposed by one official, decided by another; what was decided stays, a correction follows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region
from guangyue.policies.models import FigureEntry
from guangyue.rules.parameters import Figure

State = FigureEntry.State


class Decided(Refused):
    sentence = "这个参数值已经办结，请刷新页面。"


class SameHand(Refused):
    sentence = "提出人不能审定自己提出的参数值，请由另一位工作人员审定。"


class NotProposer(Refused):
    sentence = "只有提出人可以撤回自己提出的参数值。"


class ReasonMissing(Refused):
    sentence = "请写明理由。"


class NotYourRegion(Refused):
    sentence = "这个区划不在您的管辖范围内；全市的数值由市级单位提出。"


class AlreadyWaiting(Refused):
    sentence = "同一区划、同一起始日已经有一个待审定的数值，先办结它。"


class NothingNew(Refused):
    sentence = "和现在的数值一样，不用再提。"


class NothingToEnd(Refused):
    sentence = "这一天以前没有数值，不用停止。"


@dataclass(frozen=True)
class Proposed:
    """拟定的参数值; without a value, the end of one."""

    figure: Figure[Any]
    region: Region | None
    since: date
    value: int | None  # as rules carry it
    source: str


def require_fit(proposed: Proposed, *, scope: Scope, at: datetime) -> None:
    """Whether it can be proposed at all, by somebody with this reach."""
    region = proposed.region or Region.objects.filter(kind=Region.Kind.CITY).first()
    if not scope.everywhere and not (region and scope.covers(region=region.code)):
        raise NotYourRegion(field="region")
    here = FigureEntry.objects.filter(key=proposed.figure.key, region=proposed.region)
    if here.waiting().filter(since=proposed.since).exists():
        raise AlreadyWaiting(field="since")
    standing = list(here.standing(known_at=at).filter(since__lte=proposed.since).order_by("since"))
    if proposed.value is None and (not standing or standing[-1].value is None):
        raise NothingToEnd(field="value")
    if standing and (standing[-1].since, standing[-1].value) == (proposed.since, proposed.value):
        raise NothingNew(field="value")


@transaction.atomic
def propose_figures(
    *, proposed: Iterable[Proposed], scope: Scope, by: User, at: datetime
) -> list[FigureEntry]:
    """提出, all or none."""
    entries = []
    for one in proposed:
        require_fit(one, scope=scope, at=at)
        entries.append(
            FigureEntry.objects.create(
                key=one.figure.key,
                region=one.region,
                since=one.since,
                value=one.value,
                source=one.source.strip(),
                proposed_by=by,
                proposed_at=at,
            )
        )
    return entries


@transaction.atomic
def approve_figure(*, entry: FigureEntry, by: User, at: datetime) -> None:
    """审定: from this moment on it stands, in the place of an earlier one for the same region and day."""
    _decide(entry, State.APPROVED, by, at)


@transaction.atomic
def reject_figure(*, entry: FigureEntry, reason: str, by: User, at: datetime) -> None:
    """不予通过, with the reason."""
    if not reason.strip():
        raise ReasonMissing(field="reason")
    _decide(entry, State.REJECTED, by, at, reason.strip())


@transaction.atomic
def withdraw_figure(*, entry: FigureEntry, by: User, at: datetime) -> None:
    """撤回, by whoever proposed it."""
    if entry.proposed_by_id != by.pk:
        raise NotProposer
    _decide(entry, State.WITHDRAWN, by, at)


def _decide(entry: FigureEntry, state: FigureEntry.State, by: User, at: datetime, reason: str = "") -> None:
    locked = FigureEntry.objects.select_for_update().get(pk=entry.pk)
    if not locked.is_open:
        raise Decided
    if state != State.WITHDRAWN and locked.proposed_by_id == by.pk:
        raise SameHand
    locked.state, locked.decided_by, locked.decided_at, locked.reason = state, by, at, reason
    locked.save(update_fields=["state", "decided_by", "decided_at", "reason"])
