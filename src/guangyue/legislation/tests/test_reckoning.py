"""What is arithmetic: hearings, days, roads, catalogues, articles. No database."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.kit.refusals import Refused
from guangyue.legislation.articles import fit_to_show, read_articles
from guangyue.legislation.catalogue import UnreadableCatalogue, WrongHeaderCount, read_catalogue
from guangyue.legislation.kinds import RuleKind
from guangyue.legislation.obligations import Flag, HearingDuty, hearing_duty
from guangyue.legislation.roads import ARROWS, OVER, ProjectState, stages
from guangyue.legislation.timing import BackPlan, earliest_close, kept

SOME_DAY = st.dates(date(2019, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("held", list(product((False, True), repeat=4)))
def test_a_hearing_is_obligatory_when_all_three_conditions_hold(held: tuple[bool, ...]) -> None:
    flags = {flag for flag, holds in zip(Flag, held, strict=True) if holds}
    a, b, c, d = held

    duty = hearing_duty(flags)

    assert (duty is HearingDuty.OBLIGATORY) == ((a or b) and c and d)
    assert (duty is HearingDuty.FREE) == (not any(held))


@given(SOME_DAY, st.integers(1, 90), st.integers(1, 90), st.integers(1, 60))
@settings(max_examples=20, deadline=None)
def test_planning_backwards_leaves_each_its_days(due: date, review: int, approval: int, days: int) -> None:
    plan = BackPlan(due, review, approval)

    assert plan.latest_submit + timedelta(days=review + approval) == due
    assert earliest_close(plan.latest_opening(days), days) == plan.latest_submit


@given(SOME_DAY, SOME_DAY)
@settings(max_examples=20, deadline=None)
def test_what_is_done_is_met_or_late_and_never_both(due: date, done: date) -> None:
    judged = kept(due, done, on=done)

    assert judged.met is (done <= due)
    assert judged.overdue is (done > due)


def test_every_road_leads_to_an_end_and_nothing_leaves_one() -> None:
    sources = {one.source for one in ARROWS}

    assert not sources & ({*OVER} - {ProjectState.PUBLISHED})
    for kind in RuleKind:
        reached = {ProjectState.LISTED}
        for _ in ARROWS:
            reached |= {one.target for one in ARROWS if one.source in reached and one.only in (None, kind)}
        assert (ProjectState.IN_FORCE in reached) == (kind == RuleKind.RULE)
        assert (ProjectState.SUBMITTED in reached) == (kind == RuleKind.REGULATION)


def test_a_project_under_hearing_stands_at_its_consultation() -> None:
    here = [
        one.title for one in stages(ProjectState.HEARING, RuleKind.RULE, studied=False) if one.look == "here"
    ]

    assert here == ["征求意见"]


def test_a_catalogue_is_read_with_its_clauses_and_a_wrong_count_refuses_it() -> None:
    right = "一、地方性法规项目（1 件）\n（一）年内提请审议的项目（1件）\n《甲条例》（市甲局起草）"

    (group,) = read_catalogue(right)

    assert (group.label, group.projects[0].unit) == ("附件一（一）", "市甲局")
    with pytest.raises(WrongHeaderCount) as refused:
        read_catalogue(right.replace("（1件）", "（2件）"))
    assert refused.value.field == "catalogue"
    for unreadable in ("", "《甲条例》（市甲局起草）", f"{right}\n随便一行"):
        with pytest.raises(UnreadableCatalogue):
            read_catalogue(unreadable)


def test_a_draft_is_told_apart_and_a_doubled_article_refused() -> None:
    articles = read_articles("第一章 总则\n第一条 甲。\n（一）乙；\n第十二条　丙。")

    assert [(one.label, one.chapter, one.text) for one in articles] == [
        ("第一条", "第一章 总则", "甲。\n（一）乙；"),
        ("第十二条", "第一章 总则", "丙。"),
    ]
    with pytest.raises(Refused):
        read_articles("没有条文")


def test_numbers_of_people_in_a_comment_are_hidden() -> None:
    shown = fit_to_show("打我电话13800001111，身份证110101199003074477", on=date(2020, 6, 1))

    assert "13800001111" not in shown
    assert "0030744" not in shown
