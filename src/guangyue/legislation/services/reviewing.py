"""论证、协调、听证: what is said by experts and departments, and hearings with notice and report."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.legislation.kinds import Speaker
from guangyue.legislation.models import DepartmentView, ExpertView, Hearing, LawProject
from guangyue.legislation.refusals import NotThisWay
from guangyue.legislation.roads import BEFORE_REVIEW, ProjectState
from guangyue.legislation.services.moving import hold
from guangyue.organisations.models import Organisation


@transaction.atomic
def record_expert(
    *, project: LawProject, speaker: Speaker, name: str, text: str, said_on: date, by: User, at: datetime
) -> ExpertView:
    project = _before_review(project)
    return ExpertView.objects.create(
        project=project, speaker=speaker, name=name, text=text, said_on=said_on, by=by, at=at
    )


@transaction.atomic
def record_department(
    *,
    project: LawProject,
    unit: Organisation,
    text: str,
    settled: bool,
    difference: str,
    said_on: date,
    by: User,
    at: datetime,
) -> DepartmentView:
    """部门意见: what is not settled is listed."""
    project = _before_review(project)
    if not settled and not difference:
        raise Refused("没有协调一致的，要写明分歧情况。", field="difference")
    return DepartmentView.objects.create(
        project=project,
        unit=unit,
        text=text,
        settled=settled,
        difference="" if settled else difference,
        said_on=said_on,
        by=by,
        at=at,
    )


@dataclass(frozen=True)
class HearingNotice:
    """听证公告."""

    held_at: datetime
    place: str
    matters: str
    joining: str


@transaction.atomic
def announce_hearing(*, project: LawProject, notice: HearingNotice, by: User, at: datetime) -> Hearing:
    """听证公告: public from now on, so before the hearing."""
    project = hold(project)
    if project.state != ProjectState.HEARING:
        raise NotThisWay
    if notice.held_at <= at:
        raise Refused("听证会的时间要晚于公告。", field="held_at")
    return Hearing.objects.create(project=project, noticed_on=localdate(at), **vars(notice), by=by)


@transaction.atomic
def report_hearing(*, hearing: Hearing, participants: str, record: str, report: str, at: datetime) -> Hearing:
    """听证报告: public from now on."""
    hearing = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if hearing.report:
        raise Refused("听证报告已经公布。")
    if at < hearing.held_at:
        raise Refused("听证会还没有举行。", field="report")
    hearing.participants, hearing.record, hearing.report = participants, record, report
    hearing.reported_at = at
    hearing.save()
    return hearing


def _before_review(project: LawProject) -> LawProject:
    project = hold(project)
    if project.state not in BEFORE_REVIEW:
        raise NotThisWay
    return project
