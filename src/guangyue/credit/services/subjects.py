"""信用主体: entered with the first record, checked against the registers; promises signed."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.credit.identifying import Identifier, SubjectKind
from guangyue.credit.models import CreditSubject, Promise
from guangyue.credit.refusals import WrongName
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm, Person


def enter_subject(*, identifier: Identifier, name: str) -> CreditSubject:
    """The one of this number. A number that the registers know by another name is refused."""
    known = registered_name(identifier)
    if known is not None and known != name:
        raise WrongName(field="name")
    subject, _ = CreditSubject.objects.get_or_create(
        number=identifier.number,
        defaults={"kind": identifier.kind.name, "name": name, "born": identifier.born},
    )
    if known is None and subject.name != name:
        raise WrongName("这个号码已经有记录，名称不同，请核对。", field="name")
    return subject


def registered_name(identifier: Identifier) -> str | None:
    if identifier.kind is SubjectKind.PERSON:
        return Person.objects.filter(id_number=identifier.number).values_list("name", flat=True).first()
    return Firm.objects.filter(credit_code=identifier.number).values_list("name", flat=True).first()


def account_of(subject: CreditSubject) -> User | None:
    """The account under which the subject sees its own record."""
    if subject.kind == SubjectKind.PERSON.name:
        return User.objects.filter(person__id_number=subject.number).first()
    return User.objects.filter(firm__credit_code=subject.number).first()


def own_subject(user: User) -> CreditSubject | None:
    """What an account bound to a person or a firm is in the register; None where nothing is known."""
    identity = identity_of(user)
    if identity is None:
        return None
    number = identity.id_number if isinstance(identity, Person) else identity.credit_code
    return CreditSubject.objects.filter(number=number).first()


@transaction.atomic
def sign_promise(
    *, identifier: Identifier, name: str, matter: str, version: str, by: User | None, at: datetime
) -> Promise:
    """守信承诺: the same text for the same matter is signed once."""
    subject = enter_subject(identifier=identifier, name=name)
    promise, _ = Promise.objects.get_or_create(
        subject=subject, matter=matter, version=version, defaults={"by": by, "at": at}
    )
    return promise
