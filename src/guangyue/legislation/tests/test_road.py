"""A project from the plan to the order: no step skipped, each with its record, and a second pair of eyes."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.legislation.appraising import to_urge, warning
from guangyue.legislation.kinds import Category, Piece, RuleKind, Speaker
from guangyue.legislation.models import LawProject, PlanChange, ProjectMove
from guangyue.legislation.obligations import Flag
from guangyue.legislation.refusals import NotThisWay, OwnSubmission, StillMissing
from guangyue.legislation.roads import ProjectState
from guangyue.legislation.services.consulting import close_consultation
from guangyue.legislation.services.drafting import hand_in_piece, state_power, submit_draft
from guangyue.legislation.services.moving import Promulgation, keep_projects_going, publish_rule
from guangyue.legislation.services.planning import (
    Decision,
    NewProject,
    add_project,
    cancel_project,
    carry_over,
    postpone_project,
)
from guangyue.legislation.services.reviewing import (
    HearingNotice,
    announce_hearing,
    record_department,
    record_expert,
    report_hearing,
)
from guangyue.legislation.services.urging import urge_project
from guangyue.legislation.tests.factories import (
    AFTER,
    AT,
    TEXT,
    a_plan,
    a_project,
    all_flags,
    an_open_consultation,
    days_after,
    go,
    some_terms,
)
from guangyue.organisations.models import Organisation

DECIDED = Decision("工作需要", "市政府第60次常务会议", date(2020, 11, 1))


def consulted(unit: Organisation, drafter: User) -> LawProject:
    consultation = an_open_consultation(unit, drafter)
    close_consultation(consultation=consultation, by=drafter, at=AFTER)
    assert consultation.project_id
    return LawProject.objects.get(pk=consultation.project_id)


def argued(unit: Organisation, drafter: User) -> LawProject:
    project = consulted(unit, drafter)
    all_flags(project, drafter)
    project = go(project, "argue", drafter, at=AFTER)
    said: dict[str, Any] = {"said_on": AFTER.date(), "by": drafter, "at": AFTER}
    record_expert(project=project, speaker=Speaker.ADVISER, name="甲", text="可行", **said)
    record_department(project=project, unit=unit, text="同意", settled=True, difference="", **said)
    return project


def test_a_rule_goes_all_the_way_to_its_order(unit: Organisation, drafter: User, overseer: User) -> None:
    project = go(argued(unit, drafter), "send", drafter, at=AFTER)
    for own in (drafter, a_user(organisation=unit)):
        with pytest.raises(OwnSubmission):
            go(project, "pass_on", own, at=AFTER, said="合法")
    project = go(project, "pass_on", overseer, at=AFTER, said="合法")
    with pytest.raises(Refused):
        go(project, "adopt", overseer, at=days_after(10))
    go(project, "deliberate_again", overseer, at=days_after(5), record="第59次常务会议", said="再议")
    go(project, "adopt", overseer, at=days_after(10), record="第60次常务会议")

    def promulgate(effective: date) -> None:
        order = Promulgation("示例令第1号", days_after(20).date(), effective, "市长")
        publish_rule(project=project, promulgated=order, by=overseer, at=days_after(20))

    with pytest.raises(Refused) as refused:
        promulgate(date(2020, 7, 1))
    assert refused.value.field == "effective_on"
    promulgate(date(2020, 9, 1))

    project.refresh_from_db()
    assert (project.state, project.done_on) == (ProjectState.PUBLISHED, date(2020, 7, 22))
    assert (project.order.meeting, project.kept(AFTER.date()).met) == ("第60次常务会议", True)
    keep_projects_going.run(at=days_after(80))
    project.refresh_from_db()
    assert project.state == ProjectState.IN_FORCE
    assert ProjectMove.objects.filter(project=project).count() == 9
    with pytest.raises(DatabaseError), transaction.atomic():
        ProjectMove.objects.filter(project=project).update(said="改掉")


def test_no_step_is_skipped(unit: Organisation, drafter: User) -> None:
    project = a_project(unit)
    for key in ("hand_in_study", "argue", "send", "adopt", "publish", "consult"):
        with pytest.raises(NotThisWay):
            go(project, key, drafter)

    project = consulted(unit, drafter)
    with pytest.raises(StillMissing):  # nothing decided of the four conditions
        go(project, "argue", drafter, at=AFTER)
    all_flags(project, drafter)
    with pytest.raises(Refused):  # before the step before
        go(project, "argue", drafter, at=AT.replace(month=5))
    project = go(project, "argue", drafter, at=AFTER)
    with pytest.raises(StillMissing) as missing:
        go(project, "send", drafter, at=AFTER)
    assert "专家" in missing.value.sentence


def test_a_hearing_that_must_be_held_is_held_and_reported(unit: Organisation, drafter: User) -> None:
    project = consulted(unit, drafter)
    all_flags(project, drafter, Flag.INTERESTS, Flag.RIGHTS, Flag.ATTENTION)

    with pytest.raises(StillMissing):
        go(project, "argue", drafter, at=AFTER, said="不举行")
    project = go(project, "hear", drafter, at=AFTER)
    with pytest.raises(StillMissing):
        go(project, "argue_after_hearing", drafter, at=AFTER)
    notice = HearingNotice(days_after(10), "会议室", "收费", "来电")
    hearing = announce_hearing(project=project, notice=notice, by=drafter, at=AFTER)
    report: dict[str, Any] = {"participants": "代表10人", "record": "笔录", "report": "报告"}
    with pytest.raises(Refused):
        report_hearing(hearing=hearing, **report, at=AFTER)
    report_hearing(hearing=hearing, **report, at=days_after(11))

    assert go(project, "argue_after_hearing", drafter, at=days_after(12)).state == ProjectState.ARGUING


def test_a_hearing_that_is_advised_is_left_out_only_with_a_reason(unit: Organisation, drafter: User) -> None:
    project = consulted(unit, drafter)
    all_flags(project, drafter, Flag.RIGHTS)

    with pytest.raises(Refused) as refused:
        go(project, "argue", drafter, at=AFTER)

    assert refused.value.field == "said"
    assert go(project, "argue", drafter, at=AFTER, said="意见一致").state == ProjectState.ARGUING


def test_a_study_hands_in_report_and_frame_and_a_returned_draft_says_its_powers(
    unit: Organisation, drafter: User, overseer: User
) -> None:
    study = go(a_project(unit, category=Category.STUDY, due=None), "study", drafter)
    given: dict[str, Any] = {"summary": "摘要", "file": None, "by": drafter, "at": AT}
    hand_in_piece(project=study, piece=Piece.REPORT, **given)
    with pytest.raises(StillMissing) as missing:
        go(study, "hand_in_study", drafter)
    assert missing.value.sentence == "还缺：文本框架。"
    hand_in_piece(project=study, piece=Piece.FRAME, **given)
    assert go(study, "hand_in_study", drafter).state == ProjectState.STUDIED

    project = go(argued(unit, drafter), "send", drafter, at=AFTER)
    project = go(project, "return", overseer, at=AFTER, said="补充权力依据")
    draft: dict[str, Any] = {
        "text": TEXT,
        "explanation": "说明",
        "creates_powers": True,
        "by": drafter,
        "at": AFTER,
    }
    submit_draft(project=project, **draft)
    project = go(project, "argue_again", drafter, at=AFTER)
    with pytest.raises(StillMissing):
        go(project, "send", drafter, at=AFTER)
    state_power(project=project, article="第二条", name="罚款", basis="示例法第一条", unit=unit)
    assert submit_draft(project=project, **draft).powers.count() == 1  # it goes along
    assert go(project, "send", drafter, at=AFTER).state == ProjectState.REVIEWING


def test_a_plan_changes_by_decision_and_what_was_published_stays(unit: Organisation, drafter: User) -> None:
    plan, later = a_plan(), a_plan(2021)
    new = NewProject("增列办法", RuleKind.RULE, Category.COMPLETE, unit, date(2020, 12, 31), "清理中需要修订")
    project = add_project(plan=plan, new=new, decided=DECIDED, by=drafter, at=AT)
    entry = carry_over(project=a_project(unit), plan=later, note="继续办理", due=date(2021, 6, 30))

    with pytest.raises(Refused):
        postpone_project(project=project, due=date(2020, 12, 1), decided=DECIDED, by=drafter, at=AT)
    postpone_project(project=project, due=date(2021, 6, 30), decided=DECIDED, by=drafter, at=AT)
    assert (
        cancel_project(project=project, decided=DECIDED, by=drafter, at=AT).kept(date(2022, 1, 1)).met is None
    )
    with pytest.raises(NotThisWay):
        go(project, "draft", drafter)

    changes = PlanChange.objects.filter(project=project)
    assert [one.what for one in changes] == ["added", "postponed", "cancelled"]
    assert changes[1].due_before == date(2020, 12, 31)
    assert (entry.plan, entry.position, entry.project.plan) == (later, 1, later)


def test_time_that_runs_out_is_warned_of_and_urged(unit: Organisation, drafter: User) -> None:
    terms, project = some_terms(), a_project(unit)

    assert not to_urge(EVERYWHERE, date(2020, 10, 16)).exists()
    assert warning(project, terms, date(2020, 9, 17)) == ""
    assert "开始征求意见" in warning(project, terms, date(2020, 9, 18))
    assert list(to_urge(EVERYWHERE, date(2020, 10, 18))) == [project]
    assert "已经晚了 1 天" in warning(project, terms, date(2020, 10, 18))
    assert urge_project(project=project, by=drafter, at=AT) == 0
    assert project.moves.get().title == "催办"
    assert list(LawProject.objects.overdue(date(2021, 1, 1))) == [project]
