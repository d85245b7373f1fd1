"""赋予: what a document grants is proposed, issued and made ready, until the body undertakes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.empowerments.models import Empowerment, EmpowermentMove, GrantingDocument, State
from guangyue.empowerments.modes import Mode, by_agreement
from guangyue.empowerments.pieces import missing_on
from guangyue.empowerments.refusals import (
    GrantedAlready,
    MustDelegate,
    NotInGrant,
    PiecesMissing,
    SayHow,
)
from guangyue.empowerments.services.moving import hold, move
from guangyue.gazette.document import Clause
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class Granted:
    """A line of the list: which power, how, by whom to whom, and what the remark says."""

    code: str
    name: str
    kind: PowerKind
    mode: Mode
    department: Organisation
    body: Organisation
    remark: str = ""
    described: str = ""
    reserved: bool = False
    reserved_reason: str = ""


@transaction.atomic
def know_document(
    *,
    number: str,
    title: str,
    cites: Clause,
    issued_on: date,
    days: int,
    new_matters: int,
    direct_matters: int,
    bodies: Iterable[Organisation],
) -> GrantingDocument:
    """The document as it is declared; twice is once."""
    document, _ = GrantingDocument.objects.update_or_create(
        number=number,
        defaults={
            "title": title,
            "cites": cites,
            "issued_on": issued_on,
            "days": days,
            "new_matters": new_matters,
            "direct_matters": direct_matters,
        },
    )
    document.bodies.set(bodies)
    return document


@transaction.atomic
def propose_power(
    *, document: GrantingDocument, granted: Granted, on: date, by: User | None, at: datetime
) -> Empowerment:
    """拟赋权 of one."""
    return propose_powers(document=document, granted=[granted], on=on, by=by, at=at)[0]


@transaction.atomic
def propose_powers(
    *, document: GrantingDocument, granted: Iterable[Granted], on: date, by: User | None, at: datetime
) -> list[Empowerment]:
    """All of a list or none; linked to the matters of the catalogue where those stand there."""
    lines = list(granted)
    bodies = set(document.bodies.values_list("pk", flat=True))
    matters = dict(Matter.objects.filter(code__in={line.code for line in lines}).values_list("code", "pk"))
    live = Empowerment.objects.exclude(state=State.WITHDRAWN).filter(code__in={line.code for line in lines})
    taken = set(live.values_list("body", "code"))
    for line in lines:
        _refuse_wrong(line, document, bodies, taken)
        taken.add((line.body.pk, line.code))
    made = Empowerment.objects.bulk_create(
        Empowerment(
            document=document,
            code=line.code,
            name=line.name,
            kind=line.kind.name,
            matter_id=matters.get(line.code),
            mode=line.mode.name,
            described=line.described,
            department=line.department,
            body=line.body,
            remark=line.remark,
            reserved=line.reserved,
            reserved_reason=line.reserved_reason,
        )
        for line in lines
    )
    _moved(made, to=State.PROPOSED, on=on, by=by, at=at, said="列入清单")
    return made


@transaction.atomic
def issue_powers(*, empowerments: Iterable[Empowerment], by: User | None, at: datetime) -> list[Empowerment]:
    """印发: from the day of the document; its limit runs for what must be made ready, and what was exercised
    before goes on at once."""
    pks = [one.pk for one in empowerments]
    rows = Empowerment.objects.filter(pk__in=pks, state=State.PROPOSED).select_for_update(of=("self",))
    issued = list(rows.select_related("document"))
    for day in {one.document.issued_on for one in issued}:
        of_day = [one for one in issued if one.document.issued_on == day]
        before = [one for one in of_day if one.way.as_before]
        _moved(of_day, to=State.ISSUED, on=day, by=by, at=at, said="文件印发")
        _moved(of_day, to=State.PREPARING, on=day, by=by, at=at, said="开始落实")
        _moved(before, to=State.UNDERTAKEN, on=day, by=by, at=at, said="按原权限实施")
        for one in before:
            one.since = day
    Empowerment.objects.bulk_update(issued, ["state", "since"])
    return issued


@transaction.atomic
def undertake_power(*, empowerment: Empowerment, on: date, by: User | None, at: datetime) -> EmpowermentMove:
    """承接: from a day on which every piece stands."""
    empowerment = hold(empowerment)
    if missing := missing_on(empowerment, on):
        raise PiecesMissing(missing)
    empowerment.since = empowerment.since or on
    return move(empowerment=empowerment, to=State.UNDERTAKEN, on=on, by=by, at=at, said="要件齐全，承接")


def _moved(
    rows: Iterable[Empowerment], *, to: State, on: date, by: User | None, at: datetime, said: str
) -> None:
    """Many at once, each with its row; whoever calls saves the states."""
    moves = []
    for one in rows:
        one.state = to
        moves.append(EmpowermentMove(empowerment=one, to=to, on=on, by=by, at=at, said=said))
    EmpowermentMove.objects.bulk_create(moves)


def _refuse_wrong(
    line: Granted, document: GrantingDocument, bodies: set[int], taken: set[tuple[int, str]]
) -> None:
    if line.body.pk not in bodies:
        raise NotInGrant(line.body, document.number)
    if (line.body.pk, line.code) in taken:
        raise GrantedAlready(line.body, line.code)
    if line.mode is Mode.OTHER and not line.described.strip():
        raise SayHow
    if not by_agreement(reserved=line.reserved, mode=line.mode, reason=line.reserved_reason):
        raise MustDelegate
