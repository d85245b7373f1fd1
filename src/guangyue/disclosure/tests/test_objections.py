"""Objections: anyone's, in the period; answered in ten working days, read by who has the code."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.disclosure.glances import notice_objections_to_answer
from guangyue.disclosure.models import Objection
from guangyue.disclosure.refusals import AnsweredAlready, NotOpenToObjections
from guangyue.disclosure.services import answer_objection, raise_objection
from guangyue.disclosure.tests.samples import a_published_notice, gone_by
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation

SAID = {"about": "张春生", "text": "他的企业没有开过门", "name": "", "phone": ""}


def test_anyone_objects_without_signing_in_and_reads_the_answer_by_code(
    bureau: Organisation, drafter: User
) -> None:
    notice = a_published_notice(bureau)
    visitor = Client()
    answer = visitor.post(reverse("disclosure:objecting", args=[notice.pk]), SAID)
    objection = Objection.objects.get()
    assert answer["Location"] == reverse("disclosure:objection", args=[objection.code])
    assert "个工作日" in visitor.get(answer["Location"]).content.decode()

    official = Client()
    official.force_login(drafter)
    official.post(
        reverse("disclosure:objection_answer", args=[objection.pk]),
        {"upheld": "no", "answer": "已经实地核实"},
    )

    asked = visitor.get(reverse("disclosure:asking"), {"code": objection.code.lower()}, follow=True)
    assert "已经实地核实" in asked.content.decode()
    assert (
        "收到 1 件，已经答复 1 件"
        in visitor.get(reverse("disclosure:notice", args=[notice.pk])).content.decode()
    )


def test_outside_of_the_period_nobody_objects(bureau: Organisation) -> None:
    notice = a_published_notice(bureau)
    gone_by(notice, last=timezone.localdate() - timedelta(days=1))
    notice.refresh_from_db()

    with pytest.raises(NotOpenToObjections):
        raise_objection(notice=notice, **SAID, by=None, at=timezone.now())

    assert Client().post(reverse("disclosure:objecting", args=[notice.pk]), SAID).status_code == 409


def test_there_are_ten_working_days_to_answer(bureau: Organisation, drafter: User) -> None:
    at = timezone.now()
    raise_objection(notice=a_published_notice(bureau), **SAID, by=None, at=at)

    (todo,) = notice_objections_to_answer(user=drafter, scope=EVERYWHERE, at=at)
    assert todo.clock
    assert todo.clock.words == "还剩 10 个工作日"

    (later,) = notice_objections_to_answer(user=drafter, scope=EVERYWHERE, at=at + timedelta(days=40))
    assert later.clock
    assert later.clock.words.startswith("超期")


def test_who_is_signed_in_is_told_of_the_answer(bureau: Organisation, drafter: User) -> None:
    citizen = a_user(kind=Kind.CITIZEN)
    objection = raise_objection(notice=a_published_notice(bureau), **SAID, by=citizen, at=timezone.now())

    answer_objection(objection=objection, upheld=True, answer="情况属实", by=drafter, at=timezone.now())

    assert Notification.objects.get(to=citizen).body == "异议成立。情况属实"


def test_an_objection_is_answered_once_by_somebody_else_and_without_a_number(
    bureau: Organisation, drafter: User
) -> None:
    at = timezone.now()
    objection = raise_objection(notice=a_published_notice(bureau), **SAID, by=drafter, at=at)

    with pytest.raises(Refused, match="本人提出"):
        answer_objection(objection=objection, upheld=False, answer="不成立", by=drafter, at=at)
    with pytest.raises(Refused, match="公民身份号码"):
        answer_objection(
            objection=objection, upheld=False, answer="查 11010519491231002X", by=a_user(), at=at
        )
    answer_objection(objection=objection, upheld=False, answer="不成立", by=a_user(), at=at)
    with pytest.raises(AnsweredAlready):
        answer_objection(objection=objection, upheld=True, answer="成立", by=a_user(), at=at)


@pytest.mark.django_db
def test_a_code_that_does_not_exist_is_said_at_the_field() -> None:
    answer = Client().get(reverse("disclosure:asking"), {"code": "AAAA"})

    assert answer.status_code == 422
    assert "没有这个查询码" in answer.content.decode()
