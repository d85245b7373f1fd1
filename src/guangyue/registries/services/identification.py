"""实名认证: binding an account to the person, or the firm, that it stands for."""

from datetime import datetime, timedelta

from django.db import transaction

from guangyue.accounts.models import Kind, User
from guangyue.kit.refusals import Refused
from guangyue.registries.models import Enquiry, Firm, Person
from guangyue.registries.refusals import TooManyEnquiries

ATTEMPTS_AN_HOUR = 5


class NotTheSame(Refused):
    """One sentence whatever does not agree, so that nobody learns which numbers exist."""

    sentence = "所填内容与登记的不一致，或者已经由其他账户认证。"
    advice = "请逐字核对；仍然不行的，请带身份证到政务服务大厅窗口办理。"


class WrongKindOfAccount(Refused):
    sentence = "只有个人账户可以认证本人，企业账户可以认证企业。"


def identify_person(*, user: User, name: str, id_number: str, at: datetime) -> Person:
    """认证本人: name and number as the population register has them."""
    if user.kind != Kind.CITIZEN or Person.objects.filter(account=user).exists():
        raise WrongKindOfAccount
    _count_attempt(user, at)
    with transaction.atomic():
        found = Person.objects.select_for_update().filter(
            account=None, id_number=id_number.upper(), name=name
        )
        person = found.first()
        if person is None:
            raise NotTheSame
        person.account = user
        person.save(update_fields=["account"])
    return person


def identify_firm(*, user: User, credit_code: str, id_number: str, at: datetime) -> Firm:
    """认证企业: by the number of the legal representative that the business register has."""
    if user.kind != Kind.ENTERPRISE or Firm.objects.filter(account=user).exists():
        raise WrongKindOfAccount
    _count_attempt(user, at)
    with transaction.atomic():
        found = Firm.objects.select_for_update(of=("self",)).filter(
            account=None, credit_code=credit_code.upper(), legal_representative__id_number=id_number.upper()
        )
        firm = found.first()
        if firm is None:
            raise NotTheSame
        firm.account = user
        firm.save(update_fields=["account"])
    return firm


def _count_attempt(user: User, at: datetime) -> None:
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if Enquiry.objects.since(by=user, moment=at - timedelta(hours=1)).count() >= ATTEMPTS_AN_HOUR:
            raise TooManyEnquiries
        Enquiry.objects.create(by=user, at=at, found=False)
