"""要件和配套: agreements signed, seals issued, permissions opened, the public told, the kit made ready."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.empowerments.models import (
    Agreement,
    Empowerment,
    KitItem,
    PlatformPermission,
    PublicAnnouncement,
    SecondSeal,
    State,
)
from guangyue.empowerments.modes import KitPart, Part, Piece, missing_parts
from guangyue.empowerments.pieces import missing_on
from guangyue.empowerments.refusals import BeforeIssue, EndedAlready, PartsMissing, WrongWay
from guangyue.empowerments.services.moving import hold, move
from guangyue.files.models import File

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """What an agreement says, part by part."""

    basis: str
    matters: str
    powers: str
    duties: str

    def missing(self) -> tuple[Part, ...]:
        said = {
            Part.BASIS: self.basis,
            Part.MATTERS: self.matters,
            Part.POWERS: self.powers,
            Part.DUTIES: self.duties,
        }
        return missing_parts([part for part, words in said.items() if words.strip()])


@transaction.atomic
def sign_agreement(
    *,
    empowerments: Collection[Empowerment],
    number: str,
    terms: Terms,
    signed_on: date,
    through: date | None = None,
    file: File | None = None,
    by: User | None,
    at: datetime,
) -> Agreement:
    """签订: with all four parts; `through` is its last day, where it has one."""
    if missing := terms.missing():
        raise PartsMissing(missing)
    _refuse_wrong(empowerments, Piece.AGREEMENT, signed_on, "signed_on")
    first = next(iter(empowerments))
    agreement = Agreement.objects.create(
        number=number,
        department=first.department,
        body=first.body,
        basis=terms.basis,
        matters=terms.matters,
        powers=terms.powers,
        duties=terms.duties,
        since=signed_on,
        until=through + ONE_DAY if through else None,
        file=file,
        by=by,
        at=at,
    )
    agreement.empowerments.set(empowerments)
    return agreement


@transaction.atomic
def issue_seal(
    *, empowerments: Collection[Empowerment], number: str, on: date, by: User | None, at: datetime
) -> SecondSeal:
    _refuse_wrong(empowerments, Piece.SEAL, on, "on")
    seal = SecondSeal.objects.create(number=number, since=on, by=by, at=at)
    seal.empowerments.set(empowerments)
    return seal


@transaction.atomic
def open_permission(
    *, empowerments: Collection[Empowerment], account: str, on: date, by: User | None, at: datetime
) -> PlatformPermission:
    _refuse_wrong(empowerments, Piece.PERMISSION, on, "on")
    permission = PlatformPermission.objects.create(account=account, since=on, by=by, at=at)
    permission.empowerments.set(empowerments)
    return permission


@transaction.atomic
def announce(
    *,
    empowerments: Collection[Empowerment],
    place: str,
    address: str = "",
    on: date,
    kind: PublicAnnouncement.Kind = PublicAnnouncement.Kind.GRANT,
    by: User | None,
    at: datetime,
) -> PublicAnnouncement:
    if kind == PublicAnnouncement.Kind.GRANT:
        _refuse_wrong(empowerments, Piece.ANNOUNCEMENT, on, "on")
    told = PublicAnnouncement.objects.create(kind=kind, place=place, address=address, since=on, by=by, at=at)
    told.empowerments.set(empowerments)
    return told


@transaction.atomic
def complete_kit(
    *,
    empowerments: Collection[Empowerment],
    part: KitPart,
    on: date,
    remark: str = "",
    by: User | None,
    at: datetime,
) -> None:
    """完成: of each that does not have it yet."""
    for one in empowerments:
        if part not in one.way.kit:
            raise WrongWay(one, part)
    KitItem.objects.bulk_create(
        (
            KitItem(empowerment=one, part=part.name, done_on=on, remark=remark, by=by, at=at)
            for one in empowerments
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def end_paper(
    *, paper: SecondSeal | PlatformPermission, on: date, because: str, by: User | None, at: datetime
) -> list[Empowerment]:
    """交回、关闭: what rests on it and on no other is suspended from that day on."""
    paper = type(paper)._default_manager.select_for_update().get(pk=paper.pk)
    if paper.until is not None:
        raise EndedAlready
    if on < paper.since:
        raise BeforeIssue(paper.since, "on")
    paper.until, paper.ended_because = on, because
    paper.save()
    return suspend_incomplete(
        empowerments=list(paper.empowerments.all()), on=on, said=f"{paper}失效：{because}", by=by, at=at
    )


def suspend_incomplete(
    *, empowerments: Collection[Empowerment], on: date, said: str, by: User | None, at: datetime
) -> list[Empowerment]:
    """停用 of those that were undertaken and now lack a piece."""
    suspended = []
    for one in map(hold, empowerments):
        if one.state == State.UNDERTAKEN and missing_on(one, on):
            move(empowerment=one, to=State.SUSPENDED, on=on, by=by, at=at, said=said[:300])
            suspended.append(one)
    return suspended


def _refuse_wrong(empowerments: Collection[Empowerment], piece: Piece, on: date, field: str) -> None:
    for one in empowerments:
        if piece not in one.way.needs:
            raise WrongWay(one, piece)
        if on < one.document.issued_on:
            raise BeforeIssue(one.document.issued_on, field)
