"""立法项目的办理: the only moves there are, each with its record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.legislation.models import GovernmentOrder, LawProject, LegalReview, ProjectMove
from guangyue.legislation.obligations import HearingDuty
from guangyue.legislation.refusals import NotThisWay, OwnSubmission, StillMissing
from guangyue.legislation.roads import Arrow, Hand, ProjectState, arrow
from guangyue.legislation.services.telling import tell_drafters, tell_overseers
from guangyue.legislation.services.wanting import duty_of, wanting

SAYS_WHY = ("return", "pass_on", "deliberate_again")
NAMES_RECORD = ("deliberate_again", "adopt", "submit")
APART = ("consult", "publish", "enter_force")  # made by what they rest on: a consultation, an order, a day


@dataclass(frozen=True)
class Recorded:
    """记录: the day of a step, the paper it rests on, and what was said."""

    on: date
    record: str = ""
    said: str = ""


@transaction.atomic
def move_project(*, project: LawProject, key: str, recorded: Recorded, by: User, at: datetime) -> LawProject:
    """One step on the road; what it wants and is not there refuses it."""
    project, step = hold(project), arrow(key)
    if key in APART:
        raise NotThisWay
    _refuse_unrecorded(project, step, recorded, at=at)
    if step.hand == Hand.OVERSEER:
        _review(project, passed=key == "pass_on", said=recorded.said, by=by, at=at)
    if key == "submit":
        project.done_on = recorded.on
    take_step(project, step, recorded, by=by, at=at)
    _tell(project, step, recorded, at=at)
    return project


@dataclass(frozen=True)
class Promulgation:
    """公布: number, days and signatory of an order."""

    number: str
    published_on: date
    effective_on: date
    signatory: str


@transaction.atomic
def publish_rule(
    *, project: LawProject, promulgated: Promulgation, by: User, at: datetime
) -> GovernmentOrder:
    """公布政府令: after the meeting that adopted it, and never in force before."""
    project = hold(project)
    adopted = project.moves.filter(what="adopt").last()
    if adopted is None or not arrow("publish").fits(project.state, project.kind):
        raise NotThisWay
    if promulgated.published_on < adopted.on:
        raise Refused("公布日期不能早于通过日期。", field="published_on")
    if promulgated.published_on > localdate(at):
        raise Refused("公布日期还没有到。", field="published_on")
    if promulgated.effective_on < promulgated.published_on:
        raise Refused("施行日期不能早于公布日期。", field="effective_on")
    if GovernmentOrder.objects.filter(number=promulgated.number).exists():
        raise Refused("这个令号已经用过。", field="number")
    order = GovernmentOrder.objects.create(
        project=project,
        meeting=adopted.record,
        adopted_on=adopted.on,
        **vars(promulgated),
        by=by,
        at=at,
    )
    project.done_on = order.published_on
    take_step(
        project, arrow("publish"), Recorded(order.published_on, record=promulgated.number), by=by, at=at
    )
    if order.in_force(localdate(at)):
        enter_force(project, order, by=by, at=at)
    return order


@job("legislation.enter_force", title="政府规章到期施行，提醒临期的立法项目")
def keep_projects_going(*, at: datetime) -> None:
    """What was published takes effect on its day; drafters of what is late hear it once."""
    today = localdate(at)
    waiting = GovernmentOrder.objects.filter(
        effective_on__lte=today, project__state=ProjectState.PUBLISHED
    ).select_related("project")
    for order in waiting:
        with transaction.atomic():
            enter_force(hold(order.project), order, by=None, at=at)
    for project in LawProject.objects.overdue(today).select_related("unit"):
        body = f"完成时限是{day(project.due)}，请尽快推进，并向市司法局说明。"
        tell_drafters(project, title=f"立法项目逾期：{project}", body=body, key=f"late-{project.due}", at=at)


def hold(project: LawProject) -> LawProject:
    """As it is now, held until this is over."""
    return (
        LawProject.objects.select_for_update(of=("self",)).select_related("unit", "plan").get(pk=project.pk)
    )


def enter_force(project: LawProject, order: GovernmentOrder, *, by: User | None, at: datetime) -> None:
    recorded = Recorded(order.effective_on, record=order.number)
    take_step(project, arrow("enter_force"), recorded, by=by, at=at)


def take_step(
    project: LawProject, step: Arrow, recorded: Recorded, *, by: User | None, at: datetime
) -> ProjectMove:
    if not step.fits(project.state, project.kind):
        raise NotThisWay
    source, project.state = project.state, step.target
    project.save(update_fields=["state", "done_on"])
    return note_move(
        project,
        step.key,
        source=source,
        hand=step.hand,
        on=recorded.on,
        record=recorded.record,
        said=recorded.said,
        by=by,
        at=at,
    )


def note_move(
    project: LawProject,
    what: str,
    *,
    source: str,
    hand: Hand,
    on: date,
    record: str,
    said: str,
    by: User | None,
    at: datetime,
) -> ProjectMove:
    return ProjectMove.objects.create(
        project=project,
        source=source,
        target=project.state,
        what=what,
        hand=hand,
        on=on,
        record=record,
        said=said,
        by=by,
        at=at,
    )


def _refuse_unrecorded(project: LawProject, step: Arrow, recorded: Recorded, *, at: datetime) -> None:
    if not step.fits(project.state, project.kind):
        raise NotThisWay
    if missing := wanting(project, step):
        raise StillMissing(missing)
    last = project.moves.last()
    if recorded.on > localdate(at):
        raise Refused("日期还没有到。", field="on")
    if last and recorded.on < last.on:
        raise Refused(f"不能早于上一步的日期，{day(last.on)}。", field="on")
    if step.key in NAMES_RECORD and not recorded.record:
        raise Refused("要写明会议届次或者文号。", field="record")
    if step.key in SAYS_WHY and not recorded.said:
        raise Refused("要写明意见。", field="said")
    if step.key == "argue" and duty_of(project) is HearingDuty.RECOMMENDED and not recorded.said:
        raise Refused("建议举行听证会；不举行的，要写明理由。", field="said")


def _review(project: LawProject, *, passed: bool, said: str, by: User, at: datetime) -> LegalReview:
    """审查 is a second pair of eyes: never of whoever sent it, nor of his unit."""
    sent = project.moves.filter(what="send").select_related("by").last()
    sender = sent.by if sent else None
    if sender == by or by.organisation_id == project.unit_id:
        raise OwnSubmission
    return LegalReview.objects.create(project=project, passed=passed, said=said, sent_by=sender, by=by, at=at)


def _tell(project: LawProject, step: Arrow, recorded: Recorded, *, at: datetime) -> None:
    if step.target == ProjectState.REVIEWING:
        tell_overseers(project, title=f"待审查：{project}", body=recorded.said, key=f"sent-{at:%s}", at=at)
    elif step.hand != Hand.DRAFTER:
        title = f"{step.title}：{project}"
        tell_drafters(project, title=title, body=recorded.said, key=f"{step.key}-{at:%s}", at=at)
