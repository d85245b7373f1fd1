"""发布: what may be sent, and when."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from guangyue.alerts.deadlines import deadline
from guangyue.alerts.publishing import Haste, WarningDraft, faults_of, lead_of, may_approve
from guangyue.alerts.tests.small_plan import BLUE, HINT, PLAN, RED
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.workdays import kept_calendar

NOON = datetime(2020, 12, 7, 12, tzinfo=SHANGHAI)
WHOLE = WarningDraft(
    BLUE, {"period": "8 日至 10 日", "trend": "逐步加重"}, checked_by="主任", approved_by="副市长"
)


def test_a_whole_warning_with_both_signatures_has_no_fault() -> None:
    assert list(faults_of(PLAN, WHOLE)) == []


def test_each_thing_that_lacks_is_named() -> None:
    draft = WarningDraft(RED, {"period": "  "}, checked_by="", approved_by="副市长")

    assert list(faults_of(PLAN, draft)) == [
        "预警信息缺“时段”。",
        "预警信息缺“趋势”。",
        "要由主任核准。",
        "红色预警要由市长审批。",
    ]


@pytest.mark.parametrize(
    ("leader", "signs"),
    [("主任", [HINT]), ("副市长", [HINT, BLUE]), ("市长", [HINT, BLUE, RED]), ("区长", [])],
)
def test_a_leader_signs_his_own_level_and_those_below(leader: str, signs: list[object]) -> None:
    assert [level for level in PLAN.levels if may_approve(PLAN, level, leader)] == signs


def test_the_deputy_may_check_in_place_of_the_director_when_he_stands_above() -> None:
    assert list(faults_of(PLAN, replace(WHOLE, checked_by="市长"))) == []


@pytest.mark.parametrize("haste", Haste)
def test_a_start_in_less_than_a_day_needs_a_reason(haste: Haste) -> None:
    start = NOON + timedelta(hours=23, minutes=59)

    assert not lead_of(PLAN, NOON, predicted_start=start).accepted
    assert lead_of(PLAN, NOON, predicted_start=start, haste=haste).accepted


def test_what_is_not_done_is_late_once_the_last_moment_is_over() -> None:
    limit = deadline(PLAN.limits.media, since=NOON, done=None, calendar=kept_calendar())

    assert not limit.late(at=NOON + timedelta(hours=2))
    assert limit.late(at=NOON + timedelta(hours=2, seconds=1))
