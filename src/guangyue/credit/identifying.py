"""信用主体 are told apart by one number that checks, never by name."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.credit.refusals import NotOneIdentifier
from guangyue.kit.identities import CreditCode, IdNumber, Malformed
from guangyue.kit.masks import mask_id_number
from guangyue.kit.refusals import Refused

OF_AGE = 18
FIRST_SHOWN, LAST_SHOWN = 4, 2


class SubjectKind(Enum):
    PERSON = "自然人"
    ORGANISATION = "法人或者其他组织"


@dataclass(frozen=True)
class Identifier:
    """标识: a number of one of the two sorts, and the birthday that the one tells."""

    kind: SubjectKind
    number: str
    born: date | None = None


def read_identifier(*, id_number: str = "", credit_code: str = "", on: date) -> Identifier:
    """Exactly one of the two; what is wrong with it is said at its field."""
    if bool(id_number) == bool(credit_code):
        raise NotOneIdentifier(field="id_number" if id_number else "credit_code")
    try:
        if credit_code:
            return Identifier(SubjectKind.ORGANISATION, CreditCode.parse(credit_code).text)
        person = IdNumber.parse(id_number, on=on)
    except Malformed as malformed:
        raise Refused(str(malformed), field="credit_code" if credit_code else "id_number") from None
    return Identifier(SubjectKind.PERSON, person.text, person.born)


def shown_number(kind: SubjectKind, number: str) -> str:
    """Of a person the first four and the last two; the code of an organisation is public."""
    if kind is SubjectKind.ORGANISATION:
        return number
    return mask_id_number(number, first=FIRST_SHOWN, last=LAST_SHOWN)


def of_age_since(on: date) -> date:
    """Whoever was born after this day is not yet of age on the day."""
    try:
        return on.replace(year=on.year - OF_AGE)
    except ValueError:
        return date(on.year - OF_AGE, 2, 28)
