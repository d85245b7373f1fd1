"""议事协调机构: formed by a clause, renamed, adjusted, ended. Its seats are held by office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.organisations.models import (
    Body,
    BodyMove,
    Organisation,
    Person,
    Post,
    Region,
    Seat,
    SeatConfirmation,
)
from guangyue.organisations.refusals import BodyWithoutDocument, ReasonMissing
from guangyue.organisations.services import By, signed
from guangyue.organisations.services.register import end_organisation, enter_organisation, rename_organisation


@dataclass(frozen=True)
class SeatFact:
    """席位, by office: without a post, as the clause prints it and no more."""

    role: str
    printed: str
    post: Post | None = None
    organisation: Organisation | None = None


@transaction.atomic
def form_body(
    *,
    key: str,
    name: str,
    kind: str,
    level: str,
    region: Region,
    cites: Clause | None,
    on: date,
    existed_before: bool = False,
    seats: Sequence[SeatFact] = (),
    office: Organisation | None = None,
    by: By,
    at: datetime,
    **terms: Any,
) -> Body:
    """设立, or the first a document says of one that was there before. Without a document it is refused."""
    if cites is None:
        raise BodyWithoutDocument(field="cites")
    organisation = enter_organisation(
        key=key,
        name=name,
        kind=Organisation.Kind.BODY,
        region=region,
        parent=None,
        since=None if existed_before else on,
        cites=cites,
    )
    body = Body.objects.create(
        organisation=organisation, kind=kind, level=level, cites=cites, known_from=on, office=office, **terms
    )
    Seat.objects.bulk_create(
        _seat(body, seat, order=order, on=on, cites=cites) for order, seat in enumerate(seats, start=1)
    )
    kind_of_move = BodyMove.Kind.NAMED if existed_before else BodyMove.Kind.FORMED
    return _move(body, kind_of_move, on=on, cites=cites, by=by, at=at)


@transaction.atomic
def rename_body(
    *,
    body: Body,
    name: str,
    on: date,
    cites: Clause | None,
    by: By,
    at: datetime,
    remark: str = "",
) -> Body:
    """更名: still the same body; what was decided and held under the old name remains its own."""
    if cites is None:
        raise BodyWithoutDocument("更名要写明文件和条款。", field="cites")
    old = body.organisation.name
    rename_organisation(organisation=body.organisation, name=name, on=on, cites=cites)
    return _move(body, BodyMove.Kind.RENAMED, on=on, cites=cites, by=by, at=at, remark=remark or f"原称{old}")


@transaction.atomic
def add_seat(*, body: Body, seat: SeatFact, on: date, cites: Clause | None, by: By, at: datetime) -> Body:
    """调整: one seat more. A member list left out of the gazette is filled from its official source, seat by
    seat."""
    if cites is None:
        raise BodyWithoutDocument("增加席位要写明文件和条款。", field="cites")
    if body.seats.on(on).filter(role=seat.role, post=seat.post, printed=seat.printed).exists():
        raise Refused("已经有这个席位。", field="post")
    last = body.seats.order_by("-order").values_list("order", flat=True).first() or 0
    _seat(body, seat, order=last + 1, on=on, cites=cites).save()
    return _move(body, BodyMove.Kind.ADJUSTED, on=on, cites=cites, by=by, at=at, remark=f"增加{seat.printed}")


@transaction.atomic
def close_seat(*, seat: Seat, on: date, cites: Clause | None, by: By, at: datetime) -> Body:
    """调整: one seat less from that day."""
    if cites is None:
        raise BodyWithoutDocument("减少席位要写明文件和条款。", field="cites")
    if on < seat.since:
        raise Refused("止日早于席位起日。", field="on")
    seat.until = on
    seat.save(update_fields=["until"])
    return _move(
        seat.body, BodyMove.Kind.ADJUSTED, on=on, cites=cites, by=by, at=at, remark=f"减少{seat.printed}"
    )


@transaction.atomic
def end_body(*, body: Body, on: date, cites: Clause | None, by: By, at: datetime) -> Body:
    """撤销: a 专班 closes when its work is done; its seats close with it."""
    if cites is None:
        raise BodyWithoutDocument("撤销要写明文件和条款。", field="cites")
    if not body.organisation.exists(on):
        raise Refused(f"{body}在{day(on)}已经不存在。", field="on")
    end_organisation(organisation=body.organisation, on=on)
    body.seats.on(on).update(until=on)
    return _move(body, BodyMove.Kind.ENDED, on=on, cites=cites, by=by, at=at)


@transaction.atomic
def confirm_seat(
    *, seat: Seat, person: Person | None, on: date, ground: str, by: By, at: datetime
) -> SeatConfirmation:
    """确认替补: the office says who sits here where no clause grants 自然替补."""
    if not ground.strip():
        raise ReasonMissing("要写明确认的依据。", field="ground")
    if not seat.exists(on):
        raise Refused("这一天没有这个席位。", field="on")
    return SeatConfirmation.objects.create(
        seat=seat, person=person, on=on, ground=ground, by=signed(by), at=at
    )


def _seat(body: Body, seat: SeatFact, *, order: int, on: date, cites: Clause) -> Seat:
    return Seat(
        body=body,
        order=order,
        role=seat.role,
        organisation=seat.organisation or (seat.post.organisation if seat.post else None),
        post=seat.post,
        printed=seat.printed,
        since=on,
        cites=cites,
    )


def _move(
    body: Body,
    kind: BodyMove.Kind,
    *,
    on: date,
    cites: Clause,
    by: By,
    at: datetime,
    remark: str = "",
) -> Body:
    BodyMove.objects.create(body=body, kind=kind, on=on, cites=cites, remark=remark, by=signed(by), at=at)
    return body
