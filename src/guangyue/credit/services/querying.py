"""信用查询: nothing is shown before it is written down who asks and for what; refusals are kept too."""

from datetime import date, datetime

from guangyue.accounts.models import User
from guangyue.credit.asking import Answer, answer_bank, answer_official
from guangyue.credit.identifying import Identifier, SubjectKind
from guangyue.credit.models import BankConsent, CreditQuery, CreditRecord, CreditSubject
from guangyue.credit.refusals import NoConsent, NoPurpose
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.registries.models import Firm

Purpose = CreditQuery.Purpose
FOR_OFFICIALS = tuple(one for one in Purpose if one is not Purpose.FINANCE)


def query_credit(*, identifier: Identifier, purpose: str, reason: str, by: User, at: datetime) -> CreditQuery:
    """By number, never by name; of whom nothing is recorded, that is the answer."""
    subject = CreditSubject.objects.filter(number=identifier.number).first()
    standing = CreditRecord.objects.standing(local_day(at)).filter(subject=subject)
    known = purpose if purpose in FOR_OFFICIALS else ""
    answer = answer_official(purpose=known, reason=reason, found=standing.count() if subject else 0)
    query = _keep(answer, subject, purpose=known, reason=reason, by=by, at=at)
    if not answer.answered:
        raise NoPurpose(field="reason" if known else "purpose")
    return query


def query_as_bank(
    *, code: str, reason: str, bank: Firm, by: User, at: datetime
) -> tuple[CreditQuery, BankConsent]:
    """银行查询: only with the firm's authorisation, and only what it names."""
    subject = CreditSubject.objects.filter(number=code, kind=SubjectKind.ORGANISATION.name).first()
    given = BankConsent.objects.standing(local_day(at)).filter(bank=bank.credit_code, subject__number=code)
    consent = given.select_related("subject").order_by("-id").first()
    answer = answer_bank(authorised=consent is not None)
    query = _keep(answer, subject, purpose=Purpose.FINANCE, reason=reason, by=by, at=at)
    if consent is None:
        raise NoConsent
    return query, consent


def give_consent(
    *,
    subject: CreditSubject,
    bank: str,
    bank_name: str,
    contents: list[str],
    until: date,
    by: User,
    at: datetime,
) -> BankConsent:
    """授权: to one bank, for what is named, until a day."""
    if until < local_day(at):
        raise Refused("授权的截止日期已经过了。", field="until")
    return BankConsent.objects.create(
        subject=subject, bank=bank, bank_name=bank_name, contents=contents, until=until, by=by, at=at
    )


def withdraw_consent(*, consent: BankConsent, at: datetime) -> None:
    """撤回: from this moment on nothing more is seen."""
    BankConsent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=at)


def _keep(
    answer: Answer,
    subject: CreditSubject | None,
    *,
    purpose: str,
    reason: str,
    by: User,
    at: datetime,
) -> CreditQuery:
    return CreditQuery.objects.create(
        subject=subject,
        by=by,
        unit=by.organisation,
        purpose=purpose,
        reason=reason.strip(),
        answered=answer.answered,
        result=answer.result,
        at=at,
    )
