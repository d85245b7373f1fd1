"""自动解读: what is found in clauses. The sample sentences are our own, in the forms that gazettes use."""

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.reading.digest import digest
from guangyue.gazette.reading.digest.plain import from_plain, to_plain
from guangyue.gazette.reading.digest.points import (
    Amount,
    Beneficiary,
    Body,
    Bound,
    Deadline,
    Field,
    Meaning,
    Point,
    Purpose,
    Repeal,
    Role,
    Unit,
)

OF = date(2026, 3, 2)
YUAN = 100


@dataclass(frozen=True)
class Sample:
    path: str = "一（二）"
    heading: str = ""
    text: str = ""
    note: str = ""


def read(text: str = "", *, note: str = "", of: date | None = OF) -> list[Point]:
    return list(digest([Sample(text=text, note=note)], of=of))


def meanings(kind: type[Meaning], text: str = "", *, note: str = "") -> list[Meaning]:
    return [point.meaning for point in read(text, note=note) if isinstance(point.meaning, kind)]


def test_a_finding_names_its_clause_and_its_exact_words() -> None:
    text = "对新开办的书店，给予一次性补助3万元。"

    (shop, sum_) = read(text)

    assert (shop.place.path, shop.place.field, shop.printed) == ("一（二）", Field.TEXT, "新开办的书店")
    assert text[sum_.place.start : sum_.place.end] == sum_.printed == "3万元"


def test_what_nobody_can_cite_is_not_read() -> None:
    assert not list(digest([Sample(path="", text="给予补助3万元。")], of=OF))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("给予补助3万元。", Amount(30_000 * YUAN, 30_000 * YUAN)),
        ("每户补助 1,200.50 元。", Amount(120_050, 120_050, per="户")),
        ("按每人每月600元标准给予岗位补贴。", Amount(600 * YUAN, 600 * YUAN, per="人每月")),
        ("按照2万元/户的标准给予补贴。", Amount(20_000 * YUAN, 20_000 * YUAN, per="户")),
        ("补助最高不超过50万元。", Amount(500_000 * YUAN, 500_000 * YUAN, bound=Bound.MOST)),
        ("补贴标准不高于每人每年120元。", Amount(12_000, 12_000, per="人每年", bound=Bound.MOST)),
        (
            "每年安排不少于3000万元的补助资金。",
            Amount(3 * 10**9, 3 * 10**9, bound=Bound.LEAST, purpose=Purpose.BUDGET),
        ),
        ("补贴控制在4000—6000元之间。", Amount(400_000, 600_000)),
        ("给予五万元奖励。", Amount(5_000_000, 5_000_000)),
        ("按上年度实际缴费的50%返还。", Amount(share=Fraction(1, 2), of="上年度实际缴费")),
        ("补贴不超过其实际缴费的2/3。", Amount(share=Fraction(2, 3), of="其实际缴费", bound=Bound.MOST)),
        ("按保费的三分之一给予补贴。", Amount(share=Fraction(1, 3), of="保费")),
        ("按最低工资标准的60%给予补贴。", Amount(share=Fraction(3, 5), of="最低工资标准")),
        ("总投资超过5000万元的，优先支持。", Amount(5 * 10**9, 5 * 10**9, purpose=Purpose.THRESHOLD)),
        ("力争收入突破百亿元。", Amount(10**12, 10**12, purpose=Purpose.TARGET)),
        ("处2000元以上罚款。", Amount(200_000, 200_000, purpose=Purpose.FINE)),
        ("到2028年产值达到800亿元。", Amount(8 * 10**12, 8 * 10**12, purpose=Purpose.TARGET)),
    ],
)
def test_sums_and_shares_are_exact(text: str, found: Amount) -> None:
    assert meanings(Amount, text) == [found]


def test_a_threshold_is_not_taken_for_a_payment() -> None:
    purposes = [
        one.purpose
        for one in meanings(Amount, "实缴资本5亿元（含）以上不足10亿元的，给予补助200万元。")
        if isinstance(one, Amount)
    ]

    assert purposes == [Purpose.THRESHOLD, Purpose.THRESHOLD, Purpose.PAID]


def test_a_rate_to_be_reached_is_no_money() -> None:
    assert not meanings(Amount, "到2027年，覆盖率达到91.5%。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026年10月底前完成。", Deadline(due=date(2026, 10, 31))),
        ("2027年年底前基本建成。", Deadline(due=date(2027, 12, 31))),
        ("到2028年，全市建成五座。", Deadline(due=date(2028, 12, 31))),
        ("2026年5月10日前报送。", Deadline(due=date(2026, 5, 10))),
        ("6月底前完成。", Deadline(due=date(2026, 6, 30))),
        ("每年2月底前报送计划。", Deadline(due=date(2026, 2, 28), yearly=True)),
        ("于下一年度的三月底前汇总报告。", Deadline(due=date(2027, 3, 31))),
        ("有效期至2028年5月31日。", Deadline(due=date(2028, 5, 31))),
        (
            "2026年1月1日至12月31日，免收费用。",
            Deadline(since=date(2026, 1, 1), due=date(2026, 12, 31)),
        ),
        (
            "收到申请后20个工作日内答复。",
            Deadline(count=20, unit=Unit.WORKING_DAYS, after="收到申请后"),
        ),
        (
            "应在合同签订之日起一个月内备案。",
            Deadline(count=1, unit=Unit.MONTHS, after="合同签订之日起"),
        ),
        ("受理单位要在核实后3个工作日内移送。", Deadline(count=3, unit=Unit.WORKING_DAYS, after="核实后")),
        ("三年内至少建成一座。", Deadline(count=3, unit=Unit.YEARS)),
        ("补贴期限最长不超过2年。", Deadline(count=2, unit=Unit.YEARS)),
    ],
)
def test_deadlines_are_days_or_limits(text: str, found: Deadline) -> None:
    assert meanings(Deadline, text) == [found]


@pytest.mark.parametrize(
    "text", ["2025年以来，成效明显。", "2025年3月1日印发。", "13月底前。", "2月30日前。"]
)
def test_not_every_day_is_a_deadline(text: str) -> None:
    assert not meanings(Deadline, text)


def test_a_note_says_who_leads_who_answers_and_who_supports() -> None:
    note = "市甲局牵头，市乙和丙局、各县（市、区）政府按职责分工负责，市丁委配合"

    assert meanings(Body, note=note) == [
        Body("市甲局", Role.LEADS),
        Body("市乙和丙局", Role.ANSWERS),
        Body("各县（市、区）政府", Role.ANSWERS),
        Body("市丁委", Role.SUPPORTS),
    ]


def test_labels_name_bodies_too() -> None:
    note = "牵头单位：市甲局；责任单位：市乙局、市属开发区管委会和市直有关部门；完成时限：2026年12月底"

    assert meanings(Body, note=note) == [
        Body("市甲局", Role.LEADS),
        Body("市乙局", Role.ANSWERS),
        Body("市属开发区管委会", Role.ANSWERS),
        Body("市直有关部门", Role.ANSWERS),
    ]
    assert meanings(Deadline, note=note) == [Deadline(due=date(2026, 12, 31))]


def test_brackets_within_the_text_name_bodies_and_other_brackets_do_not() -> None:
    text = "建设平台（含数据库、应用）。（市甲局、市乙局负责）完善制度。"

    assert meanings(Body, text) == [Body("市甲局", Role.ANSWERS), Body("市乙局", Role.ANSWERS)]


def test_names_alone_in_a_note_answer_for_the_clause() -> None:
    assert meanings(Body, note="（市甲局、市乙局）") == [
        Body("市甲局", Role.ANSWERS),
        Body("市乙局", Role.ANSWERS),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("对不裁员的参保企业，返还一半。", "不裁员的参保企业"),
        (
            "对招用毕业生（含技师）,与其签订合同的小微企业,给予补贴。",
            "招用毕业生（含技师）,与其签订合同的小微企业",
        ),
        ("对认定为省级平台的，给予奖励。", "认定为省级平台的"),
        ("对新引入的投资者按上述标准进行补助。", "新引入的投资者"),
        ("享受补贴的人员范围包括登记失业人员、残疾人。", "登记失业人员、残疾人"),
        ("将灵活就业人员纳入补贴范围。", "灵活就业人员"),
        ("本办法适用于本市户籍的老年人。", "本市户籍的老年人"),
        ("符合条件的个体工商户可申请贷款贴息。", "符合条件的个体工商户"),
    ],
)
def test_it_says_whom_a_clause_is_for(text: str, who: str) -> None:
    assert Beneficiary(who) in meanings(Beneficiary, text)


@pytest.mark.parametrize(
    "text",
    ["对存在的问题，限期整改。", "对直接负责的主管人员依法给予处分。", "本办法适用于房屋管理工作。"],
)
def test_who_is_given_nothing_is_no_beneficiary(text: str) -> None:
    assert not meanings(Beneficiary, text)


def test_a_repeal_names_the_document() -> None:
    text = "本办法自印发之日起施行，《示例市旧办法》（示政发〔2019〕 3号）、《示例市细则》同时废止。"

    assert meanings(Repeal, text) == [
        Repeal("示政发〔2019〕3号", "示例市旧办法"),
        Repeal("", "示例市细则"),
    ]


@pytest.mark.parametrize(
    "text", ["各部门清理《示例市办法》，及时废止。", "根据《示例条例》，原有做法停止执行。", "严禁随意废止。"]
)
def test_a_plan_to_repeal_repeals_nothing(text: str) -> None:
    assert not meanings(Repeal, text)


WORDS = st.lists(
    st.one_of(
        st.sampled_from("对每人（）《》〔〕年月日市局、，。；/的十〇号%30.由"),
        st.sampled_from(
            ("给予", "补贴", "万元", "2026", "底前", "负责", "牵头", "内", "工作日", "废止", "企业", "不超过")
        ),
    ),
    max_size=40,
)


@given(text=WORDS.map("".join), note=WORDS.map("".join))
def test_whatever_is_printed_each_finding_stands_where_it_says(text: str, note: str) -> None:
    clause = Sample(text=text, note=note)

    for point in digest([clause], of=OF):
        words = getattr(clause, point.place.field.value)
        assert words[point.place.start : point.place.end] == point.printed


@given(text=WORDS.map("".join))
def test_nobody_is_named_twice_in_the_same_words(text: str) -> None:
    places = sorted(
        (point.place.start, point.place.end)
        for point in digest([Sample(text=text)], of=OF)
        if isinstance(point.meaning, Beneficiary)
    )

    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(text=WORDS.map("".join), note=WORDS.map("".join))
def test_a_meaning_survives_being_kept(text: str, note: str) -> None:
    for point in read(text, note=note):
        kept = json.loads(json.dumps(to_plain(point.meaning)))
        assert from_plain(type(point.meaning).__name__, kept) == point.meaning


@pytest.mark.parametrize(
    "text",
    [
        "对" + "甲，" * 5000 + "给予补助。",
        "（" * 10_000,
        "由" + "市局、" * 5000,
        "1" * 20_000 + "元",
        "按" * 20_000 + "的50%",
    ],
)
def test_what_nobody_would_print_is_read_quickly_too(text: str) -> None:
    begun = monotonic()

    read(text, note=text)

    assert monotonic() - begun < 2
