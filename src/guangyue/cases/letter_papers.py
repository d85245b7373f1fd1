"""文书 set in type from what was frozen: the same letter gives the same bytes."""

from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from guangyue.cases.letter_content import Said
from guangyue.cases.models import IssuedLetter
from guangyue.kit.typesetting import Check, OfficialPaper, Part, Seal, Table, typeset


def paper_of(letter: IssuedLetter) -> OfficialPaper:
    content = letter.content
    asked = urlencode({"letter": letter.pk, "code": letter.check_code})
    page = f"{settings.GUANGYUE_ADDRESS}{reverse('cases:check_letter')}"
    return OfficialPaper(
        issuer=content["issuer"],
        banner=content["issuer"],
        number=letter.number,
        title=content["kind"],
        dated=date.fromisoformat(content["on"]),
        addressed_to=content["to"],
        body=[_part(said) for said in content["body"]],
        seal=_seal_of(letter),
        two_sided=False,
        letter=True,
        check=Check(
            address=f"{page}?{asked}",
            lines=(
                f"校验码 {letter.check_code}",
                f"扫描二维码，或者在 {page} 输入文书编号和校验码，可以查验真伪。",
            ),
        ),
    )


def pdf_of(letter: IssuedLetter) -> bytes:
    return typeset(paper_of(letter))


def _part(said: Said) -> Part:
    if isinstance(said, str):
        return said
    return Table(said["headers"], said["rows"], widths=said["widths"])


def _seal_of(letter: IssuedLetter) -> Seal | None:
    """印章: the picture in the state folder under the key of the office; without one, room to stamp it."""
    picture = Path(settings.HOME) / "seals" / f"{letter.issuer.key}.png"
    return Seal(picture.read_bytes()) if picture.is_file() else None
