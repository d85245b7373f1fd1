"""What a clause allows, and who the last of a ranking are, without a database."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.accountability.placing import bottom
from guangyue.accountability.stepping import check_steps, holds, recognised, skipped
from guangyue.accountability.tests.small_city import EXEMPTED, LADDER, LATE, NO_CAUSE
from guangyue.kit.plain import as_plain, from_plain
from guangyue.kit.refusals import Refused


@given(st.lists(st.integers(1, 8), min_size=1, max_size=12), st.integers(1, 5))
@settings(max_examples=40)
def test_the_last_are_exactly_so_many_and_only_a_tie_leaves_a_choice(places: list[int], many: int) -> None:
    ranked = {str(number): place for number, place in enumerate(places)}

    found = bottom(ranked, many)

    assert len(found.certain) + found.wanted == min(many, len(ranked))
    assert found.wanted < len(found.tied) or not found.tied
    best_taken = min((ranked[name] for name in (*found.certain, *found.tied)), default=0)
    left = [place for name, place in ranked.items() if name not in (*found.certain, *found.tied)]
    assert all(place < best_taken or place <= best_taken for place in left)


def test_only_listed_steps_are_allowed_and_lighter_ones_are_not_passed_over_in_silence() -> None:
    criticism, interview, last = (step.title for step in LADDER)

    assert check_steps(LATE, [criticism]) == LADDER[:1]
    assert skipped(LATE, [interview]) == [criticism]
    assert check_steps(LATE, [interview], taken=[criticism]) == LADDER[1:2]
    assert check_steps(LATE, [interview], reason="第三次逾期") == LADDER[1:2]
    for asked, reason in (([], ""), (["限批"], "理由"), ([interview], " "), ([last], "理由")):
        with pytest.raises(Refused):
            check_steps(LATE, asked, reason=reason)


def test_a_grave_step_needs_somebody_to_find_it_grave_and_say_why() -> None:
    with pytest.raises(Refused, match="情节严重"):
        check_steps(LATE, ["严肃问责"], reason="理由")
    with pytest.raises(Refused, match="严重在哪里"):
        check_steps(LATE, ["严肃问责"], grave=True)

    assert check_steps(LATE, ["严肃问责"], grave=True, reason="造成污染") == LATE.grave


def test_a_restriction_holds_from_its_first_day_to_its_last_unless_it_is_lifted() -> None:
    since, until = date(2021, 5, 1), date(2021, 7, 31)

    assert [holds(date(2021, 5, day), since=since, until=until) for day in (1, 2)] == [True, True]
    assert not holds(date(2021, 4, 30), since=since, until=until)
    assert holds(until, since=since, until=until)
    assert not holds(date(2021, 8, 1), since=since, until=until)
    assert not holds(date(2021, 6, 1), since=since, until=until, lifted_on=date(2021, 6, 1))


def test_a_trigger_is_kept_as_it_was_and_an_exemption_is_recognised_by_its_signs() -> None:
    assert from_plain(type(LATE), as_plain(LATE)) == LATE
    assert recognised(EXEMPTED.exemptions, "事故与抽查没有因果关系") == NO_CAUSE
    assert recognised(EXEMPTED.exemptions, "走过场") is None
