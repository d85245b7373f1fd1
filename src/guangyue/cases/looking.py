"""查询记录: whoever has a case shows who applies has looked at that person, who can see it."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.registries.models import Lookup, Person

IDENTITY = ("person.name", "person.sex", "person.birth_date", "person.residence")


def is_shown(case: Case, *, by: User, at: datetime) -> bool:
    """A firm's name is public, and of somebody whom no register knows there is nothing else to look at;
    of a person only what was asked for is shown, as long as the look lasts."""
    if case.person_id is None:
        return True
    looks = Lookup.objects.standing(by=by, at=at).filter(person=case.person_id)
    return looks.filter(case_number=case.number).exists()


def look_at_applicant(*, case: Case, by: User, at: datetime) -> None:
    """办理申请事项: the number of the case is what the look was for."""
    if case.person is not None and not is_shown(case, by=by, at=at):
        note_look(person=case.person, number=case.number, by=by, at=at)


def note_look(*, person: Person, by: User, at: datetime, number: str = "", explanation: str = "") -> None:
    Lookup.objects.create(
        person=person,
        by=by,
        organisation=by.organisation,
        at=at,
        purpose=Lookup.Purpose.CASE,
        case_number=number,
        explanation=explanation,
        kinds=list(IDENTITY),
    )
