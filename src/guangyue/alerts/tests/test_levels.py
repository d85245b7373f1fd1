"""研判: what holds of every forecast. The days of the plan's own clauses are the city's worked examples."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from guangyue.alerts.levels.blocks import daily, heavy_runs, hourly
from guangyue.alerts.levels.lifting import lift_from, may_lift
from guangyue.alerts.levels.weighing import Weighing, weigh
from guangyue.alerts.levels.wording import explain
from guangyue.alerts.plans import MergedDuration
from guangyue.alerts.tests.small_plan import BLUE, HINT, PLAN, RED

hours = st.lists(st.none() | st.integers(0, 500), max_size=120)
spells = st.lists(st.tuples(st.integers(1, 60), st.sampled_from([80, 190, 201, 260, 310, 500])), max_size=6)


LACKS_OF_RED = (
    "AQI 日均值大于 200 持续 96 小时，现为 24 小时，AQI 日均值大于 300 持续 48 小时，现为 0 小时；"
    "或者 AQI 日均值达到 500 持续 24 小时，现为 0 小时"
)


def of(values: list[int | None]) -> Weighing:
    return weigh(PLAN, hourly(values, missing_allowed=PLAN.missing_allowed))


def spelled(said: list[tuple[int, int]]) -> list[int | None]:
    return [value for hours, value in said for _ in range(hours)]


@given(spells, st.randoms(use_true_random=False))
def test_the_offsets_may_be_looked_at_in_any_order(said: list[tuple[int, int]], random: Random) -> None:
    offsets = list(hourly(spelled(said), missing_allowed=4))
    before = weigh(PLAN, offsets)

    random.shuffle(offsets)

    assert weigh(PLAN, offsets) == before


@given(spells)
def test_it_is_as_strict_as_the_days_from_any_hour_alone(said: list[tuple[int, int]]) -> None:
    offsets = list(hourly(spelled(said), missing_allowed=4))

    alone = [weigh(PLAN, [days]).level for days in offsets]

    assert PLAN.rank(weigh(PLAN, offsets).level) >= PLAN.rank(PLAN.strictest(*alone))


@given(hours)
def test_a_level_rests_on_days_that_follow_each_other_or_are_parted_by_less_than_the_gap(
    values: list[int | None],
) -> None:
    process = of(values).process

    if process is None:
        return
    assert all(day.mean is not None and day.mean > PLAN.heavy for day in process.days)
    gaps = [after.start - before.end for before, after in zip(process.runs, process.runs[1:], strict=False)]
    assert all(0 <= gap < PLAN.merged_under for gap in gaps)
    assert process.hours == process.end - process.start


@given(hours)
def test_with_any_heavy_day_there_is_at_least_a_hint(values: list[int | None]) -> None:
    heavy = heavy_runs(hourly(values, missing_allowed=4), PLAN.heavy)

    assert (of(values).level is not None) == bool(heavy)


@given(spells)
def test_every_level_above_lacks_something_in_each_of_its_conditions(said: list[tuple[int, int]]) -> None:
    weighing = of(spelled(said))

    for level in PLAN.above(weighing.level):
        for condition in weighing.why_not[level.key]:
            assert any(not one.met for one in condition)


@given(spells)
def test_without_the_gap_a_process_never_lasts_longer(said: list[tuple[int, int]]) -> None:
    by_sum = replace(PLAN, merged_duration=MergedDuration.SUM)
    forecast = list(hourly(spelled(said), missing_allowed=4))

    assert PLAN.rank(weigh(by_sum, forecast).level) <= PLAN.rank(weigh(PLAN, forecast).level)


def test_the_gap_counts_or_does_not_as_the_plan_says() -> None:
    by_sum = replace(PLAN, merged_duration=MergedDuration.SUM)

    days = list(daily([310, 310, 100, 210]))

    assert weigh(PLAN, days).level == RED
    assert weigh(by_sum, days).level == BLUE


def test_a_shorter_process_with_worse_days_counts_beside_a_longer_one_without() -> None:
    """Both end with the same days; the longer one alone would be no more than blue."""
    longer, worse, end = daily([210], anchor=5), daily([310, 310], anchor=10), daily([210, 210], anchor=60)

    assert weigh(PLAN, [*longer, *worse, *end]).level == RED


def test_days_that_began_at_an_hour_are_told_from_that_hour() -> None:
    assert weigh(PLAN, daily([210, 220], anchor=8)).offset == 8


def test_an_official_reads_what_was_reached_and_what_lacks() -> None:
    sentences = list(explain(weigh(PLAN, daily([210, 100, 310, 310]))))

    assert sentences == [
        "达到红色预警：从第 0 小时起算，3 个日均值（210.0、310.0、310.0），持续 96 小时。",
        "2 次过程间隔 24 小时，按一次重污染过程计算。",
    ]
    assert list(explain(weigh(PLAN, daily([210])))) == [
        "达到提示信息：从第 0 小时起算，1 个日均值（210.0），持续 24 小时。",
        "未达到蓝色预警：AQI 日均值大于 200 持续 48 小时，现为 24 小时。",
        f"未达到红色预警：{LACKS_OF_RED}。",
    ]


def test_of_clean_air_an_official_reads_that_nothing_is_needed() -> None:
    first, *_ = explain(of([90] * 48))

    assert first == "没有 AQI 日均值大于 200 的连续 24 小时，不需预警。"


def test_the_strictest_of_several_levels_is_taken_and_none_is_less_than_a_hint() -> None:
    assert PLAN.strictest(BLUE, None, RED, HINT) == RED
    assert PLAN.strictest(None, HINT) == HINT
    assert PLAN.strictest(None) is None


@given(st.lists(st.none() | st.integers(100, 200), max_size=90))
def test_the_hour_of_lifting_is_the_first_from_which_all_are_clean(values: list[int | None]) -> None:
    def clean_from(start: int) -> bool:
        ahead = values[start : start + 36]
        return len(ahead) == 36 and all(value is not None and value <= 150 for value in ahead)

    first = next((start for start in range(len(values)) if clean_from(start)), None)

    assert lift_from(PLAN, values) == first
    assert may_lift(PLAN, values) == (first == 0)
