"""意见建议的全链条: 提出 → 函告 → 采纳或者不采纳 → 落实 → 反馈; chased on its way, public at its end."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.masks import find_unmasked
from guangyue.kit.models import HolidayNotice
from guangyue.kit.numbers import next_number
from guangyue.planners.declared import pilot
from guangyue.planners.models import Advice, AdviceMove, Group, Visit
from guangyue.planners.refusals import MovedOnAlready, NamesSomebody, NotYourGroup, OutsideThePilot
from guangyue.planners.services.telling import tell_district, tell_giver

State = Advice.State
Kind = AdviceMove.Kind
NUMBERS = "JY", "planners_advice_number"


@transaction.atomic
def give_advice(
    *, group: Group, topic: str, text: str, by: User | None, at: datetime, visit: Visit | None = None
) -> Advice:
    """提出, by a planner of the group."""
    if by is not None and not Group.objects.of(by).filter(pk=group.pk).exists():
        raise NotYourGroup
    on, terms = local_day(at), pilot()
    if not terms.holds_on(on):
        raise OutsideThePilot(terms.since, terms.until)
    advice = Advice.objects.create(
        number=next_number(*NUMBERS, at=at),
        group=group,
        visit=visit,
        topic=topic,
        text=text,
        given_on=on,
        by=by,
        at=at,
    )
    _note(advice, Kind.GIVEN, by=by, at=at)
    return advice


@transaction.atomic
def send_advice(*, advice: Advice, said: str, by: User | None, at: datetime) -> Advice:
    """函告 the district; the answer is due so many working days later."""
    held = _hold(advice, State.GIVEN)
    limit = pilot().answered_within
    due = Clock(limit, at).due(HolidayNotice.objects.calendar(), at=at)
    held.state, held.sent_at, held.limit_days = State.SENT, at, limit.amount
    held.answer_due = local_day(due.moment)
    held.save(update_fields=["state", "sent_at", "limit_days", "answer_due"])
    _note(held, Kind.SENT, said=said, by=by, at=at)
    tell_district(held, f"意见建议待答复：{held.topic}", f"请在 {held.answer_due} 前答复。", "sent", at=at)
    return held


@transaction.atomic
def answer_advice(*, advice: Advice, accepted: bool, answer: str, by: User | None, at: datetime) -> Advice:
    """答复: accepted with what will be done, or declined with the reason."""
    held = _hold(advice, State.SENT)
    held.state = State.ACCEPTED if accepted else State.DECLINED
    held.answer, held.answered_at = answer, at
    held.save(update_fields=["state", "answer", "answered_at"])
    _note(held, Kind.ACCEPTED if accepted else Kind.DECLINED, said=answer, by=by, at=at)
    tell_giver(held, f"{held.get_state_display()}：{held.topic}", answer, held.state, at=at)
    return held


@transaction.atomic
def carry_out_advice(
    *, advice: Advice, result: str, by: User | None, at: datetime, upload: "UploadedFile[Any] | None" = None
) -> Advice:
    """落实: what was done, with a file that shows it if there is one."""
    held = _hold(advice, State.ACCEPTED)
    file = keep_file(upload=upload, by=by, at=at) if upload else None
    held.state, held.result = State.DONE, result
    held.save(update_fields=["state", "result"])
    _note(held, Kind.DONE, said=result, file=file, by=by, at=at)
    return held


@transaction.atomic
def report_advice(*, advice: Advice, said: str, by: User | None, at: datetime) -> Advice:
    """反馈 to the planner: the loop is closed."""
    held = _hold(advice, State.DONE, State.DECLINED)
    held.state = State.REPORTED
    held.save(update_fields=["state"])
    _note(held, Kind.REPORTED, said=said, by=by, at=at)
    tell_giver(held, f"意见建议已有结果：{held.topic}", held.result or held.answer, "reported", at=at)
    return held


@transaction.atomic
def chase_advice(*, advice: Advice, said: str, by: User | None, at: datetime) -> AdviceMove:
    """催办: an answer, or what was accepted."""
    held = _hold(advice, State.SENT, State.ACCEPTED)
    move = _note(held, Kind.CHASED, said=said, by=by, at=at)
    tell_district(held, f"请尽快办理意见建议：{held.topic}", said, f"chased-{move.pk}", at=at)
    return move


@transaction.atomic
def publish_advice(*, advice: Advice, public_words: str, by: User | None, at: datetime) -> Advice:
    """公开: in words that name no resident."""
    held = _hold(advice, State.ACCEPTED, State.DECLINED, State.DONE, State.REPORTED)
    if any(find_unmasked(public_words, on=local_day(at))):
        raise NamesSomebody
    held.public_words, held.published_at = public_words, at
    held.save(update_fields=["public_words", "published_at"])
    _note(held, Kind.PUBLISHED, said=public_words, by=by, at=at)
    return held


def _hold(advice: Advice, *states: State) -> Advice:
    held = Advice.objects.select_for_update(of=("self",)).get(pk=advice.pk)
    if held.state not in states:
        raise MovedOnAlready
    return held


def _note(
    advice: Advice, kind: Kind, *, said: str = "", file: File | None = None, by: User | None, at: datetime
) -> AdviceMove:
    return AdviceMove.objects.create(advice=advice, kind=kind, said=said, file=file, by=by, at=at)
