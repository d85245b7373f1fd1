"""吐槽 and refusals at a window: deadlines, clues, repeats. Knows no database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from guangyue.kit.clocks import Clock, Due
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Calendar

REPLY_DAYS = 5  # working days; an extension grants as many again, once
CALLED_WITHIN = Limit(5, Unit.WORKING_DAY)  # of a bad rating
ASSIGNED_WITHIN = Limit(24, Unit.HOUR)
MERGED_WITHIN = timedelta(days=30)
REPEATED = 2  # from so many violations on, a person stands on the list


class Source(Enum):
    """来源."""

    WINDOW = "窗口"
    ONLINE = "网上"
    PHONE = "电话"
    MEDIA = "媒体"
    HOTLINE = "12345 转来"


class Grievance(Enum):
    """吐槽的类别: what is complained of."""

    ATTITUDE = "态度"
    SPEED = "效率"
    REPEATED_PAPERS = "重复材料"
    NOT_TOLD_AT_ONCE = "不一次性告知"
    REFUSED = "拒绝受理"
    FEES = "收费"
    SYSTEM = "系统"
    OTHER = "其他"


class Found(Enum):
    """查明: what became of it."""

    TRUE = "属实"
    PARTLY = "部分属实"
    UNTRUE = "不属实"


SOURCES = tuple((one.name, one.value) for one in Source)
KINDS = tuple((one.name, one.value) for one in Grievance)
FINDINGS = tuple((one.name, one.value) for one in Found)


@dataclass(frozen=True)
class Entailed:
    """What a clue brings about."""

    complaint_opened: bool
    correction_required: bool


def entailed(source: Source) -> Entailed:
    """R13: what a newspaper found is taken like any complaint, and must be put right; what anybody else says
    must be put right once it is found true."""
    return Entailed(complaint_opened=True, correction_required=source is Source.MEDIA)


def needs_correction(source: Source, found: Found) -> bool:
    return entailed(source).correction_required or found is not Found.UNTRUE


def reply_clock(received: datetime, *, extended: bool, days: int = REPLY_DAYS) -> Clock:
    return Clock(Limit(days * 2 if extended else days, Unit.WORKING_DAY), received)


def reply_due(received: datetime, *, extended: bool, calendar: Calendar, days: int = REPLY_DAYS) -> Due:
    return reply_clock(received, extended=extended, days=days).due(calendar, at=received)


def is_repeat(earlier: date, later: date) -> bool:
    """R14: about the same cause, within thirty days."""
    return abs(later - earlier) <= MERGED_WITHIN


@dataclass(frozen=True)
class Refusal:
    """拒绝: somebody at a window said no; R11, R12: without a decision on it the case stays open and it is a
    violation."""

    decided: bool

    @property
    def is_violation(self) -> bool:
        return not self.decided

    @property
    def case_stays_open(self) -> bool:
        return not self.decided
