"""公开查询: finding a case by its number and code, so slowly that codes cannot be tried one by one."""

from datetime import datetime, timedelta

from guangyue.cases.models import Case, VainLook
from guangyue.cases.refusals import TooManyLooks

COUNTS_FOR = timedelta(hours=1)
MOST_IN_VAIN = 20  # from one address within that time; many people may share one


def find_case(*, number: str, code: str, address: str, at: datetime) -> Case | None:
    """The case of that number and code; whichever of the two is wrong, the answer is the same."""
    refuse_too_many(address=address, at=at)
    found = Case.objects.handed_in().filter(number=number.strip().upper(), check_code=code.strip().upper())
    case = found.select_related("flow", "version", "unit", "desk").first() if code.strip() else None
    if case is None:
        note_vain_look(address=address, at=at)
    return case


def refuse_too_many(*, address: str, at: datetime) -> None:
    if VainLook.objects.since(address=address, moment=at - COUNTS_FOR).count() >= MOST_IN_VAIN:
        raise TooManyLooks


def note_vain_look(*, address: str, at: datetime) -> None:
    VainLook.objects.filter(at__lte=at - COUNTS_FOR).delete()
    VainLook.objects.create(address=address, at=at)
