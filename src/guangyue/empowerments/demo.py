"""The demonstration's powers: those of `settings.GUANGYUE_DEMO_POWERS`, given through the services."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.empowerments.declaration import DemoPowers, Shortfall
from guangyue.empowerments.models import Empowerment, GrantingDocument
from guangyue.empowerments.modes import Piece
from guangyue.empowerments.permissions import KEEP_POWERS
from guangyue.empowerments.services.conferring import (
    Granted,
    issue_powers,
    propose_powers,
    undertake_power,
)
from guangyue.empowerments.services.papers import (
    Terms,
    announce,
    complete_kit,
    issue_seal,
    open_permission,
    sign_agreement,
)
from guangyue.empowerments.services.stopping import Stopped, stop_powers
from guangyue.empowerments.services.withdrawing import suspend_power, withdraw_power
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.organisations.services.register import find_organisation

Say = Callable[[str], None]
WORKED_AT = time(10)
DUTIES = "委托方指导、监督，承担委托行政行为的法律后果；受托方在委托权限内依法实施，不得再委托。"
NOTHING_LACKS = Shortfall("", "")


@transaction.atomic
def load(say: Say) -> None:
    """Over the matters that the catalogue offers; what is there stays."""
    declared: DemoPowers = import_string(settings.GUANGYUE_DEMO_POWERS)
    document = GrantingDocument.objects.filter(number=declared.document).first()
    if document is None or document.empowerments.exists():
        say("赋权：没有赋权文件，或者已经载入")
        return
    by, at = somebody_allowed(KEEP_POWERS), datetime.combine(declared.signed_on, WORKED_AT, SHANGHAI)
    powers = _granted(document, declared, by=by, at=at)
    lacking = {(one.body, one.code): one for one in declared.shortfalls}
    for group in _by_department(powers):
        _give_papers(group, lacking, declared, by=by, at=at)
    for power in powers:
        _undertake(power, _lacks(power, lacking), declared, by=by, at=at)
    stopped = _stop(document, declared, by=by, at=at)
    say(f"赋权 {len(powers)} 项，不再实施 {stopped} 项（演示数据）")


def _granted(
    document: GrantingDocument, declared: DemoPowers, *, by: User | None, at: datetime
) -> list[Empowerment]:
    matters = Matter.objects.select_related("owner").in_bulk(
        [one.code for one in declared.grants], field_name="code"
    )
    lines = [
        Granted(
            code=one.code,
            name=matters[one.code].name,
            kind=PowerKind[matters[one.code].kind],
            mode=one.mode,
            department=matters[one.code].owner,
            body=body,
            remark=one.remark,
            described=one.described,
        )
        for body in document.bodies.order_by("pk")
        for one in declared.grants
        if one.code in matters
    ]
    made = propose_powers(document=document, granted=lines, on=document.issued_on, by=by, at=at)
    issue_powers(empowerments=made, by=by, at=at)
    pks = [one.pk for one in made]
    return list(Empowerment.objects.filter(pk__in=pks).with_pieces().order_by("pk"))


def _by_department(powers: Collection[Empowerment]) -> Iterator[list[Empowerment]]:
    """Those that share their papers: of one department, one body and one way."""
    groups: dict[tuple[int, int, str], list[Empowerment]] = {}
    for one in powers:
        groups.setdefault((one.department_id, one.body_id, one.mode), []).append(one)
    yield from groups.values()


def _give_papers(
    group: list[Empowerment],
    lacking: dict[tuple[str, str], Shortfall],
    declared: DemoPowers,
    *,
    by: User | None,
    at: datetime,
) -> None:
    first, on = group[0], declared.signed_on
    told: dict[str, Any] = {"by": by, "at": at}
    for piece in first.way.needs:
        having = [one for one in group if piece not in _lacks(one, lacking).pieces]
        if not having:
            continue
        if piece is Piece.AGREEMENT:
            names = "、".join(one.name for one in having)
            terms = Terms(f"{declared.document} 二（三）", names, "清单和备注写明的权限", DUTIES)
            number = f"委〔2021〕{first.pk}号"
            sign_agreement(empowerments=having, number=number, terms=terms, signed_on=on, **told)
        elif piece is Piece.SEAL:
            issue_seal(empowerments=having, number=f"2-{first.pk}", on=on, **told)
        elif piece is Piece.PERMISSION:
            open_permission(empowerments=having, account=f"{first.body}综合窗口", on=on, **told)
        else:
            announce(empowerments=having, place=f"{first.department}门户网站", on=on, **told)
    for part in first.way.kit:
        having = [one for one in group if part not in _lacks(one, lacking).kit]
        complete_kit(empowerments=having, part=part, on=on, **told)


def _undertake(
    power: Empowerment, lacks: Shortfall, declared: DemoPowers, *, by: User | None, at: datetime
) -> None:
    if power.way.as_before or lacks.pieces:
        return
    undertake_power(empowerment=power, on=declared.undertaken_on, by=by, at=at)
    told: dict[str, Any] = {"empowerment": power, "on": declared.changed_on, "by": by, "at": at}
    if lacks.suspended:
        suspend_power(said=lacks.suspended, **told)
    if lacks.withdrawn:
        withdraw_power(said=lacks.withdrawn, open_cases=Empowerment.OpenCases.FINISH, **told)


def _stop(document: GrantingDocument, declared: DemoPowers, *, by: User | None, at: datetime) -> int:
    goes_to: Organisation = find_organisation(declared.goes_to)
    matters = Matter.objects.filter(code__in=declared.stopped).order_by("code")
    stopped = [
        Stopped(matter.code, matter.name, body, goes_to, document.issued_on)
        for body in document.bodies.order_by("pk")
        for matter in matters
    ]
    return len(stop_powers(document=document, stopped=stopped, by=by, at=at))


def _lacks(power: Empowerment, lacking: dict[tuple[str, str], Shortfall]) -> Shortfall:
    return lacking.get((power.body.key, power.code), NOTHING_LACKS)
