"""异议: raised by anyone in the period of a notice, answered by the office that gave notice."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.disclosure.models import Notice, Objection
from guangyue.disclosure.refusals import AnsweredAlready, NotOpenToObjections, TooManyObjections
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify

MOST_WAITING = 300  # of one notice; whoever wants to drown an office in objections is stopped here


@transaction.atomic
def raise_objection(
    *, notice: Notice, about: str, text: str, name: str, phone: str, by: User | None, at: datetime
) -> Objection:
    """提出异议."""
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    if not notice.is_open(localdate(at)):
        raise NotOpenToObjections
    if notice.objections.filter(answered_at=None).count() >= MOST_WAITING:
        raise TooManyObjections
    return Objection.objects.create(
        notice=notice, about=about, text=text, name=name, phone=phone, by=by, raised_at=at
    )


@transaction.atomic
def answer_objection(*, objection: Objection, upheld: bool, answer: str, by: User, at: datetime) -> Objection:
    """答复异议: whether it holds, and why; whoever has the code can read it."""
    objection = Objection.objects.select_for_update(of=("self",)).select_related("by").get(pk=objection.pk)
    if objection.answered_at:
        raise AnsweredAlready
    if objection.by_id == by.pk:
        raise Refused("这件异议是您本人提出的，请由其他人答复。")
    if any(find_unmasked(answer, on=localdate(at))):
        raise Refused("答复里有完整的公民身份号码，请把中间的数字改成星号。", field="answer")
    objection.upheld, objection.answer = upheld, answer
    objection.answered_by, objection.answered_at = by, at
    objection.save()
    if objection.by:
        notify(
            to=objection.by,
            title="公示异议已答复",
            body=f"{'异议成立' if upheld else '异议不成立'}。{answer}",
            link=reverse("disclosure:objection", args=[objection.code]),
            key=f"disclosure.objection-{objection.pk}",
            at=at,
        )
    return objection
