"""三级十同: one violation for each element, with every unit that says otherwise."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from guangyue.matters.changes import changes_between
from guangyue.matters.comparing import CITY, violations
from guangyue.matters.declaration import Explanation
from guangyue.matters.elements import Element, Said, said_of
from guangyue.matters.tests.factories import SHOP

CITY_SAYS = said_of(SHOP)
UNITS = ("甲县", "乙县", "丙区")
days = st.integers(1, 20)
titles = st.lists(st.sampled_from(["营业执照", "申请表", "场所平面图", "承诺书"]), unique=True)


@given(st.dictionaries(st.sampled_from(UNITS), days))
def test_a_limit_is_one_violation_that_names_all_who_differ(reported: dict[str, int]) -> None:
    says: dict[str, dict[Element, Said]] = {unit: {Element.LIMIT: said} for unit, said in reported.items()}
    differing = [unit for unit, said in reported.items() if said != CITY_SAYS[Element.LIMIT]]

    found = violations(CITY_SAYS, says)

    assert [one.units for one in found] == ([[CITY, *differing]] if differing else [])


@given(titles, st.randoms())
def test_a_list_in_another_order_is_the_same(papers: list[str], random: Random) -> None:
    shuffled = list(papers)
    random.shuffle(shuffled)

    assert violations({Element.MATERIALS: papers}, {"甲县": {Element.MATERIALS: shuffled}}) == []


@given(st.text(max_size=20))
def test_spaces_and_widths_make_no_difference(text: str) -> None:
    spaced = f" {text} "

    assert violations({Element.CONDITIONS: text}, {"甲县": {Element.CONDITIONS: spaced}}) == []


def test_what_agrees_in_everything_has_no_violation() -> None:
    says: dict[Element, Said] = dict(CITY_SAYS)

    assert violations(CITY_SAYS, dict.fromkeys(UNITS, says)) == []


def test_what_a_unit_has_not_reported_is_not_held_against_it() -> None:
    assert violations(CITY_SAYS, {"甲县": {}}) == []


def test_the_same_version_has_no_changes() -> None:
    assert list(changes_between(SHOP, SHOP)) == []


def test_a_question_keeps_its_mark_and_an_answer_stands_among_others() -> None:
    asked = Explanation("要交收入证明吗？", "不交。")
    first = replace(SHOP.variants[0], terms=(Explanation("申请表", "写明名称。"),), faqs=(asked,))

    (change,) = changes_between(SHOP, replace(SHOP, variants=(first, *SHOP.variants[1:])))

    assert change.after.endswith("；申请表：写明名称；要交收入证明吗？不交")
