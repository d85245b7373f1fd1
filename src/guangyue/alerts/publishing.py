"""发布: whether a warning says all it must, is signed by whoever must sign, and comes early enough."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from guangyue.alerts.plans import Level, ResponsePlan
from guangyue.kit.clocks import HOUR


class Haste(Enum):
    """为什么来不及提前: what alone lets a response start earlier than so long after its publication."""

    HEAVY_ALREADY = "监测已达重度污染，且未来一段时间没有明显改善"
    REGIONAL = "按区域预警通知启动"
    UPGRADE = "预警升级"


@dataclass(frozen=True)
class Lead:
    """提前量: from the publication to the predicted start."""

    given: timedelta
    asked: timedelta
    haste: Haste | None = None

    @property
    def hours(self) -> float:
        return self.given / HOUR

    @property
    def accepted(self) -> bool:
        return self.given >= self.asked or self.haste is not None


@dataclass(frozen=True)
class WarningDraft:
    """预警信息发布审批表, before it is sent: its level, what it says by part, who checked, who signed."""

    level: Level
    said: Mapping[str, str]
    checked_by: str
    approved_by: str


def lead_of(
    plan: ResponsePlan, published: datetime, *, predicted_start: datetime, haste: Haste | None = None
) -> Lead:
    return Lead(predicted_start - published, timedelta(hours=plan.limits.lead.amount), haste)


def faults_of(plan: ResponsePlan, draft: WarningDraft) -> Iterator[str]:
    """Why it cannot be sent; of one in order nothing."""
    for part in plan.parts:
        if not draft.said.get(part.key, "").strip():
            yield f"预警信息缺“{part.title}”。"
    if not plan.signs_for(draft.checked_by, plan.checker):
        yield f"要由{plan.checker}核准。"
    if not may_approve(plan, draft.level, draft.approved_by):
        yield f"{draft.level.title}要由{draft.level.approver}审批。"


def may_approve(plan: ResponsePlan, level: Level, leader: str) -> bool:
    """The approver of the level, or whoever stands above him."""
    return plan.signs_for(leader, level.approver)


def county_may_warn(*, city_warning: Level | None) -> bool:
    """While the city warns, a county publishes nothing of its own; else it may for its own area."""
    return city_warning is None
