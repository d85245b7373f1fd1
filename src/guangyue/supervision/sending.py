"""报送: an act as it is sent in, what speaks against it, and whether it came in time. Knows no database."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum

from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.identities import CreditCode, IdNumber, Malformed
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.masks import mask_id_number
from guangyue.kit.workdays import Calendar
from guangyue.supervision.declaration import ItemKind, SubjectKind

SEND_WITHIN = Limit(5, Unit.WORKING_DAY)  # 常态化; the clause names no number


@dataclass(frozen=True)
class SentAct:
    """报送的监管行为: `source` and `source_id` say which it is, whoever sends it and how often.

    An inspection belongs to a draw, named by `batch`, or gives its `ground` for taking place outside of one.
    """

    source: str
    source_id: str
    item_code: str
    subject_kind: SubjectKind
    subject: str
    day: date
    kind: ItemKind
    result: str
    subject_name: str = ""
    officers: str = ""
    paper: str = ""
    batch: str = ""
    ground: str = ""
    project: str = ""

    @property
    def tidied(self) -> "SentAct":
        """With the identifier as the registries write it: half width, capitals, no spaces."""
        subject = re.sub(r"\s", "", unicodedata.normalize("NFKC", self.subject)).upper()
        return replace(self, subject=subject, source_id=self.source_id.strip())

    @property
    def masked(self) -> "SentAct":
        """As it may be kept where nobody needs to know of whom it speaks."""
        if self.subject_kind is not SubjectKind.PERSON:
            return self
        return replace(self, subject=mask_id_number(self.subject), subject_name="")


@dataclass(frozen=True)
class Fault:
    """退回理由: a sentence, and the field that it is about."""

    sentence: str
    field: str = ""


class Arrival(Enum):
    """到达: what the arrival of an act means for what is there."""

    NEW = "新增"
    CHANGED = "更新"
    SAME = "重复"


@dataclass(frozen=True)
class Timeliness:
    """及时性: the last day in time, and how many working days were used."""

    due: date
    working_days: int
    on_time: bool


def arrival(before: str | None, now: str) -> Arrival:
    """By the fingerprint of what is there under the same source and number, if anything is."""
    if before is None:
        return Arrival.NEW
    return Arrival.SAME if before == now else Arrival.CHANGED


def fault_of(sent: SentAct, *, on: date) -> Fault | None:
    """The first thing that is wrong with an act by itself, on the day it comes."""
    if not sent.source_id:
        return Fault("没有来源编号，无法判断是不是同一条记录。", "source_id")
    if sent.day > on:
        return Fault(f"监管日期 {sent.day:%Y-%m-%d} 还没有到。", "day")
    if subject := _fault_of_subject(sent, on=on):
        return Fault(subject, "subject")
    if not sent.result.strip():
        return Fault("没有填写结果。", "result")
    if sent.kind is ItemKind.INSPECTION and not (sent.batch.strip() or sent.ground.strip()):
        return Fault("检查不在抽查批次之内的，要写明理由。", "ground")
    return None


def timeliness(day: date, *, sent_on: date, calendar: Calendar) -> Timeliness:
    """Counted from the day after the act."""
    clock = Clock(SEND_WITHIN, datetime.combine(day, time(), SHANGHAI))
    due = local_day(clock.due(calendar, at=clock.started).moment)
    used = calendar.working_days(after=day, through=sent_on)
    return Timeliness(due, used, on_time=sent_on <= due)


def _fault_of_subject(sent: SentAct, *, on: date) -> str:
    """Empty where the identifier is well formed; whether a place is known, the registry says."""
    if not sent.subject:
        return "没有监管对象的标识，不能入库。"
    try:
        match sent.subject_kind:
            case SubjectKind.FIRM:
                CreditCode.parse(sent.subject)
            case SubjectKind.PERSON:
                IdNumber.parse(sent.subject, on=on)
    except Malformed as malformed:
        return str(malformed)
    return ""
