"""The questionnaire as pages: the answers are in the address, and what they lead to is what the rules say."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client

from guangyue.kit.tests.reading import run_on
from guangyue.organisations.models import Organisation
from guangyue.systems.offered import offered

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
Sent = Mapping[str, str]
NOTHING: Sent = {}
SKIP: Sent = {"skip": "1"}
ADDRESS = "/policies-for-me/questions/"
PERSON = f"{ADDRESS}?who=person&topic=all"
TRAINING = f"{ADDRESS}?policy=S20.training"


@pytest.fixture
def visitor(country: Country) -> Client:
    return Client(headers={"accept": "text/html"})


def question_of(answer: Any) -> str:
    return run_on(answer).partition("·光岳政务")[0]


def keys_of(answer: Any) -> dict[str, str]:
    """The hidden fields of the form, the question's own key among them."""
    fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.content.decode())
    return dict(fields)


def answer_with(visitor: Client, page: Any, *values: str, follow: bool = True, more: Sent = NOTHING) -> Any:
    """Sends the form of the page, as a browser without scripts does; KEY is the question's own."""
    pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page.content.decode())
    key = dict(pairs)["asked"]
    sent: dict[str, list[str]] = {}
    for name, value in [*pairs, *((key, value) for value in values), *more.items()]:
        sent.setdefault(name.replace("KEY", key), []).append(value)
    return visitor.get(ADDRESS, sent, follow=follow)


def answer_all(visitor: Client, address: str, answers: Mapping[str, tuple[str, ...]]) -> Any:
    """Whatever is asked, by title; what has no answer is skipped. Where it ends, and what was asked."""
    page, asked = visitor.get(address), []
    while "下一题" in (text := run_on(page)):
        title = question_of(page).removesuffix("？")
        assert title not in asked, f"{title} is asked twice"
        asked.append(title)
        more = NOTHING if title in answers else SKIP
        page = answer_with(visitor, page, *answers.get(title, ()), more=more)
        assert page.status_code == HTTPStatus.OK, text
    return page, asked


FITTING = {
    "就业状态": ("登记失业",),
    "人员类别": ("登记失业人员",),
    "出生日期": ("1990-01-01",),
    "培训合格": ("yes",),
    "培训费": ("500",),
    "以前领取的补贴": ("none",),
}


def test_whoever_has_not_said_what_about_chooses_first(visitor: Client) -> None:
    page = visitor.get(f"{ADDRESS}?who=person")

    assert "想了解哪方面的政策" in run_on(page)
    assert 'name="topic" value="S20"' in page.content.decode()


def test_one_policy_is_asked_about_to_its_end_and_its_amount_is_told(visitor: Client) -> None:
    page, asked = answer_all(visitor, TRAINING, FITTING)

    assert sorted(asked) == sorted(FITTING)
    assert "可以享受1项" in run_on(page)
    assert "¥500.00" in run_on(page)
    assert "不是审批决定" in run_on(page)


def test_what_cannot_change_anything_any_more_is_not_asked(visitor: Client) -> None:
    page, asked = answer_all(visitor, TRAINING, FITTING | {"人员类别": ("none",)})

    assert set(asked) < set(FITTING)
    assert "不符合1项" in run_on(page)
    assert "须为“登记失业人员”、“就业困难人员”之一，现都不是" in run_on(page)


def test_what_was_skipped_is_told_as_still_to_be_known(visitor: Client) -> None:
    answers = {title: value for title, value in FITTING.items() if title != "培训合格"}

    page, asked = answer_all(visitor, TRAINING, answers)

    assert asked.count("培训合格") == 1
    assert "还差一些信息1项" in run_on(page)
    assert "还要知道：培训合格" in run_on(page)


def test_a_date_that_time_will_bring_makes_a_policy_one_to_come(visitor: Client) -> None:
    address = f"{ADDRESS}?policy=S20.startup"
    answers = {"登记日期": ("2020-06-10",), "缴纳社会保险费": ("yes",)}

    page, _ = answer_all(visitor, address, answers)

    assert "快要符合1项" in run_on(page)
    assert "2021年6月10日起符合，还有41天" in run_on(page)
    assert "还差1个月11天" in run_on(page)


def test_the_address_holds_the_answers_and_nothing_else_does(visitor: Client) -> None:
    first = visitor.get(TRAINING)
    answered = answer_with(visitor, first, "登记失业", follow=False)

    assert answered.status_code == HTTPStatus.FOUND
    pairs = dict(parse_qsl(urlsplit(answered["Location"]).query))
    assert pairs.keys() == {"policy", keys_of(first)["asked"]}
    assert not visitor.session.keys()
    assert "no-store" in first["Cache-Control"]


def test_an_earlier_answer_is_changed_and_the_others_stay(visitor: Client) -> None:
    page, _ = answer_all(visitor, TRAINING, FITTING)
    change = re.search(r'href="([^"]*)" aria-label="修改：培训费"', page.content.decode())
    assert change

    editing = visitor.get(change[1].replace("&amp;", "&"))
    again = answer_with(visitor, editing, "300")

    assert question_of(editing) == "培训费"
    assert 'value="500"' in editing.content.decode()
    assert "¥300.00" in run_on(again)


@pytest.mark.parametrize(
    ("title", "sent", "sentence"),
    [
        ("出生日期", "1990-02-30", "没有这一天"),
        ("出生日期", "1890-01-01", "日期不能早于1900年"),
        ("出生日期", "9999-12-31", "日期不能晚于2199年"),
        ("出生日期", "2021-05-01", "还没有到"),
        ("培训费", "-5", "金额不能是负数"),
        ("就业状态", "失踪", "没有“失踪”这一类"),
        ("培训合格", "也许", "请选是或否"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_at_its_question(
    visitor: Client, title: str, sent: str, sentence: str
) -> None:
    page = visitor.get(TRAINING)
    while question_of(page).removesuffix("？") != title:
        page = answer_with(visitor, page, *FITTING[question_of(page).removesuffix("？")])

    refused = answer_with(visitor, page, sent)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert question_of(refused).removesuffix("？") == title
    assert sentence in run_on(refused)


def test_nothing_chosen_is_said_so(visitor: Client) -> None:
    refused = answer_with(visitor, visitor.get(TRAINING))

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "请选一项或者填写" in run_on(refused)


def test_of_a_list_whose_rows_no_rule_looks_into_only_the_number_is_asked(visitor: Client) -> None:
    page = visitor.get(TRAINING)
    while question_of(page) != "以前领取的补贴":
        page = answer_with(visitor, page, *FITTING[question_of(page).removesuffix("？")])

    some = answer_with(visitor, page, "some")
    wrong = answer_with(visitor, page, "some", more={"KEY-count": "零"})
    two = answer_with(visitor, page, "some", more={"KEY-count": "2"})

    assert some.status_code == HTTPStatus.OK
    assert "一共几笔" in run_on(some)
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "请填1到30之间的整数" in run_on(wrong)
    assert "没有领取过：已有2笔" in run_on(two)


def test_a_list_that_rules_look_into_is_asked_row_by_row(db: None) -> None:
    visitor = Client(headers={"accept": "text/html"})
    page = visitor.get(f"{ADDRESS}?policy=S20.startup_firm&on=2021-04-30")
    while question_of(page) != "此前领取的补贴":
        page = answer_with(visitor, page, more=SKIP)

    some = answer_with(visitor, page, "some")
    blank = answer_with(visitor, some, "some", more={"KEY-rows": "1"})
    more = answer_with(visitor, some, "some", more={"KEY-rows": "1", "KEY-add": "1"})
    name = re.search(r'name="([0-9a-f]{8}-0-[0-9a-f]{8})"', some.content.decode())
    assert name
    told = answer_with(visitor, some, "some", more={"KEY-rows": "1", name[1]: "startup_firm"})

    assert "第1笔" in run_on(some)
    assert "一次性创业补贴（个体工商户）" in run_on(some)
    assert blank.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "请至少填一笔" in run_on(blank)
    assert "第2笔" in run_on(more)
    assert "创业者和企业都未领取过：已有1笔" in run_on(told)


def test_whoever_does_not_say_for_whom_is_asked_for_himself(visitor: Client) -> None:
    assert run_on(visitor.get(ADDRESS)) == run_on(visitor.get(f"{ADDRESS}?who=person"))


@pytest.mark.parametrize(
    "address",
    [
        f"{ADDRESS}?who=nobody",
        f"{ADDRESS}?who=person&topic=S99",
        f"{ADDRESS}?policy=S20.nothing",
    ],
)
def test_what_there_is_not_is_not_found(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_day_that_is_none_is_refused(visitor: Client) -> None:
    assert visitor.get(f"{PERSON}&on=2021-02-30").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_tampered_answer_is_shown_as_wrong_at_its_question(visitor: Client) -> None:
    key = keys_of(visitor.get(TRAINING))["asked"]

    page = visitor.get(f"{TRAINING}&{key}=不存在")

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert question_of(page) == "就业状态"


def test_every_policy_of_the_city_can_be_asked_about(db: None) -> None:
    visitor = Client(headers={"accept": "text/html"})

    for one in offered():
        page = visitor.get(f"{ADDRESS}?policy={one.code}")
        assert page.status_code == HTTPStatus.OK, one.code
