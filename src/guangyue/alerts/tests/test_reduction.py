"""应急减排: what holds of every proof and of every share. Who does what is in the city's worked examples."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.guarantees import Authority, Task, guarantee_of, stays_guaranteed
from guangyue.alerts.reduction.lines import batches_stopped, lines_to_stop
from guangyue.alerts.reduction.measures import (
    AbatementScheme,
    Force,
    Measure,
    RecipientKind,
    Step,
    Trait,
)
from guangyue.alerts.reduction.orders import orders_for
from guangyue.alerts.reduction.proof import Emitted, Saving, SourceList, by_source, percents_saved, prove
from guangyue.alerts.reduction.recipients import Recipient, enterprise, site
from guangyue.alerts.tests.small_plan import BLUE, CITED, HINT

HALF = Measure(
    "H",
    "限产",
    Force.GUIDING,
    (RecipientKind.ENTERPRISE,),
    {"blue": Step("限产一半", CITED, lines=50, single_line_rotates=True)},
    sectors=("饲料",),
)
DIGGING = Measure(
    "S",
    "停工",
    Force.COMPULSORY,
    (RecipientKind.SITE,),
    {"blue": Step("停止土石方作业", CITED)},
    spares=(Trait.GUARANTEED,),
)
SCHEME = AbatementScheme(
    industries=("水泥",),
    measures=(HALF, DIGGING),
    haulage_trips=10,
    most_batches=3,
    treatment_hours=3,
    proof_months=12,
    micro_kilograms=100,
)
percents = st.decimals(0, 100, places=2)


def codes(recipient: Recipient) -> list[str]:
    return [order.measure.code for order in orders_for(SCHEME, recipient, "blue")]


@given(st.fixed_dictionaries(dict.fromkeys(Emitted, percents)))
def test_dust_and_solvents_are_each_asked_for_and_the_others_together(said: dict[Emitted, Decimal]) -> None:
    enough = (
        said[Emitted.PM] >= 10 and said[Emitted.VOCS] >= 10 and said[Emitted.SO2] + said[Emitted.NOX] >= 20
    )

    assert prove(BLUE, said).met == enough


def test_what_falls_short_is_named() -> None:
    proof = prove(BLUE, {Emitted.SO2: 19, Emitted.PM: Decimal("9.9"), Emitted.VOCS: 30})

    assert [(one.name, one.percent) for one in proof.missed] == [("二氧化硫与氮氧化物", 20), ("颗粒物", 10)]


def test_a_hint_asks_for_nothing() -> None:
    assert prove(HINT, {}).met


def test_the_lists_add_up_to_percents_of_what_all_society_emits() -> None:
    base = {
        Emitted.SO2: Decimal(3),
        Emitted.NOX: Decimal(10),
        Emitted.PM: Decimal(30),
        Emitted.VOCS: Decimal(0),
    }
    savings = [
        Saving(SourceList.INDUSTRIAL, Emitted.SO2, Decimal(1)),
        Saving(SourceList.MOBILE, Emitted.PM, Decimal("2.9")),
        Saving(SourceList.DUST, Emitted.PM, Decimal("0.1")),
    ]

    saved = percents_saved(base, savings)

    assert saved[Emitted.PM] == 10
    assert saved[Emitted.SO2] * 3 == 100
    assert saved[Emitted.VOCS] == 100
    assert [(source, sums[Emitted.PM]) for source, sums in by_source(savings)] == [
        (SourceList.INDUSTRIAL, 0),
        (SourceList.MOBILE, Decimal("2.9")),
        (SourceList.DUST, Decimal("0.1")),
    ]


@given(st.integers(1, 60), st.integers(1, 100))
def test_no_fewer_lines_stop_than_the_share_and_none_more_than_needed(lines: int, percent: int) -> None:
    stopped = lines_to_stop(lines, percent)

    assert stopped * 100 >= lines * percent > (stopped - 1) * 100


@pytest.mark.parametrize("batches", [0, 1, 4])
def test_turns_are_taken_in_two_or_three_batches(batches: int) -> None:
    with pytest.raises(ValueError, match="2 到 3 批"):
        batches_stopped(SCHEME, batches, 50)


def test_an_order_goes_to_those_it_is_meant_for() -> None:
    assert codes(enterprise(SCHEME, "饲料", lines=2)) == ["H"]
    assert codes(enterprise(SCHEME, "水泥", processes=("饲料",))) == ["H"]
    assert codes(enterprise(SCHEME, "水泥")) == []
    assert codes(site()) == ["S"]
    assert codes(site(guaranteed=True)) == []
    assert codes(site(guaranteed=True, dust_measures_met=False)) == ["S"]


def test_at_a_level_that_asks_nothing_there_are_no_orders() -> None:
    assert list(orders_for(SCHEME, site(), "hint")) == []


def test_who_leaves_the_guaranteed_list_is_asked_for_its_lines_at_once() -> None:
    stays = stays_guaranteed(beyond_its_task=True, meets_environmental_demands=True)

    (before,) = orders_for(SCHEME, enterprise(SCHEME, "饲料", lines=4, guaranteed=True), "blue")
    (after,) = orders_for(SCHEME, enterprise(SCHEME, "饲料", lines=4, guaranteed=stays), "blue")

    assert (before.lines, after.lines) == (None, 2)


@given(st.sets(st.sampled_from(Task), min_size=1), st.booleans(), st.sampled_from(Grade))
def test_what_must_be_guaranteed_is_unless_it_co_disposes_with_a_bad_grade(
    tasks: set[Task], key_industry: bool, grade: Grade
) -> None:
    guarantee = guarantee_of(tasks, key_industry=key_industry, grade=grade)

    by_province = key_industry and Task.CO_DISPOSAL in tasks
    assert guarantee.eligible == (not by_province or grade in (Grade.A, Grade.B, Grade.LEADING))
    if guarantee.eligible:
        assert guarantee.compulsory == any(task.compulsory for task in tasks)
        assert (guarantee.authority is Authority.PROVINCIAL_ECOLOGY) == by_province
