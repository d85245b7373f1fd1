"""异议 and 修复: how long an answer may take, and from when a repair may be asked for."""

from datetime import date, datetime
from enum import Enum

from guangyue.kit.clocks import Clock
from guangyue.kit.limits import Limit, Unit, months_after

ANSWERED_WITHIN = Limit(7, Unit.WORKING_DAY)
REPORTED_WITHIN = Limit(7, Unit.WORKING_DAY)


class AppealKind(Enum):
    OBJECTION = "异议"
    REPAIR = "信用修复"


def appeal_clock(at: datetime) -> Clock:
    return Clock(ANSWERED_WITHIN, at)


def repairable_from(document_on: date, *, months: int) -> date:
    """The first day on which a repair may be asked for."""
    return months_after(document_on, months) if months else document_on
