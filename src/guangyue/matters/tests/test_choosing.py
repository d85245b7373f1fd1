"""颗粒化: questions lead to one situation, whatever is answered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.matters.choosing import BrokenTree, choose, tree_faults
from guangyue.matters.declaration import Answer, Declaration, Question, Variant
from guangyue.matters.tests.factories import SHOP

ANSWERS = ("甲", "乙", "丙")


@st.composite
def trees(draw: st.DrawFn) -> Declaration:
    """Questions that only lead on to later ones or to a situation: whatever stands unreached is left out."""
    count = draw(st.integers(1, 6))
    variants = [f"v{number}" for number in range(draw(st.integers(1, 5)))]
    questions = []
    for number in range(count):
        later = [f"q{other}" for other in range(number + 1, count)]
        answers = []
        for title in ANSWERS[: draw(st.integers(1, 3))]:
            to = draw(st.sampled_from(later + variants))
            answers.append(Answer(title, question=to) if to in later else Answer(title, variant=to))
        questions.append(Question(f"q{number}", f"问题{number}", tuple(answers)))
    return replace(SHOP, questions=tuple(questions), variants=tuple(Variant(key, key) for key in variants))


@st.composite
def any_trees(draw: st.DrawFn) -> Declaration:
    """Questions that lead anywhere: in circles, nowhere, to two things at once."""
    keys = st.sampled_from(["", "q0", "q1", "q2", "v0", "v1", "nowhere"])
    answer = st.builds(Answer, st.sampled_from(ANSWERS), question=keys, variant=keys)
    question = st.builds(
        Question,
        st.sampled_from(["q0", "q1", "q2"]),
        st.just("问题"),
        st.lists(answer, max_size=3).map(tuple),
    )
    questions = draw(st.lists(question, max_size=4).map(tuple))
    variants = tuple(Variant(key, key) for key in draw(st.lists(st.sampled_from(["v0", "v1"]), max_size=3)))
    return replace(SHOP, questions=questions, variants=variants)


def walk(declaration: Declaration, picks: list[int]) -> str:
    """The situation that these answers lead to, question by question."""
    said: dict[str, str] = {}
    for pick in picks:
        choice = choose(declaration, said)
        if choice.question is None:
            break
        answers = choice.question.answers
        said[choice.question.key] = answers[pick % len(answers)].title
    choice = choose(declaration, said)
    assert choice.variant is not None
    return choice.variant.key


@given(trees(), st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_every_path_of_answers_ends_in_one_situation(tree: Declaration, picks: list[int]) -> None:
    assert walk(tree, picks) in {one.key for one in tree.variants}


@given(any_trees(), st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_what_has_no_faults_can_be_walked_to_its_end(tree: Declaration, picks: list[int]) -> None:
    if list(tree_faults(tree)):
        return
    if not tree.variants:
        return

    assert walk(tree, picks) in {one.key for one in tree.variants}


@given(any_trees(), st.dictionaries(st.sampled_from(["q0", "q1", "q2"]), st.sampled_from(ANSWERS)))
def test_whatever_is_declared_and_answered_the_walk_comes_to_an_end(
    tree: Declaration, said: dict[str, str]
) -> None:
    try:
        choose(tree, said)
    except BrokenTree:
        assert list(tree_faults(tree)) or not tree.variants


def test_an_answer_that_is_not_offered_is_asked_again() -> None:
    choice = choose(SHOP, {"have_one": "不知道"})

    assert choice.question == SHOP.questions[0]
    assert choice.answered == ()


def test_a_matter_with_one_situation_asks_nothing() -> None:
    only = replace(SHOP, questions=(), variants=SHOP.variants[:1])

    assert choose(only, {}).variant == SHOP.variants[0]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ((), "没有用来选择的问题"),
        ((Question("q", "问", ()),), "没有回答可选"),
        ((Question("q", "问", (Answer("是", question="q"),)),), "兜了圈子"),
        ((Question("q", "问", (Answer("是", variant="none"),)),), "没有的办理情形"),
        ((Question("q", "问", (Answer("是", variant="new"),)),), "走不到办理情形“延续”"),
        ((Question("q", "问", (Answer("是"),)),), "要通向一个问题，或者一种办理情形"),
    ],
)
def test_a_fault_of_the_tree_is_named(questions: tuple[Question, ...], said: str) -> None:
    faults = list(tree_faults(replace(SHOP, questions=questions)))

    assert any(said in fault for fault in faults)
