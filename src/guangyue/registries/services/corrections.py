"""更正: saying that a fact is wrong, and what its owner answers."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import Kind, User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import FactKind
from guangyue.registries.history import standing
from guangyue.registries.models import Correction, Fact, Subject
from guangyue.registries.refusals import AnsweredAlready, NotOpenToChange, RaisedAlready
from guangyue.registries.services.recording import record_fact, refuse_others, withdraw_fact
from guangyue.registries.shapes import Plain, Record

Answer = Correction.Answer


@transaction.atomic
def raise_correction(
    *,
    subject: Subject,
    kind: FactKind,
    reason: str,
    by: User,
    at: datetime,
    proposed: Plain = None,
    item: str = "",
) -> Correction:
    """提出更正: whoever may see a fact may say that it is wrong; only its owner can do something about it."""
    type(subject).objects.select_for_update().get(pk=subject.pk)
    if Correction.objects.about(subject).open().filter(kind=kind.key, item=item, raised_by=by).exists():
        raise RaisedAlready
    return Correction.objects.create(
        kind=kind.key,
        item=item,
        region_id=subject.region_id,
        owner=Organisation.objects.get(key=kind.owner),
        proposed=proposed,
        reason=reason,
        raised_by=by,
        raised_at=at,
        **{kind.about.value: subject},
    )


@transaction.atomic
def accept_correction(
    *, correction: Correction, value: Plain, said: str, by: User, scope: Scope, at: datetime
) -> Correction:
    """予以更正: what the owner found to be so is stated anew, for the day the wrong statement speaks of."""
    correction = _open(correction)
    wrong = _standing_fact(correction, at)
    if isinstance(correction.declared.shape, Record):
        raise Refused("这类记录不能逐条改写，请撤回以后由业务系统重新登记。", field="value")
    fact = record_fact(
        subject=correction.subject,
        kind=correction.declared,
        value=value,
        since=wrong.since if wrong else localdate(correction.raised_at),
        source=f"更正申请 {correction.pk}",
        by=by,
        scope=scope,
        at=at,
        item=correction.item,
    )
    return _answer(correction, Answer.CORRECTED, said=said, by=by, at=at, fact=fact)


@transaction.atomic
def accept_withdrawal(
    *, correction: Correction, said: str, by: User, scope: Scope, at: datetime
) -> Correction:
    """撤回该条: the statement was wrong altogether; what held before it holds on."""
    correction = _open(correction)
    wrong = _standing_fact(correction, at)
    if wrong is None:
        raise NotOpenToChange("现在没有可以撤回的登记。")
    fact = withdraw_fact(fact=wrong, source=f"更正申请 {correction.pk}", by=by, scope=scope, at=at)
    return _answer(correction, Answer.WITHDRAWN, said=said, by=by, at=at, fact=fact)


@transaction.atomic
def refuse_correction(
    *, correction: Correction, said: str, by: User, scope: Scope, at: datetime
) -> Correction:
    """不予更正, with the reason."""
    correction = _open(correction)
    refuse_others(kind=correction.declared, subject=correction.subject, scope=scope)
    return _answer(correction, Answer.REFUSED, said=said, by=by, at=at)


def _open(correction: Correction) -> Correction:
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    if correction.answered_at:
        raise AnsweredAlready
    return correction


def _standing_fact(correction: Correction, at: datetime) -> Fact | None:
    """The last statement that stands, which is the one people see."""
    stated = correction.subject.facts.filter(kind=correction.kind, item=correction.item)
    facts = standing(stated.order_by("recorded_at", "id"), known_at=at)
    return facts[-1] if facts else None


def _answer(
    correction: Correction, answer: Answer, *, said: str, by: User, at: datetime, fact: Fact | None = None
) -> Correction:
    correction.answer = answer
    correction.said = said
    correction.answered_by = by
    correction.answered_at = at
    correction.fact = fact
    correction.save()
    notify(
        to=correction.raised_by,
        title=f"更正申请已答复：{correction.declared.title}",
        body=f"{correction.get_answer_display()}。{said}",
        link=_page_for(correction.raised_by, correction),
        key=f"correction-{correction.pk}",
        at=at,
    )
    return correction


def _page_for(person: User, correction: Correction) -> str:
    """Where whoever raised it reads the answer."""
    match person.kind:
        case Kind.CITIZEN:
            return reverse("registries:me")
        case Kind.ENTERPRISE:
            return reverse("registries:my_firm")
    return reverse("registries:correction", args=[correction.pk])
