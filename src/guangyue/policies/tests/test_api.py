"""POST /api/v1/verdicts: what programs ask, what they are told, and what is refused at which field."""

from datetime import date
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from guangyue.policies.tests.factories import approve_entries
from guangyue.rules.parameters import Entry
from guangyue.rules.symbols import percent

pytestmark = pytest.mark.django_db

ON = "2021-04-30"


def ask(client: Client, *cases: dict[str, Any], on: str = ON, **more: Any) -> Any:
    body = {"on": on, "cases": list(cases), **more}
    return client.post("/api/v1/verdicts", body, content_type="application/json")


def minor(**facts: Any) -> dict[str, Any]:
    return {"rule": "S23.tekun_minor", "facts": [facts]}


def test_a_verdict_says_its_conditions_and_clauses(client: Client) -> None:
    (told,) = ask(client, minor(birth="2010-05-01")).json()

    assert (told["status"], told["said"]) == ("eligible", "符合")
    assert told["conditions"][0]["outcome"] == "held"
    assert told["conditions"][0]["facts"] == {"出生日期": "2010-05-01"}
    assert told["clause"].endswith("三（一）")


def test_what_is_not_said_is_unknown_and_asked_for(client: Client) -> None:
    for facts in ({}, {"birth": None}):
        (told,) = ask(client, minor(**facts)).json()

        assert told["status"] == "needs_info"
        assert told["asks"] == [
            {"title": "出生日期", "subject": 0, "fact": "birth", "figure": None, "day": None}
        ]


def test_several_rules_are_asked_at_once(client: Client) -> None:
    told = ask(client, minor(birth="2010-05-01"), minor(birth="1990-05-01")).json()

    assert [one["status"] for one in told] == ["eligible", "ineligible"]


def test_a_rule_that_was_not_yet_or_no_longer_in_force_says_so(client: Client) -> None:
    (told,) = ask(client, minor(birth="1980-05-01"), on="1990-01-01").json()

    assert told["status"] == "not_in_force"


def test_the_figures_are_those_that_stood_at_the_moment(client: Client) -> None:
    approve_entries([Entry("county_flex_rate", date(2020, 1, 1), percent(60), "甲")])
    flex = {"rule": "S20.si_flex_hard", "facts": [{}, {"person_paid": "1000"}]}

    now, before = (
        ask(client, flex, known_at=at).json()[0] for at in ("2021-04-01T00:00:00Z", "2021-01-01T00:00:00Z")
    )

    assert not [one for one in now["asks"] if one["figure"]]
    assert [one["figure"] for one in before["asks"] if one["figure"]] == ["county_flex_rate"]


@pytest.mark.parametrize(
    ("case", "field", "said"),
    [
        (minor(birth="1899-12-31"), "cases.0.facts.0.birth", "日期不能早于1900年"),
        (minor(birth="2021-02-30"), "cases.0.facts.0.birth", "没有这一天"),
        (minor(birth="2021-05-01"), "cases.0.facts.0.birth", "还没有到"),
        (minor(birth=5), "cases.0.facts.0.birth", "没有这一天"),
        (minor(nonsense=1), "cases.0.facts.0.nonsense", "没有“nonsense”这项事实"),
        (minor(applied="yes"), "cases.0.facts.0.applied", "请填是或否"),
        (minor(disability="轻度"), "cases.0.facts.0.disability", "没有“轻度”这一类"),
        (minor(multiple=-1), "cases.0.facts.0.multiple", "不小于零的整数"),
        ({"rule": "S99.none", "facts": []}, "cases.0.rule", "没有编码"),
        ({"rule": "S23.tekun_minor", "facts": []}, "cases.0.facts", "要 1 组事实"),
        (
            {"rule": "S20.si_flex_hard", "facts": [{}, {"person_paid": "-5"}]},
            "cases.0.facts.1.person_paid",
            "金额不能是负数",
        ),
        (
            {"rule": "S20.si_flex_hard", "facts": [{}, {"person_paid": 5.5}]},
            "cases.0.facts.1.person_paid",
            "金额写成文字",
        ),
        (
            {"rule": "S20.si_flex_hard", "facts": [{"groups": ["不存在的"]}, {}]},
            "cases.0.facts.0.groups",
            "没有“不存在的”这一类",
        ),
        (
            {"rule": "S20.si_flex_hard", "facts": [{"grants": [{"granted_on": "1800-01-01"}]}, {}]},
            "cases.0.facts.0.grants.0.granted_on",
            "日期不能早于1900年",
        ),
        (
            {"rule": "S20.si_flex_hard", "facts": [{"grants": 3}, {}]},
            "cases.0.facts.0.grants",
            "请填名单",
        ),
        (
            {"rule": "S20.si_flex_hard", "facts": [{"birth": "2000-01-01", "graduated": "1999-01-01"}, {}]},
            "cases.0.facts.0.graduated",
            "毕业",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    client: Client, case: dict[str, Any], field: str, said: str
) -> None:
    answer = ask(client, case)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["field"] == field
    assert said in answer.json()["detail"]
