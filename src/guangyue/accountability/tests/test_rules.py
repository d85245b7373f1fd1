"""What a clause allows, and who the last of a ranking are, without a database."""

from datetime import date
from itertools import product

import pytest

from guangyue.accountability.placing import bottom
from guangyue.accountability.stepping import check_steps, holds, recognised, skipped
from guangyue.accountability.tests.small_city import EXEMPTED, LADDER, LATE, NO_CAUSE
from guangyue.kit.plain import as_plain, from_plain
from guangyue.kit.refusals import Refused


def test_the_last_are_exactly_so_many_and_only_a_tie_leaves_a_choice() -> None:
    for *places, many in product(range(1, 5), repeat=5):
        ranked = dict(zip("ABCD", places, strict=True))

        found = bottom(ranked, many)

        concerned = {*found.certain, *found.tied}
        assert len(found.certain) + found.wanted == many
        assert found.wanted < len(found.tied) or not found.tied
        assert len({ranked[name] for name in found.tied}) <= 1
        best = min(ranked[name] for name in concerned)
        assert all(place < best for name, place in ranked.items() if name not in concerned)


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
