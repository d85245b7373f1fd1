"""Rules beside their clauses, the figures with their approval, the explorer: as people open them."""

from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.gazette.document import Clause
from guangyue.kit.access import EVERYWHERE
from guangyue.policies.catalogue import city_rules, facts_of, names_said, rules_using
from guangyue.policies.glances import figures_to_approve, find_rules
from guangyue.policies.models import FigureEntry
from guangyue.policies.running import rules_run
from guangyue.policies.services import approve_figure
from guangyue.policies.tests.factories import NOON, a_proposal, a_reviewer, an_approver
from guangyue.policies.versions import code_of, versions_of
from guangyue.rules.wording import rule_in_words

pytestmark = pytest.mark.django_db

FLEX = "S20.si_flex_hard"
BROWSER = {"Accept": "text/html"}


def as_(user: User) -> Client:
    client = Client(headers=BROWSER)
    client.force_login(user)
    return client


def page(client: Client, name: str, *arguments: object, **asked: Any) -> str:
    answer = client.get(reverse(f"policies:{name}", args=arguments), asked)
    assert answer.status_code == HTTPStatus.OK, answer.content.decode()[:3000]
    return str(answer.content.decode())


def test_every_rule_is_said_in_words_and_names_every_condition() -> None:
    names = names_said()

    for one in city_rules():
        for version in one.versions:
            words = rule_in_words(version, names)
            assert [condition.label for condition, said in words.conditions if said] == [
                condition.label for condition in version.conditions
            ]
            assert bool(words.amount) == (version.amount is not None)


def test_every_rule_has_its_code_beside_it() -> None:
    for one in city_rules():
        for version in one.versions:
            code = code_of(version)
            assert any(line.startswith("def ") or " def " in line for line in code.lines), one.code


def test_every_rule_has_a_page() -> None:
    client = as_(a_reviewer())

    for one in city_rules():
        assert one.title in page(client, "rule", one.code)


def test_every_rule_can_be_explored_without_knowing_anything() -> None:
    client = as_(a_reviewer())

    for one in city_rules():
        page(client, "explorer", one.code, on=(one.versions[-1].since or "2021-04-30"))


def test_rules_are_found_by_words_system_audience_and_day() -> None:
    client = as_(a_reviewer())

    shown = page(client, "rules", q="灵活就业", system="S20", audience="PERSON", on="2021-04-30")

    assert FLEX in shown
    assert "S25." not in shown
    assert "没有符合条件的规则" in page(client, "rules", q="没有这样一条规则")


def test_a_day_that_is_none_is_said_at_its_field() -> None:
    answer = as_(a_reviewer()).get(reverse("policies:rules"), {"on": "1800-01-01"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "日期应在 1900 年至 2199 年之间" in answer.content.decode()


def test_a_rule_nobody_wrote_is_not_found() -> None:
    client = as_(a_reviewer())

    for code in ("S20.nothing", "S99.x", "nothing"):
        assert client.get(reverse("policies:rule", args=[code])).status_code == HTTPStatus.NOT_FOUND


def test_a_rule_page_shows_code_words_figures_and_what_it_excludes() -> None:
    shown = page(as_(a_reviewer()), "rule", FLEX)

    assert "@rule(" in shown
    assert "灵活就业社会保险补贴比例" in shown
    assert "没有数值" in shown
    assert "不重复享受" in shown


def test_a_later_version_says_what_it_changed() -> None:
    changed = [(one, version) for one in city_rules() for version in versions_of(one) if version.changes]

    assert changed
    one, version = changed[0]
    place = one.versions.index(version.rule) + 1
    shown = page(as_(a_reviewer()), "rule", one.code, version=place)
    assert "和上一版的差别" in shown
    assert version.changes[0].of in shown


def test_the_library_and_the_coverage_lead_to_the_page_of_a_rule() -> None:
    runs = list(rules_run(["聊财社〔2019〕70号"]))

    assert {one.cites.number for one in runs} == {"聊财社〔2019〕70号"}
    assert reverse("policies:rule", args=[FLEX]) in {one.url for one in runs}
    assert Clause("聊财社〔2019〕70号", "第十二条") in {one.cites for one in rules_run(None)}


def test_the_verdict_changes_with_a_fact_and_says_so() -> None:
    client = as_(a_reviewer())
    address = reverse("policies:explorer", args=["S23.tekun_minor"])

    young = client.get(address, {"on": "2021-04-30", "0-birth": "2010-01-01"})
    grown = client.get(
        address,
        {"on": "2021-04-30", "0-birth": "2000-01-01", "before": "on=2021-04-30&0-birth=2010-01-01"},
    )

    assert "符合" in young.content.decode()
    assert "不符合" in grown.content.decode()
    assert "原为“满足”" in grown.content.decode()


@pytest.mark.parametrize(
    ("field", "sent", "said"),
    [
        ("0-birth", "1899-12-31", "日期不能早于1900年"),
        ("on", "1899-01-01", "日期应在 1900 年至 2199 年之间"),
        ("known_on", "昨天", "有效的日期"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_of_the_explorer(field: str, sent: str, said: str) -> None:
    address = reverse("policies:explorer", args=["S23.tekun_minor"])

    answer = as_(a_reviewer()).get(address, {field: sent})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()


@pytest.mark.parametrize("before", ["on=1800-01-01", "0-birth=1899-01-01"])
def test_answers_before_that_make_no_sense_are_no_answers(before: str) -> None:
    shown = page(
        as_(a_reviewer()), "explorer", "S23.tekun_minor", **{"0-birth": "2010-01-01", "before": before}
    )

    assert "原为" not in shown


def test_the_explorer_asks_for_what_the_rule_judges_on_and_nothing_else() -> None:
    one = next(one for one in city_rules() if one.code == FLEX)

    shown = page(as_(a_reviewer()), "explorer", FLEX)

    assert {"groups", "retires"} <= facts_of(one.versions[-1])[0]
    assert 'name="0-groups"' in shown
    assert 'name="0-graduated"' not in shown


def test_a_figure_goes_from_proposal_to_approval_between_two_people() -> None:
    reviewer, approver = as_(a_reviewer()), as_(an_approver())

    proposed = reviewer.post(
        reverse("policies:figure_proposing", args=["min_wage"]),
        {"since": "2021-01-01", "value": "1,700", "source": "示人社发〔2021〕1号"},
    )
    entry = FigureEntry.objects.get()
    touched = page(approver, "figure_entry", entry.pk)
    asked = approver.post(reverse("policies:figure_approval", args=[entry.pk]))
    approver.post(reverse("policies:figure_approval", args=[entry.pk]), {"confirmed": "yes"})

    assert proposed.status_code == HTTPStatus.FOUND
    assert rules_using("min_wage")[0].title in touched
    assert "审定这个参数值？" in asked.content.decode()
    entry.refresh_from_db()
    assert (entry.state, entry.value) == ("approved", 170_000)
    assert "¥1,700" in page(reviewer, "figures", on="2021-04-30")
    assert "自 2021年1月1日" not in page(reviewer, "figure", "min_wage")


@pytest.mark.parametrize(
    ("field", "sent", "said"),
    [
        ("value", "-1", "金额不能是负数"),
        ("value", "", "请填数值"),
        ("value", "很多", "请填写金额"),
        ("since", "1800-01-01", "日期不在合理范围内"),
        ("since", "", "这个字段是必填项"),
        ("source", "", "这个字段是必填项"),
        ("region", "371599", "选择一个有效的选项"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_at_its_field(field: str, sent: str, said: str) -> None:
    filled = {"since": "2021-01-01", "value": "1700", "source": "通知", field: sent}

    answer = as_(a_reviewer()).post(reverse("policies:figure_proposing", args=["min_wage"]), filled)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert not FigureEntry.objects.exists()


def test_who_proposed_it_sees_no_button_to_approve_it_and_is_refused_when_he_tries() -> None:
    both = a_reviewer()
    a_grant(both, "policy-approver")
    entry = a_proposal(by=both)

    shown = page(as_(both), "figure_entry", entry.pk)
    tried = as_(both).post(reverse("policies:figure_approval", args=[entry.pk]), {"confirmed": "yes"})

    assert reverse("policies:figure_approval", args=[entry.pk]) not in shown
    assert tried.status_code == HTTPStatus.CONFLICT
    assert "不能审定自己提出的" in tried.content.decode()


def test_a_rejection_carries_its_reason_and_a_withdrawal_needs_the_proposer() -> None:
    reviewer = a_reviewer()
    entry, other = a_proposal(by=reviewer), a_proposal("dibao_urban", by=reviewer)

    as_(an_approver()).post(reverse("policies:figure_rejection", args=[entry.pk]), {"reason": "数不对"})
    as_(reviewer).post(reverse("policies:figure_withdrawal", args=[other.pk]))

    entry.refresh_from_db()
    other.refresh_from_db()
    assert (entry.state, other.state) == ("rejected", "withdrawn")
    assert "数不对" in page(as_(reviewer), "figure_entry", entry.pk)


def test_an_official_without_the_permission_sees_neither_rules_nor_figures() -> None:
    clerk = a_user()
    a_grant(clerk, "clerk")
    client = as_(clerk)

    for name, arguments in (("rules", []), ("rule", [FLEX]), ("explorer", [FLEX]), ("figures", [])):
        assert client.get(reverse(f"policies:{name}", args=arguments)).status_code == HTTPStatus.FORBIDDEN
    answer = as_(a_reviewer()).post(reverse("policies:figure_approval", args=[a_proposal().pk]))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_what_waits_stands_among_the_approvers_to_dos_and_not_his_own() -> None:
    reviewer, approver = a_reviewer(), an_approver()
    a_proposal(by=reviewer)

    (todo,) = figures_to_approve(user=approver, scope=EVERYWHERE, at=NOON)

    assert "当地月最低工资标准" in todo.title
    assert not list(figures_to_approve(user=reviewer, scope=EVERYWHERE, at=NOON))


def test_the_city_search_finds_rules() -> None:
    assert FLEX in {one.detail.split()[0] for one in find_rules(words="灵活就业", scope=EVERYWHERE, most=50)}


def a_table(*lines: str) -> SimpleUploadedFile:
    text = "\n".join(("参数项,区划,起始日,数值,来源", *lines))
    return SimpleUploadedFile("参数.csv", text.encode("utf-8-sig"), content_type="text/csv")


def brought_in(client: Client, *lines: str) -> str:
    answer = client.post(reverse("policies:figure_import"), {"step": "check", "file": a_table(*lines)})
    return str(answer.content.decode())


def test_a_table_with_bad_rows_names_each_and_proposes_none() -> None:
    approve_figure(entry=a_proposal(value=1700), by=a_user(), at=NOON)
    client = as_(a_reviewer())

    shown = brought_in(
        client,
        "当地月最低工资标准,,2021-10-01,1900,通知",
        "没有这一项,,2021-10-01,1,通知",
        "当地月最低工资标准,火星区,2021-10-01,1,通知",
        "当地月最低工资标准,,2021-11-01,-5,通知",
        "灵活就业社会保险补贴比例,,2021-10-01,一半,通知",
        "当地月最低工资标准,,2021-01-01,1700,通知",
        "当地月最低工资标准,,2021-02-30,1700,通知",
        "当地月最低工资标准,,2021-12-01,1700,",
    )

    for row, said in (
        (3, "没有这一项"),
        (4, "没有“火星区”这个县"),
        (5, "金额不能是负数"),
        (6, "请填比例"),
        (7, "和现在的数值一样"),
        (8, "没有这一天"),
    ):
        assert f"第 {row} 行" in shown
        assert said in shown
    assert "第 9 行" in shown
    assert "第 2 行" not in shown
    assert FigureEntry.objects.count() == 1


def test_a_good_table_proposes_every_row() -> None:
    client, lines = (
        as_(a_reviewer()),
        (
            "当地月最低工资标准,,2021-10-01,1900,通知",
            "灵活就业社会保险补贴比例,全市,2021-10-01,60%,通知",
        ),
    )
    shown = brought_in(client, *lines)
    checked = shown.partition('name="checked" value="')[2].partition('"')[0]

    answer = client.post(
        reverse("policies:figure_import"), {"step": "take", "checked": checked, "file": a_table(*lines)}
    )

    assert answer.status_code == HTTPStatus.FOUND
    assert set(FigureEntry.objects.values_list("key", "value", "state")) == {
        ("min_wage", 190_000, "proposed"),
        ("county_flex_rate", 600_000, "proposed"),
    }


def test_the_whole_table_goes_out_under_the_headings_it_comes_in_with() -> None:
    approve_figure(entry=a_proposal(value=1700), by=a_user(), at=NOON)

    answer = as_(a_reviewer()).get(reverse("policies:figure_entries"), {"export": "csv", "state": "approved"})

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert any(line.startswith("参数项,区划,起始日,数值,来源,") for line in lines)
    assert any(line.startswith("当地月最低工资标准,全市,2021-01-01,") for line in lines)
