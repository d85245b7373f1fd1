"""抽取: the known answers, and that the quick way is the way that is written down."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.inspections.drawing import nomcom
from guangyue.inspections.drawing.gydraw import bounded, commit, draw, list_hash, plan_hash, seed
from guangyue.inspections.drawing.matching import fill, match, shortages
from guangyue.inspections.drawing.outcome import carry_out
from guangyue.inspections.drawing.terms import Algorithm, Inspector, Slot, Target, Terms
from guangyue.inspections.tests import by_the_letter
from guangyue.inspections.tests.drawn import PUBLIC_VALUE, SALT, WIDER, WORKED

SEED = bytes(range(32))
SLOTS = (Slot("市场", "食品"), Slot("市场", "通用"), Slot("卫健", "通用"))
DEPARTMENTS, QUALIFICATIONS = ("市场", "卫健"), ("食品", "通用")

# RFC 3797, section 6: 25 volunteers; the first sixteen as the table there has them.
NOMCOM_KEY = "9319./2.5.8.10.12./9.18.26.34.41.45./"
NOMCOM_SELECTED = (17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4)

weights = st.lists(st.integers(1, 9) | st.integers(1, 2**70), min_size=1, max_size=70)
seeds = st.binary(min_size=32, max_size=32)


def test_the_worked_draw_comes_out_as_it_is_written() -> None:
    outcome = carry_out(WORKED, salt=SALT, public_value=PUBLIC_VALUE)

    assert list_hash(WORKED) == "e63d08b5003bd97b0bfd8fd483fb1f07072ea8ddfcfdcbe3be367f9b5af4b501"
    assert plan_hash(WORKED) == "eb5eacba00ca27f99f02255dde2caef94a976ffd674a3013d5a5ce6b44af7ecd"
    assert outcome.commitment == "d5d95128e8ab6d480d4d73470957ef632cc6144d420604d27345645dc1f5403f"
    assert outcome.seed.hex() == "afb45d1cd85f5afee78a86a618b38f79af6d23903d6e6c24c1de6cd7bcfff6ec"
    assert [(one.id, one.r, one.weight_left) for one in outcome.drawn] == [
        ("T004", 11, 18),
        ("T003", 6, 10),
        ("T006", 5, 6),
    ]
    assert outcome.teams == {
        "T004": ("I03", "I02", "I05"),
        "T003": ("I01", "I02", "I04"),
        "T006": ("I01", None, "I04"),
    }
    assert shortages(outcome.teams) == [("T006", 1)]


def test_the_selection_of_rfc_3797_comes_out_as_it_is_printed() -> None:
    volunteers = _terms([1] * 25, n=16, algorithm=Algorithm.NOMCOM)

    key = nomcom.key_string([[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])
    drawn = nomcom.draw(volunteers, key)

    assert key == NOMCOM_KEY
    assert tuple(int(one.id) for one in drawn) == NOMCOM_SELECTED
    assert [one.weight_left for one in drawn] == list(range(25, 9, -1))


@pytest.mark.parametrize(
    "text",
    ["", "/", "9319", "9319.", "/9319./", "2.5.12.8./", "02.5./", "2..5./", "2.5./ ", "２.5./"],
)
def test_the_same_numbers_are_a_key_in_one_form_alone(text: str) -> None:
    assert nomcom.is_key(NOMCOM_KEY)
    assert not nomcom.is_key(text)


def test_the_same_is_drawn_each_time() -> None:
    terms = Terms("B", 2, (Target("A"), Target("B")))

    assert carry_out(terms, salt="s", public_value="7") == carry_out(terms, salt="s", public_value="7")


def test_it_does_not_matter_in_which_order_lists_are_handed_in() -> None:
    shuffled = list(WORKED.targets)
    random.Random(5).shuffle(shuffled)

    other = replace(WORKED, targets=tuple(shuffled), inspectors=WORKED.inspectors[::-1])

    assert other == WORKED
    assert commit(other, SALT) == commit(WORKED, SALT)


@given(weights, st.data(), seeds)
def test_the_quick_draw_is_the_draw_by_the_letter(
    weights: list[int], data: st.DataObject, seed: bytes
) -> None:
    terms = _terms(weights, n=data.draw(st.integers(1, len(weights))))

    drawn = [(one.id, one.r, one.weight_left) for one in draw(terms, seed)]

    assert drawn == by_the_letter.draw(terms, seed)
    assert len({target for target, _, _ in drawn}) == terms.n


@given(seeds, st.integers(2**254, 2**256), st.integers(0, 5))
def test_a_hash_beyond_the_last_multiple_is_passed_over(seed: bytes, bound: int, k: int) -> None:
    assert bounded(seed, "target", k, bound) == by_the_letter.bounded(seed, "target", k, bound) < bound


@st.composite
def rosters(draw: st.DrawFn) -> Terms:
    inspectors = tuple(
        Inspector(
            f"I{number:02}",
            draw(st.sampled_from(DEPARTMENTS)),
            draw(st.frozensets(st.sampled_from(QUALIFICATIONS))),
            draw(st.integers(1, 3)),
        )
        for number in range(draw(st.integers(0, 12)))
    )
    targets = tuple(Target(f"T{number}") for number in range(draw(st.integers(1, 9))))
    pairs = st.tuples(st.integers(0, 12).map("I{:02}".format), st.sampled_from(("T0", "T1", "T2")))
    return Terms("批次", len(targets), targets, inspectors, draw(st.frozensets(pairs, max_size=9)), SLOTS)


@given(rosters(), seeds)
def test_the_quick_matching_is_the_matching_by_the_letter(terms: Terms, seed: bytes) -> None:
    drawn = draw(terms, seed)

    teams = match(terms, drawn, seed)

    expected = by_the_letter.match(terms, [one.id for one in drawn], seed)
    assert {target: list(team) for target, team in teams.items()} == expected


@given(rosters(), seeds)
def test_nobody_unqualified_recused_full_or_twice_is_in_a_team(terms: Terms, seed: bytes) -> None:
    teams = match(terms, draw(terms, seed), seed)

    known = {one.id: one for one in terms.inspectors}
    for target, team in teams.items():
        there = [one for one in team if one is not None]
        assert len(set(there)) == len(there)
        assert not {(one, target) for one in there} & terms.recusals
        assert all(slot.fits(known[one]) for slot, one in zip(terms.slots, team, strict=True) if one)
    visits = [one for team in teams.values() for one in team if one]
    assert all(visits.count(one.id) <= one.max_load for one in terms.inspectors)


def test_only_the_empty_places_are_filled_from_a_wider_roster() -> None:
    outcome = carry_out(WORKED, salt=SALT, public_value=PUBLIC_VALUE)

    filled = fill(replace(WORKED, inspectors=WIDER), outcome.teams, outcome.seed)

    assert filled == {**outcome.teams, "T006": ("I01", "W01", "I04")}
    assert shortages(filled) == []


@pytest.mark.parametrize("weight", [0, -1])
def test_nobody_is_exempt_by_weight(weight: int) -> None:
    with pytest.raises(ValueError, match="任何对象都不能免于抽取"):
        _terms([1, weight, 1], n=1)


@pytest.mark.parametrize("n", [0, 4])
def test_as_many_are_drawn_as_there_are_at_most_and_one_at_least(n: int) -> None:
    with pytest.raises(ValueError, match="抽取数量"):
        _terms([1, 1, 1], n=n)


@pytest.mark.parametrize("code", ["", "T|1", "T;1", "T\n1", "T\r", "\ud800"])
def test_two_lists_never_read_the_same_when_hashed(code: str) -> None:
    with pytest.raises(ValueError, match="编号"):
        Terms("B", 1, (Target(code),))


def test_no_subject_stands_on_the_list_twice() -> None:
    with pytest.raises(ValueError, match="重复"):
        Terms("B", 1, (Target("T1"), Target("T1", 8)))


def test_a_list_that_will_be_published_holds_no_id_number() -> None:
    Terms("B", 1, (Target("91371500MA3C0000X1"), Target("371502199001011233")))  # a wrong check character

    with pytest.raises(ValueError, match="身份证号码"):
        Terms("B", 1, (Target("371502199001011234"),))


def test_rfc_3797_knows_no_weights_and_counts_in_two_octets() -> None:
    with pytest.raises(ValueError, match="不分权重"):
        _terms([1, 2], n=1, algorithm=Algorithm.NOMCOM)
    with pytest.raises(ValueError, match="最多抽取 65536 个"):
        _terms([1] * 65537, n=65537, algorithm=Algorithm.NOMCOM)


def test_the_algorithm_is_committed_to() -> None:
    one = _terms([1, 1], n=1)

    assert commit(one, SALT) != commit(replace(one, algorithm=Algorithm.NOMCOM), SALT)
    assert seed(commit(one, SALT), "7") != SEED


def _terms(weights: list[int], *, n: int, algorithm: Algorithm = Algorithm.GYDRAW) -> Terms:
    targets = tuple(Target(f"{number:05}", weight) for number, weight in enumerate(weights, start=1))
    return Terms("B", n, targets, algorithm=algorithm)
