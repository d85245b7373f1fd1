"""A CAP message as plain values. What the protocol forbids cannot be made."""

import re
from dataclasses import dataclass
from datetime import datetime

from guangyue.alerts.cap.words import (
    Category,
    Certainty,
    MessageType,
    ResponseType,
    Severity,
    Status,
    Urgency,
)

CORNERS = 4  # of a triangle, the first of them once more
UNFIT = re.compile(r"[\s,<&]")  # in identifier and sender: the three parts of a reference are told by commas


@dataclass(frozen=True)
class Named:
    """A name and a value, of an eventCode, a parameter or a geocode."""

    name: str
    value: str

    def __post_init__(self) -> None:
        _refuse_empty(self.name, self.value)


Polygon = tuple[tuple[float, float], ...]
"""Its corners as latitude and longitude, ending where it begins."""


@dataclass(frozen=True)
class Area:
    """区域: in words, by the codes of its regions, and by their outlines."""

    description: str
    geocodes: tuple[Named, ...] = ()
    polygons: tuple[Polygon, ...] = ()

    def __post_init__(self) -> None:
        _refuse_empty(self.description)
        if any(len(polygon) < CORNERS or polygon[0] != polygon[-1] for polygon in self.polygons):
            raise ValueError("CAP 的多边形至少有三个角，首尾相接。")


@dataclass(frozen=True)
class Info:
    """What it is about, in one language."""

    event: str
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    headline: str
    description: str
    areas: tuple[Area, ...]
    categories: tuple[Category, ...] = (Category.ENVIRONMENT,)
    language: str = "zh-CN"
    responses: tuple[ResponseType, ...] = ()
    codes: tuple[Named, ...] = ()
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    instruction: str = ""
    web: str = ""
    parameters: tuple[Named, ...] = ()

    def __post_init__(self) -> None:
        _refuse_empty(self.event)
        if not self.categories:
            raise ValueError("CAP 消息要写明类别。")
        _refuse_without_zone(self.onset, self.expires)


@dataclass(frozen=True)
class Reference:
    """An earlier message: who sent it, which it was, when."""

    sender: str
    identifier: str
    sent: datetime


@dataclass(frozen=True)
class Message:
    """CAP 消息, for everybody: an alert says what it is about; an update and a cancel name the messages that
    they replace."""

    identifier: str
    sender: str
    sent: datetime
    type: MessageType
    infos: tuple[Info, ...]
    status: Status = Status.ACTUAL
    note: str = ""
    references: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        for name in (self.identifier, self.sender):
            if not name or UNFIT.search(name):
                raise ValueError(f"CAP 的标识和发送者不能为空，也不能有空格、逗号、< 或者 &：{name!r}")
        _refuse_without_zone(self.sent)
        if self.type is MessageType.ALERT and not self.infos:
            raise ValueError("CAP 预警消息要有内容。")
        if self.type is not MessageType.ALERT and not self.references:
            raise ValueError("CAP 更新和解除消息要写明所替代的消息。")

    @property
    def reference(self) -> Reference:
        """By which later messages name this one."""
        return Reference(self.sender, self.identifier, self.sent)


def _refuse_empty(*said: str) -> None:
    if not all(one.strip() for one in said):
        raise ValueError("CAP 消息的事件、区域、名称和值都不能为空。")


def _refuse_without_zone(*moments: datetime | None) -> None:
    if any(moment is not None and moment.tzinfo is None for moment in moments):
        raise ValueError("CAP 消息的时间要带时区。")
