"""查验文书: what the public is told of a letter whose number and code are both right; of others nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.crypto import constant_time_compare

from guangyue.cases.models import IssuedLetter
from guangyue.cases.services.looking import note_vain_look, refuse_too_many
from guangyue.kit.masks import mask_name
from guangyue.kit.plain import fingerprint


@dataclass(frozen=True)
class CheckedLetter:
    """查验结果: nobody's full name, and nothing of why."""

    kind: str
    number: str
    issuer: str
    on: date
    matter: str
    variant: str
    case: str
    applicant: str
    replaced_by: str
    intact: bool


def check_letter_by(
    *, number: str, letter: int | None, code: str, address: str, at: datetime
) -> CheckedLetter | None:
    """Whichever of the two is wrong, the answer is the same, and is soon not given any more."""
    refuse_too_many(address=address, at=at)
    letters = IssuedLetter.objects.select_related("case", "replaced_by")
    found = (letters.filter(number=number) if number else letters.filter(pk=letter or 0)).first()
    if found is None or not constant_time_compare(found.check_code, code):
        note_vain_look(address=address, at=at)
        return None
    return _told(found)


def _told(letter: IssuedLetter) -> CheckedLetter:
    content = letter.content
    return CheckedLetter(
        kind=content["kind"],
        number=letter.number,
        issuer=content["issuer"],
        on=date.fromisoformat(content["on"]),
        matter=content["matter"],
        variant=content["variant"],
        case=content["case"],
        applicant=content["to"] if letter.case.firm_id else mask_name(content["to"]),
        replaced_by=letter.replaced_by.number if letter.replaced_by else "",
        intact=letter.hash == fingerprint(content),
    )
