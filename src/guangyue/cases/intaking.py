"""收件的决定: accepted, accepted with papers owed, or not yet; and what follows from what is owed. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.workdays import ONE_DAY, Calendar

CLOSES = time(17, 30)  # of the halls
DEFAULT_SUPPLY_DAYS = 15  # where the matter says none; the document fixes no length


class Intake(Enum):
    """What becomes of an application at the window."""

    ACCEPT = "受理"
    DEFER = "容缺受理"
    TELL = "一次性告知"


@dataclass(frozen=True)
class Missing:
    """A paper that is not there; `deferrable` where it stands on the published 容缺 list of the matter."""

    title: str
    deferrable: bool = False


@dataclass(frozen=True)
class IntakeDecision:
    """What is to be done, everything that is missing told at once, and whether deferring must be offered."""

    intake: Intake
    tells: tuple[str, ...] = ()
    offers_deferral: bool = False


def decide_intake(missing: Sequence[Missing], *, promised: bool, enterprise: bool) -> IntakeDecision:
    """主要材料不可缺、次要材料可容缺: deferring needs a promise, and must be offered to a firm."""
    tells = tuple(one.title for one in missing)
    if not missing:
        return IntakeDecision(Intake.ACCEPT)
    deferrable = all(one.deferrable for one in missing)
    if deferrable and promised:
        return IntakeDecision(Intake.DEFER, tells)
    return IntakeDecision(Intake.TELL, tells, offers_deferral=deferrable and enterprise)


def may_ask_again(*, asked_before: bool, data_changed: bool) -> bool:
    """一次性告知: a second notice only when the applicant's own data have changed since."""
    return not asked_before or data_changed


@dataclass(frozen=True)
class Deficit:
    """容缺: what is owed, until when, and when it was supplied."""

    title: str
    supply_by: date
    met: date | None = None

    @property
    def is_open(self) -> bool:
        return self.met is None

    def has_lapsed(self, on: date) -> bool:
        return self.is_open and on > self.supply_by


def may_issue(deficits: Collection[Deficit]) -> bool:
    """A decision may be prepared, and is not given while anything is owed."""
    return not any(one.is_open for one in deficits)


def is_returned(deficits: Collection[Deficit], *, on: date) -> bool:
    """退件: something was not supplied by its day."""
    return any(one.has_lapsed(on) for one in deficits)


def supply_by(days: int | None, *, since: date, before: date | None = None) -> date:
    """补齐期限: so many days from acceptance, no later than the day before what must not begin without."""
    day = since + timedelta(days=days or DEFAULT_SUPPLY_DAYS)
    return day if before is None else min(day, before - ONE_DAY)


def counted_day(at: datetime, *, calendar: Calendar, waited: bool) -> date:
    """收件日: what comes in after hours counts from the next working day, unless the applicant waits and the
    window takes it."""
    day = local_day(at)
    in_time = calendar.works(day) and at.astimezone(SHANGHAI).time() < CLOSES
    if waited or in_time:
        return day
    return next(one.date for one in calendar.after(day) if one.works)


@dataclass(frozen=True)
class AtOnce:
    """秒批: whether a case is decided on the spot, and if not, why it goes the ordinary road."""

    decides: bool
    because: str = ""


def decide_at_once(*, listed: bool, fails: Sequence[str], unproved: Sequence[str]) -> AtOnce:
    """Only by data, and only what is on the published list; whatever fails or is not proved is for a person,
    and is never a refusal."""
    if not listed:
        return AtOnce(False, "没有列入秒批秒办清单")
    if fails:
        return AtOnce(False, f"数据核验没有通过：{'、'.join(fails)}")
    if unproved:
        return AtOnce(False, f"要由人员核对：{'、'.join(unproved)}")
    return AtOnce(True)
