"""答复: what the person or the firm says to a match. To apply is an application of its own, begun by them."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.entitlements.models import Answer, Match
from guangyue.kit.refusals import Refused
from guangyue.registries.facts import About, FactKind
from guangyue.registries.models import Person, Subject
from guangyue.registries.services.corrections import raise_correction


class NotYours(Refused):
    sentence = "这不是您的匹配结果，不能答复。"


@transaction.atomic
def answer_match(
    *, match: Match, what: str, by: User, at: datetime, fact: FactKind | None = None, reason: str = ""
) -> Answer:
    """“信息有误” asks the department that owns the fact for a correction; the rule is run again after it."""
    if match.payee.account != by:
        raise NotYours
    correction = None
    if what == Answer.What.WRONG_DATA and fact is not None:
        correction = raise_correction(subject=_subject(match, fact), kind=fact, reason=reason, by=by, at=at)
    return Answer.objects.create(
        match=match, what=what, fingerprint=match.fingerprint, correction=correction, by=by, at=at
    )


def _subject(match: Match, fact: FactKind) -> Subject:
    payee = match.payee
    if fact.about is About.HOUSEHOLD and isinstance(payee, Person):
        if payee.household is None:
            raise Refused("您的户籍信息还没有登记，不能申请更正。", field="fact")
        return payee.household
    return payee
