"""One set of materials, one form, one flow: nothing is asked twice, and nothing that is needed gets lost."""

from itertools import permutations
from time import perf_counter

from hypothesis import HealthCheck, given, settings

from guangyue.bundles.checking import FaultKind, four_ones, merge_faults
from guangyue.bundles.merging import Why, apart, merge, together
from guangyue.bundles.pieces import Piece
from guangyue.bundles.tests.pieces import a_piece, pieces_in_order
from guangyue.matters.declaration import Entry, FormField, Material, Source

UNHURRIED = settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,))


def codes_of(*pieces: Piece) -> list[str]:
    return [one.material.code for one in merge(pieces).materials]


def test_a_material_that_two_matters_want_is_asked_once() -> None:
    merged = merge([a_piece("A", "身份证", "章程"), a_piece("B", "身份证")])

    assert [one.material.code for one in merged.materials] == ["身份证", "章程"]
    assert [(one.code, one.why, str(one)) for one in merged.removals] == [
        ("身份证", Why.DUPLICATE, "“A”已经要求提交，只交一次")
    ]


def test_of_an_original_and_copies_both_are_asked_once() -> None:
    copies = Piece("A", "A", (Material("deed", "合同", originals=0, copies=2, deferrable=True),))
    original = Piece("B", "B", (Material("deed", "合同", originals=1, copies=1),))

    (only,) = merge([copies, original]).materials

    assert (only.material.originals, only.material.copies) == (1, 2)
    assert not only.material.deferrable


def test_what_an_earlier_matter_brings_forth_is_not_asked_and_makes_the_later_wait() -> None:
    merged = merge([a_piece("B", "执照"), a_piece("A", "章程", produces=("执照",))])

    assert [one.material.code for one in merged.materials] == ["章程"]
    assert merged.waits["B"] == ("A",)
    assert [[piece.key for piece in stage] for stage in merged.stages] == [["A"], ["B"]]
    assert "由“A”办出" in str(merged.removals[0])


def test_a_result_that_the_registers_hold_is_still_waited_for() -> None:
    needs = Piece("B", "B", (Material("licence", "执照", source=Source.LICENCE, fetched_from="市场监管局"),))

    merged = merge([needs, a_piece("A", produces=("licence",))])

    assert merged.waits["B"] == ("A",)
    assert merged.removals[0].why is Why.PRODUCED


def test_whoever_renews_a_paper_waits_for_nobody_who_issues_it() -> None:
    renews = a_piece("A", "执照", produces=("执照",))

    assert codes_of(renews, a_piece("B", produces=("执照",))) == ["执照"]


def test_matters_that_wait_for_each_other_are_named() -> None:
    merged = merge([a_piece("A", after=("B",)), a_piece("B", after=("C",)), a_piece("C", after=("A",))])

    assert merged.plan is None
    assert merged.circle == ("A", "B", "C")
    assert [fault.kind for fault in merge_faults(merged)] == [FaultKind.CIRCLE]


def test_a_field_that_two_matters_define_differently_stops_the_design() -> None:
    merged = merge(
        [
            Piece("A", "A", fields=(FormField("place", "住所"),)),
            Piece("B", "B", fields=(FormField("place", "住所", Entry.CHOICE, choices=("东", "西")),)),
        ]
    )

    (fault,) = merge_faults(merged)
    assert fault.kind is FaultKind.FIELD_CONFLICT
    assert fault.said == "表单项“住所”定义不一致：“A”里是文字，“B”里是单选（东、西）。"
    assert not four_ones(merged).form


def test_a_field_is_asked_once_and_required_where_one_requires_it() -> None:
    merged = merge(
        [
            Piece("A", "A", fields=(FormField("name", "名称", required=False),)),
            Piece("B", "B", fields=(FormField("name", "名称", known_as="name"),)),
        ]
    )

    (only,) = merged.fields
    assert only.field.required
    assert only.field.known_as == "name"


def test_a_matter_that_does_not_enter_the_hall_needs_a_second_window() -> None:
    merged = merge([a_piece("A"), a_piece("B", outside_hall="涉密")])

    assert not four_ones(merged).window
    assert [fault.kind for fault in merge_faults(merged)] == [FaultKind.SECOND_WINDOW]


def test_what_it_costs_apart_and_together() -> None:
    pieces = [a_piece("A", "证", "申请表A", days=3), a_piece("B", "证", "图", "申请表B", days=4)]

    assert list(apart(pieces).rows(together(merge(pieces)))) == [
        ("跑的窗口", 2, 1, "个"),
        ("填的表单", 2, 1, "张"),
        ("交的材料", 3, 2, "份"),
        ("办理时限", 7, 4, "个工作日"),
        ("跑动次数", 2, 1, "次"),
    ]


@UNHURRIED
@given(pieces_in_order())
def test_no_material_gets_lost(pieces: list[Piece]) -> None:
    """Each that a matter wants is asked, or was removed for a reason that holds."""
    merged = merge(pieces)
    asked = {one.material.code: one for one in merged.materials}
    removed = {(one.of.key, one.code): one for one in merged.removals}

    for piece in pieces:
        for material in piece.materials:
            removal = removed.get((piece.key, material.code))
            if removal is None or removal.why is Why.DUPLICATE:
                kept = asked[material.code]
                assert piece in kept.used_by
                assert kept.material.originals >= material.originals
                assert kept.material.copies >= material.copies
                assert material.deferrable or not kept.material.deferrable
            elif removal.why is Why.PRODUCED:
                assert any(material.code in one.produces for one in pieces if one.title == removal.instead)
            else:
                assert any(
                    one.code == material.code and one.source is not Source.APPLICANT
                    for other in pieces
                    for one in other.materials
                )


@UNHURRIED
@given(pieces_in_order())
def test_nothing_is_asked_twice_or_without_need(pieces: list[Piece]) -> None:
    merged = merge(pieces)
    codes = [one.material.code for one in merged.materials]

    assert len(codes) == len(set(codes))
    assert not {code for code in codes if code.startswith("result")}  # another matter brings it
    keys = [one.field.key for one in merged.fields]
    assert len(keys) == len(set(keys))


@UNHURRIED
@given(pieces_in_order())
def test_the_limit_is_the_longest_of_all_ways(pieces: list[Piece]) -> None:
    merged = merge(pieces)
    days = {piece.key: piece.days for piece in pieces}

    def longest(key: str) -> int:
        return days[key] + max((longest(one) for one in merged.waits[key]), default=0)

    assert merged.plan is not None
    assert merged.plan.days == max(longest(key) for key in days)
    assert sum(days[key] for key in merged.plan.critical) == merged.plan.days


@UNHURRIED
@given(pieces_in_order())
def test_each_stage_comes_after_what_it_waits_for(pieces: list[Piece]) -> None:
    merged = merge(pieces)
    place = {piece.key: number for number, stage in enumerate(merged.stages) for piece in stage}

    assert place.keys() == {piece.key for piece in pieces}
    assert all(place[key] > place[one] for key, before in merged.waits.items() for one in before)


def test_the_order_in_which_matters_are_named_changes_no_material() -> None:
    pieces = [a_piece("A", "甲", "乙", produces=("果",)), a_piece("B", "乙", "果"), a_piece("C", "丙")]

    assert {frozenset(codes_of(*order)) for order in permutations(pieces)} == {frozenset({"甲", "乙", "丙"})}


def test_twenty_matters_with_two_hundred_fields_are_merged_at_once() -> None:
    pieces = [
        Piece(
            f"P{number}",
            f"事项{number}",
            tuple(Material(f"m{(number * 7 + one) % 90}", "材料") for one in range(12)),
            tuple(FormField(f"f{(number * 9 + one) % 200}", "项") for one in range(40)),
            (f"result{number}",),
            number,
            (f"P{number - 1}",) if number % 3 else (),
        )
        for number in range(20)
    ]
    since = perf_counter()

    merged = merge(pieces)

    assert perf_counter() - since < 2
    assert len(merged.fields) == 200
