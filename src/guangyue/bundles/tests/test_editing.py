"""What each button of the designing page makes of a design."""

from guangyue.bundles.design import Choice, Design, ThemePart, ThemeQuestion, When
from guangyue.bundles.editing import (
    moved,
    ordered,
    with_part,
    with_question,
    without_choice,
    without_part,
    without_question,
)

NEW = Choice("new")
ASKED = Choice("small", (When("q1", "小"),))
DESIGN = Design(
    "lead",
    ("other",),
    parts=(ThemePart("A", (NEW,)), ThemePart("B", (ASKED, NEW), ("A",)), ThemePart("C", (NEW,), ("A", "B"))),
    questions=(ThemeQuestion("q1", "多大？", ("小", "大")),),
)


def test_what_is_taken_out_is_waited_for_by_nobody() -> None:
    design = without_part(DESIGN, "A")

    assert design.matters == ("B", "C")
    assert [part.after for part in design.parts] == [(), ("B",)]


def test_a_matter_moves_one_place_and_not_beyond_the_ends() -> None:
    assert moved(DESIGN, "C", by=-1).matters == ("A", "C", "B")
    assert moved(DESIGN, "A", by=-1) == DESIGN
    assert moved(DESIGN, "C", by=1) == DESIGN
    assert moved(DESIGN, "Z", by=1) == DESIGN


def test_a_matter_waits_for_others_of_the_theme_and_never_for_itself() -> None:
    assert ordered(DESIGN, "B", ["C", "B", "Z"]).parts[1].after == ("C",)


def test_with_its_last_situation_a_matter_is_gone() -> None:
    fewer = without_choice(DESIGN, "B", 0)
    assert fewer.parts[1].choices == (NEW,)

    assert without_choice(fewer, "B", 0).matters == ("A", "C")
    assert without_choice(DESIGN, "B", 7) == DESIGN


def test_one_more_situation_is_asked_before_the_others_and_stands_once() -> None:
    more = with_part(DESIGN, matter="A", choice=ASKED, after=["A", "C"])

    assert more.parts[0] == ThemePart("A", (ASKED, NEW), ("C",))
    assert with_part(more, matter="A", choice=ASKED, after=[]).parts[0] == more.parts[0]


def test_a_question_gets_a_key_of_its_own_and_takes_its_conditions_along() -> None:
    asked = with_question(DESIGN, title="在哪里？", answers=["城里", "乡下"])
    assert [one.key for one in asked.questions] == ["q1", "q2"]

    assert without_question(DESIGN, "q1").parts[1].choices == (Choice("small"), NEW)
