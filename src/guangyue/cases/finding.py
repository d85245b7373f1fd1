"""查找申请人 at the counter: in the registers, with what for; or as he says he is called."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.looking import note_look
from guangyue.cases.services.counter import Someone
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.registries.models import Firm, Person
from guangyue.registries.refusals import NoSuchPerson
from guangyue.registries.services.lookups import find_person


class NobodyKnown(Refused):
    sentence = "名录库里没有这个号码，请填写姓名或者名称。"

    def __init__(self) -> None:
        super().__init__(field="name")


def find_someone(
    *, number: str, is_person: bool, name: str, title: str, by: User, scope: Scope, at: datetime
) -> Someone:
    """A person is looked at for this matter, and it is noted; a firm is public."""
    known = _person(number, title, by, scope, at) if is_person else _firm(number)
    if known is None and not name:
        raise NobodyKnown
    return Someone(known, name, number)


def _person(number: str, title: str, by: User, scope: Scope, at: datetime) -> Person | None:
    try:
        person = find_person(id_number=number, by=by, scope=scope, at=at)
    except NoSuchPerson:
        return None
    note_look(person=person, explanation=f"窗口收件：{title}", by=by, at=at)
    return person


def _firm(number: str) -> Firm | None:
    return Firm.objects.filter(credit_code=number).first()
