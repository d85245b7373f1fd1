"""Powers, their papers and a document that grants them, for tests."""

from collections.abc import Collection
from datetime import date, datetime
from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guangyue.empowerments.models import Agreement, Empowerment, GrantingDocument
from guangyue.empowerments.modes import Mode, Piece
from guangyue.empowerments.services.conferring import (
    Granted,
    issue_powers,
    know_document,
    propose_power,
    undertake_power,
)
from guangyue.empowerments.services.papers import (
    Terms,
    announce,
    issue_seal,
    open_permission,
    sign_agreement,
)
from guangyue.files.services import keep_file
from guangyue.gazette.document import Clause
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.declaration import PowerKind
from guangyue.organisations.models import Organisation, Region

ISSUED = date(2021, 4, 15)
SIGNED = date(2021, 4, 20)
AT = datetime(2021, 4, 20, 10, tzinfo=SHANGHAI)
TERMS = Terms("东政字〔2021〕8号", "食品经营许可", "全部权限", "委托方指导监督，受托方依法实施")

_numbers = count(1)


def a_picture() -> bytes:
    """A small one."""
    content = BytesIO()
    Image.new("RGB", (40, 40), "white").save(content, "PNG")
    return content.getvalue()


def a_zone(key: str = "east-zone", *, under: Region | None = None) -> Organisation:
    """A zone beside the districts, and its committee."""
    code = f"9901Z{next(_numbers)}"
    kind = Region.Kind.ZONE
    region = Region.objects.create(code=code, name=f"东湖{key}", kind=kind, parent=under, standard="测试")
    committee = Organisation.Kind.ZONE
    return Organisation.objects.create(key=key, name=f"东湖{key}管理委员会", kind=committee, region=region)


def a_document(*bodies: Organisation, number: str = "东政字〔2021〕8号", **counts: int) -> GrantingDocument:
    return know_document(
        number=number,
        title="关于赋予有关经济管理权限的通知",
        cites=Clause(number, "二（一）"),
        issued_on=ISSUED,
        days=30,
        new_matters=counts.get("new", 2),
        direct_matters=counts.get("direct", 1),
        bodies=bodies,
    )


def a_power(
    document: GrantingDocument,
    *,
    body: Organisation,
    department: Organisation | None = None,
    mode: Mode = Mode.DELEGATED,
    code: str = "000101",
    issued: bool = True,
    **said: Any,
) -> Empowerment:
    """Issued, and so being made ready, unless told otherwise."""
    granted = Granted(
        code=code,
        name=said.pop("name", "食品经营许可"),
        kind=PowerKind.PERMIT,
        mode=mode,
        department=department or body,
        body=body,
        **said,
    )
    power = propose_power(document=document, granted=granted, on=ISSUED, by=None, at=AT)
    if issued:
        issue_powers(empowerments=[power], by=None, at=AT)
    power.refresh_from_db()
    return power


def an_agreement(power: Empowerment, *, with_file: bool = False, through: date | None = None) -> Agreement:
    file = None
    if with_file:
        upload = SimpleUploadedFile("协议.png", a_picture())
        file = keep_file(upload=upload, by=None, at=AT)
    return sign_agreement(
        empowerments=[power],
        number="委字1号",
        terms=TERMS,
        signed_on=SIGNED,
        through=through,
        file=file,
        by=None,
        at=AT,
    )


def give(power: Empowerment, pieces: Collection[Piece], *, on: date = SIGNED) -> Empowerment:
    """Put these pieces in place."""
    told: dict[str, Any] = {"empowerments": [power], "by": None, "at": AT}
    if Piece.AGREEMENT in pieces:
        an_agreement(power)
    if Piece.SEAL in pieces:
        issue_seal(number="2号", on=on, **told)
    if Piece.PERMISSION in pieces:
        open_permission(account="窗口", on=on, **told)
    if Piece.ANNOUNCEMENT in pieces:
        announce(place="门户网站", on=on, **told)
    return power


def an_undertaken_power(document: GrantingDocument, *, on: date = SIGNED, **said: Any) -> Empowerment:
    """With every piece its way asks for."""
    power = a_power(document, **said)
    give(power, power.way.needs)
    undertake_power(empowerment=power, on=on, by=None, at=AT)
    power.refresh_from_db()
    return power
