"""演练、培训、预案修订, 区域预警通知, 指挥部职务: what the office keeps beside the warnings."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import (
    Commander,
    Drill,
    RegionalNotice,
    RevisionTrigger,
    Training,
    Warning,
)
from guangyue.alerts.services.telling import tell_of_notice
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@dataclass(frozen=True)
class DrillSaid:
    title: str
    level_key: str
    scenario: str
    planned_on: date


def plan_drill(*, said: DrillSaid, by: User, at: datetime) -> Drill:
    return Drill.objects.create(**asdict(said), year=said.planned_on.year, planned_by=by, planned_at=at)


@transaction.atomic
def end_drill(
    *,
    drill: Drill,
    findings: str,
    improvements: str,
    filed_to: str,
    revise: str,
    by: User,
    at: datetime,
) -> Drill:
    """结束演练: when its warning is lifted. What it shows to be wrong with the plan begins a revision."""
    drill = Drill.objects.select_for_update(of=("self",)).get(pk=drill.pk)
    if not drill.is_open:
        raise Refused("演练已经结束。")
    if Warning.objects.in_force(exercise=True).filter(sheet__drill=drill).exists():
        raise Refused("演练预警还没有解除，请先走完解除。")
    drill.ended_at, drill.findings, drill.improvements = at, findings, improvements
    drill.filed_to, drill.evaluated_by = filed_to, by
    drill.save()
    if revise.strip():
        note_revision(kind=RevisionTrigger.Kind.PROBLEM, text=revise, by=by, at=at, drill=drill)
    return drill


@dataclass(frozen=True)
class TrainingSaid:
    title: str
    held_on: date
    audience: str
    content: str
    attended: int
    region: Region
    result: str


def note_training(*, said: TrainingSaid, by: User, at: datetime) -> Training:
    if said.held_on > local_day(at):
        raise Refused("培训日期还没有到。", field="held_on")
    return Training.objects.create(**vars(said), by=by, at=at)


def note_revision(
    *, kind: RevisionTrigger.Kind, text: str, by: User, at: datetime, drill: Drill | None = None
) -> RevisionTrigger:
    """登记修订情形: from now on its days run."""
    return RevisionTrigger.objects.create(kind=kind, text=text, drill=drill, noted_by=by, noted_at=at)


@transaction.atomic
def decide_revision(
    *,
    trigger: RevisionTrigger,
    decision: RevisionTrigger.Decision,
    reason: str,
    by: User,
    at: datetime,
) -> RevisionTrigger:
    trigger = RevisionTrigger.objects.select_for_update(of=("self",)).get(pk=trigger.pk)
    if not trigger.is_open:
        raise Refused("已经有结论了。")
    trigger.decision, trigger.reason = decision, reason
    trigger.decided_by, trigger.decided_at = by, at
    trigger.save()
    return trigger


@dataclass(frozen=True)
class NoticeSaid:
    origin: RegionalNotice.Origin
    number: str
    level_key: str
    text: str
    begins_at: datetime
    ends_at: datetime | None
    received_at: datetime


@transaction.atomic
def enter_regional_notice(*, said: NoticeSaid, by: User, at: datetime) -> RegionalNotice:
    """登记区域预警通知: whoever signs for its level is told at once."""
    if said.received_at > at:
        raise Refused("收到时间不能在现在以后。", field="received_at")
    if RegionalNotice.objects.filter(origin=said.origin, number=said.number).exists():
        raise Refused("这份通知已经登记过了。", field="number")
    notice = RegionalNotice.objects.create(**vars(said), entered_by=by)
    tell_of_notice(notice, at=at)
    return notice


@transaction.atomic
def call_off_notice(*, notice: RegionalNotice, by: User, at: datetime) -> RegionalNotice:
    """区域预警解除."""
    notice = RegionalNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if notice.called_off_at is not None:
        raise Refused("已经登记解除了。")
    notice.called_off_at = at
    notice.save(update_fields=["called_off_at"])
    return notice


@transaction.atomic
def name_commander(
    *, account: User, post: str, since: date, ground: str, by: User, at: datetime
) -> Commander:
    """登记指挥部职务: by another than he himself, of a post that the plan knows."""
    if account == by:
        raise Refused("不能给自己登记职务。", field="account")
    if post not in response_plan().leaders:
        raise Refused("预案里没有这个职务。", field="post")
    if Commander.objects.filter(account=account, until=None).exists():
        raise Refused("这个账户已经有职务，请先卸任。", field="account")
    return Commander.objects.create(account=account, post=post, since=since, ground=ground, by=by, at=at)


@transaction.atomic
def relieve_commander(*, commander: Commander, until: date, by: User) -> Commander:
    """卸任: from the day after on he signs nothing any more."""
    commander = Commander.objects.select_for_update(of=("self",)).get(pk=commander.pk)
    if commander.until is not None:
        raise Refused("已经卸任。")
    if until < commander.since:
        raise Refused("卸任日不能早于任职日。", field="until")
    commander.until = until
    commander.save(update_fields=["until"])
    return commander
