"""The pages of accountability: what stands there, and who does what on them."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accountability.models import StepCase
from guangyue.accountability.services.circulating import issue_circular
from guangyue.accountability.tests.factories import (
    TUESDAY,
    a_circular,
    a_step_case,
    an_interview,
    decided,
    promises,
)
from guangyue.accountability.tests.small_city import LADDER, LATE
from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_browser, a_grant, a_user
from guangyue.organisations.models import Organisation

CRITICISM, INTERVIEW, _ = (step.title for step in LADDER)
LISTS = (
    "cases",
    "clues",
    "triggers",
    "interviews",
    "circulars",
    "restrictions",
    "transfers",
    "rankings",
    "statistics",
    "dashboard",
)


@pytest.fixture
def supervisor(unit: Organisation, settings: Settings) -> User:
    """Who proposes, and decides what others propose."""
    settings.DEMO = True
    official = a_user(organisation=unit)
    for role in ("supervisor", "chief"):
        a_grant(official, role)
    return official


def page(client: Client, name: str, *key: object, **query: str) -> str:
    answer = client.get(reverse(f"accountability:{name}", args=key), query)
    assert answer.status_code == HTTPStatus.OK, (name, answer.status_code)
    return str(answer.content.decode())


def test_every_page_opens_empty_and_full(unit: Organisation, supervisor: User) -> None:
    client = a_browser(supervisor)
    for name in LISTS:
        page(client, name)
    interview_step, circular_step = decided(a_step_case(unit, LATE), CRITICISM, INTERVIEW)[::-1]
    interview = an_interview(interview_step)
    promises(interview, "补齐手续")
    circular = a_circular(circular_step, audience="public")
    issue_circular(circular=circular, number="1号", dated=TUESDAY.date(), by=a_user(), at=TUESDAY)

    for name in LISTS:
        page(client, name)
    assert "补齐手续" in page(client, "interview", interview.pk)
    assert "一致" in page(client, "circular", circular.pk)
    assert unit.name in page(client, "case", interview_step.case_id)
    assert "并列" not in page(client, "trigger", LATE.key)
    assert unit.name in page(Client(), "public_circular", circular.pk)
    assert (
        client.get(reverse("accountability:circular_word", args=[circular.pk])).status_code == HTTPStatus.OK
    )


def test_a_proposal_is_written_down_by_hand_and_decided_by_another(
    unit: Organisation, supervisor: User
) -> None:
    client = a_browser(supervisor)
    said: dict[str, Any] = {
        "unit": unit.pk,
        "title": "工程逾期",
        "on": "2020-05-29",
        "record": "督查〔2020〕1号",
        "steps": [INTERVIEW],
    }
    address = reverse("accountability:proposal", args=[LATE.key])

    refused = client.post(address, said)
    made = client.post(address, {**said, "ground": "第三次逾期"})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "跳过了较轻的措施" in refused.content.decode()
    case = StepCase.objects.get()
    assert made["Location"] == case.get_absolute_url()
    decision = reverse("accountability:decision", args=[case.pk])
    assert client.post(decision, {"steps": [INTERVIEW]}).status_code == HTTPStatus.CONFLICT
    chief = a_user()
    a_grant(chief, "chief")
    answer = a_browser(chief).post(
        decision, {"steps": [INTERVIEW], "unheard": "danger", "reason": "第三次逾期"}
    )
    assert answer.status_code == HTTPStatus.FOUND
    case.refresh_from_db()
    assert (case.state, case.unheard) == (StepCase.State.DECIDED, "danger")
