"""Browsers of those who work with cases, and cases of now, for tests of pages."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import a_case, go
from guangyue.matters.models import Matter


def signed_in(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


def a_case_now(matter: Matter, **fields: Any) -> Case:
    return a_case(matter, at=timezone.now() - timedelta(hours=1), **fields)


def a_decided_case_now(matter: Matter, *, clerk: User, reviewer: User, decider: User, **fields: Any) -> Case:
    case, at = a_case_now(matter, by=clerk, **fields), timezone.now()
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=at)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=at, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=at)
    return case


def move(client: Client, case: Case, arrow: str, **said: str) -> Any:
    return client.post(reverse("cases:move", args=[case.number, arrow]), said)
