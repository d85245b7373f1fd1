"""The later steps of the demonstration's projects: answered, heard, argued, reviewed, published."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.legislation.kinds import Speaker, Uptake
from guangyue.legislation.models import LawProject, PublicConsultation
from guangyue.legislation.obligations import Flag
from guangyue.legislation.services.answering import Answer, Group, answer_comment, answer_group
from guangyue.legislation.services.consulting import close_consultation
from guangyue.legislation.services.drafting import decide_impact
from guangyue.legislation.services.moving import Promulgation, Recorded, move_project, publish_rule
from guangyue.legislation.services.reviewing import (
    HearingNotice,
    announce_hearing,
    record_department,
    record_expert,
    report_hearing,
)

UPTAKES = (Uptake.TAKEN, Uptake.PARTLY, Uptake.NOT_TAKEN, Uptake.KEPT)
REASONS = (
    "意见合理，已修改",
    "采纳其中关于期限的部分",
    "上位法已有规定，不再重复",
    "需要进一步调研，留作研究",
)


@dataclass(frozen=True)
class Hands:
    """Who drafts, who reviews, who decides."""

    drafter: User
    overseer: User
    decider: User


def answered(consultation: PublicConsultation, hands: Hands, *, at: datetime) -> None:
    """Deputies one by one, the others by article; then closed."""
    by: dict[str, Any] = {"by": hands.drafter, "at": at}
    for nth, said in enumerate(consultation.comments.select_related("article")):
        if said.alone:
            answer = Answer(UPTAKES[nth % 4], REASONS[nth % 4], said.text[:100])
            answer_comment(comment=said, answer=answer, **by)
    groups = {said.article for said in consultation.comments.unanswered().select_related("article")}
    for nth, article in enumerate(sorted(groups, key=lambda one: one.position if one else 0)):
        group = Group(article)
        summary = group.of(consultation).values_list("text", flat=True)[0][:100]
        answer = Answer(UPTAKES[nth % 4], REASONS[nth % 4], summary)
        answer_group(consultation=consultation, group=group, answer=answer, **by)
    close_consultation(consultation=consultation, **by)


def heard(project: LawProject, hands: Hands, *, disputed: bool, reported: bool, at: datetime) -> LawProject:
    """影响认定, and the hearing where it is obligatory."""
    for flag in Flag:
        holds = disputed and flag != Flag.DISPUTE
        reason = "收费和责任划分牵涉面广（演示）" if holds else "不涉及（演示）"
        decide_impact(
            project=project, flag=flag, holds=holds, reason=reason, corrects=False, by=hands.drafter, at=at
        )
    if not disputed:
        return _go(project, "argue", hands.drafter, at=at)
    project = _go(project, "hear", hands.drafter, at=at)
    notice = HearingNotice(
        at + timedelta(days=15),
        "市政务服务中心三楼会议室（演示）",
        "收费标准、责任划分",
        "公告起十日内来电报名",
    )
    hearing = announce_hearing(project=project, notice=notice, by=hands.drafter, at=at)
    if not reported:
        return project
    report_hearing(
        hearing=hearing,
        participants="听证代表 12 人，旁听 8 人（演示）",
        record="代表依次发言（演示）",
        report="多数代表赞成草案，建议收费分档、明确清运责任；起草单位已采纳（演示）。",
        at=at + timedelta(days=16),
    )
    return _go(project, "argue_after_hearing", hands.drafter, at=at + timedelta(days=17))


def argued(project: LawProject, hands: Hands, *, at: datetime) -> LawProject:
    said: dict[str, Any] = {"said_on": local_day(at), "by": hands.drafter, "at": at}
    record_expert(
        project=project, speaker=Speaker.ADVISER, name="法律顾问（演示）", text="与上位法一致，可行。", **said
    )
    record_department(project=project, unit=project.unit, text="同意。", settled=True, difference="", **said)
    return project


def sent(project: LawProject, hands: Hands, *, at: datetime) -> LawProject:
    return _go(project, "send", hands.drafter, at=at)


def published(project: LawProject, hands: Hands, *, at: datetime) -> None:
    """Reviewed by another, adopted, and published a week later."""
    project = _go(project, "pass_on", hands.overseer, at=at, said="程序完备，内容合法（演示）")
    adopted = at + timedelta(days=10)
    project = _go(project, "adopt", hands.decider, at=adopted, record="市政府常务会议（演示）")
    day = local_day(adopted + timedelta(days=7))
    order = Promulgation("政府令（演示）第1号", day, day + timedelta(days=60), "市长")
    publish_rule(project=project, promulgated=order, by=hands.decider, at=adopted + timedelta(days=7))


def _go(
    project: LawProject, key: str, by: User, *, at: datetime, record: str = "", said: str = ""
) -> LawProject:
    recorded = Recorded(local_day(at), record, said)
    return move_project(project=project, key=key, recorded=recorded, by=by, at=at)
