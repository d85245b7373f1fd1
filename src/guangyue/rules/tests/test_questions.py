"""The questionnaire asks what can change an answer, once, and leads to what all the facts would lead to."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule, need, rule
from guangyue.rules.facts import UNKNOWN, Facts, day, flag, number, rows, text, word, words
from guangyue.rules.parameters import money_figure
from guangyue.rules.questions import Answers, Question, Questionnaire
from guangyue.rules.symbols import Amount, Day, choose, yuan
from guangyue.rules.tree import Kind
from guangyue.rules.verdicts import Status, Verdict

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)
ON = date(2028, 2, 29)
MINIMUM_WAGE = money_figure("min_wage", "最低工资标准")


class Grant(Facts):
    subsidy = text("补贴项目")
    granted_on = day("领取日期")


class Person(Facts):
    """A person, as one system asks about them."""

    groups = words("人员类别", ("登记失业人员", "就业困难人员", "高校毕业生", "其他"))
    birth = day("出生日期")
    insured = flag("已参保")
    months = number("劳动合同月数")
    grants = rows("此前领取的补贴", Grant)
    unused = flag("没有规则问起的事")


class Resident(Facts):
    """The same person, as another system asks."""

    born = day("出生日期")
    kinds = words("人员类别", ("就业困难人员", "低保对象"))
    size = word("户别", ("单人户", "多人户"))


@rule(cites=MEASURES.clause("第一条"), title="就业补贴")
def employment(person: Person, on: Day) -> Amount:
    need("属于两类人员", person.groups.meet("登记失业人员", "就业困难人员"))
    need("满十六周岁", person.birth.plus(years=16) <= on)
    need("已参保或者合同满一年", person.insured | (person.months >= 12))
    need("没有领取过", person.grants.count(lambda one: one.subsidy.among("employment")) < 1)
    return choose((person.months >= 24, yuan(2000)), otherwise=yuan(1000))


@rule(cites=MEASURES.clause("第二条"), title="生活补助")
def living(resident: Resident, on: Day) -> Amount:
    need("困难人员或者低保对象", resident.kinds.meet("就业困难人员", "低保对象"))
    need("不满六十周岁", on < resident.born.plus(years=60))
    return choose((resident.size.among("单人户"), yuan(300)), otherwise=yuan(500))


@rule(cites=MEASURES.clause("第三条"), title="工资补贴")
def wage(person: Person, on: Day) -> Amount:
    need("已参保", person.insured)
    need("今年没有领取过", person.grants.count(lambda one: one.granted_on.year.equals(on.year)) < 1)
    return MINIMUM_WAGE.at(on) * 2


RULES = (employment, living, wage)
ALL = Questionnaire(RULES, ON)
BY_TITLE = {question.title: question for question in ALL.questions}
GROUPS, BIRTH, INSURED, MONTHS, GRANTS, SIZE = (
    BY_TITLE[title] for title in ("人员类别", "出生日期", "已参保", "劳动合同月数", "此前领取的补贴", "户别")
)
SUBSIDY, GRANTED_ON = GRANTS.rows


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(values, values, st.just(UNKNOWN))


ROW = st.fixed_dictionaries(
    {
        SUBSIDY.key: maybe(st.sampled_from(("employment", "其他"))),
        GRANTED_ON.key: maybe(st.sampled_from((date(2027, 12, 31), date(2028, 1, 1)))),
    }
)
TRUTH = st.fixed_dictionaries(
    {
        GROUPS.key: maybe(st.frozensets(st.sampled_from(GROUPS.words))),
        BIRTH.key: maybe(st.sampled_from((date(1968, 2, 28), date(1968, 3, 1), date(2012, 3, 1)))),
        INSURED.key: maybe(st.booleans()),
        MONTHS.key: maybe(st.sampled_from((11, 12, 23, 24))),
        GRANTS.key: maybe(st.lists(ROW, max_size=2).map(tuple)),
        SIZE.key: maybe(st.sampled_from(SIZE.words)),
    }
)


def asked(questionnaire: Questionnaire, truth: Answers) -> dict[str, object]:
    """The answers of someone who answers what is asked, in turn, and nothing else."""
    answers: dict[str, object] = {}
    while question := questionnaire.next(answers):
        assert question.key not in answers
        answers[question.key] = truth[question.key]
    return answers


def said(verdicts: tuple[Verdict, ...]) -> list[tuple[Status, Money | None]]:
    return [(one.status, one.amount) for one in verdicts]


def test_one_title_and_kind_is_one_question_whose_words_are_those_of_all_that_rules_speak_of() -> None:
    assert [question.title for question in ALL.questions] == [
        "人员类别",
        "出生日期",
        "已参保",
        "劳动合同月数",
        "此前领取的补贴",
        "户别",
    ]
    assert GROUPS.words == ("登记失业人员", "就业困难人员", "低保对象")
    assert SUBSIDY.compared == {"employment"}


def test_what_most_verdicts_wait_for_is_asked_first_and_ties_go_by_the_order_of_the_facts() -> None:
    assert [question.title for question in ALL.open({})] == [
        "人员类别",
        "出生日期",
        "已参保",
        "此前领取的补贴",
        "劳动合同月数",
        "户别",
    ]


def test_a_class_is_told_the_words_it_knows_and_that_no_other_applies() -> None:
    answers = {GROUPS.key: frozenset({"登记失业人员"}), BIRTH.key: date(1980, 1, 1)}

    assert [one.status for one in ALL.verdicts(answers)] == [
        Status.NEEDS_INFO,
        Status.INELIGIBLE,
        Status.NEEDS_INFO,
    ]


def test_nobody_is_asked_what_only_a_failed_rule_wanted() -> None:
    answers: Answers = {GROUPS.key: frozenset()}

    assert {question.title for question in ALL.open(answers)} == {"已参保", "此前领取的补贴"}


def test_what_was_skipped_stays_unknown_and_is_not_asked_again() -> None:
    answers = {INSURED.key: UNKNOWN}

    assert INSURED not in ALL.open(answers)
    assert ALL.verdicts(answers)[2].asks >= {Person.insured}


def test_a_figure_that_no_notice_has_said_is_no_question_to_the_public() -> None:
    one = Questionnaire((wage,), ON)
    answers = {INSURED.key: True, GRANTS.key: ()}

    assert one.verdicts(answers)[0].status is Status.NEEDS_INFO
    assert one.next(answers) is None


def test_no_row_is_a_list_that_is_known_and_a_row_without_its_day_leaves_its_list_answered() -> None:
    one = Questionnaire((wage,), ON, lambda key, region, day: 150_000)
    none = {INSURED.key: True, GRANTS.key: ()}
    some = {INSURED.key: True, GRANTS.key: ({SUBSIDY.key: "employment", GRANTED_ON.key: UNKNOWN},)}

    assert one.verdicts(none)[0].amount == yuan(3000)
    assert one.verdicts(some)[0].status is Status.NEEDS_INFO
    assert one.next(some) is None


def test_a_question_keeps_its_key_whatever_it_is_asked_with() -> None:
    alone = Questionnaire((living,), ON)

    assert {question.key for question in alone.questions} == {GROUPS.key, BIRTH.key, SIZE.key}
    assert len({question.key for question in (*ALL.questions, *GRANTS.rows)}) == len(ALL.questions) + 2


def test_a_date_with_one_title_and_a_list_with_another_are_two_questions() -> None:
    assert (GRANTED_ON.kind, GRANTED_ON.title) == (Kind.DAY, "领取日期")
    assert GRANTED_ON not in ALL.questions


@given(TRUTH)
def test_what_was_not_asked_changes_no_verdict(truth: Answers) -> None:
    assert said(ALL.verdicts(asked(ALL, truth))) == said(ALL.verdicts(truth))


@given(TRUTH, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(truth: Answers, chance: Random) -> None:
    answers: dict[str, object] = {}
    while still := ALL.open(answers):
        question = chance.choice(still)
        answers[question.key] = truth[question.key]

    assert said(ALL.verdicts(answers)) == said(ALL.verdicts(asked(ALL, truth)))


@given(TRUTH, st.data())
def test_only_what_some_open_verdict_waits_for_is_asked(truth: Answers, data: st.DataObject) -> None:
    known = data.draw(st.sets(st.sampled_from(sorted(truth))))
    answers = {key: truth[key] for key in known}

    wanted: set[Question] = set()
    for verdict in ALL.verdicts(answers):
        if verdict.status is Status.NEEDS_INFO:
            wanted |= ALL.asked_by(verdict)

    assert set(ALL.open(answers)) == {question for question in wanted if question.key not in answers}


def test_what_time_will_bring_is_still_asked_about_up_to_the_horizon() -> None:
    answers = {GROUPS.key: frozenset({"登记失业人员"}), BIRTH.key: date(2012, 6, 1)}

    assert Questionnaire((employment,), ON).next(answers) is None
    assert Questionnaire((employment,), ON, horizon=date(2028, 5, 31)).next(answers) is None
    ahead = Questionnaire((employment,), ON, horizon=date(2028, 6, 1))
    assert {question.title for question in ahead.open(answers)} == {
        "已参保",
        "劳动合同月数",
        "此前领取的补贴",
    }


def test_what_cannot_be_yet_is_told() -> None:
    refusal = ALL.contradiction({BIRTH.key: date(2028, 3, 1)})

    assert refusal is not None
    assert refusal.sentence.startswith("出生日期：")
    assert ALL.contradiction({BIRTH.key: ON}) is None


def test_the_same_rule_is_asked_about_in_few_questions_where_one_answer_settles_it() -> None:
    rules: tuple[Rule, ...] = (employment,)

    assert len(asked(Questionnaire(rules, ON), {GROUPS.key: frozenset()})) == 1
