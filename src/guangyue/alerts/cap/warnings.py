"""A warning of a plan in the words of CAP: 预警 as an alert, 调整 as an update, 解除 as a cancel."""

from dataclasses import dataclass, replace
from datetime import datetime

from guangyue.alerts.cap.message import Area, Info, Message, Named
from guangyue.alerts.cap.words import Certainty, MessageType, ResponseType, Severity, Status, Urgency
from guangyue.alerts.plans import Level

COLOUR = "预警级别"


@dataclass(frozen=True)
class Warned:
    """预警: what is said to the public, and where it is read in full. `observed` says that it
    is there already."""

    level: Level
    event: str
    text: str
    advice: str
    onset: datetime
    expires: datetime | None
    areas: tuple[Area, ...]
    sender_name: str
    web: str = ""
    observed: bool = False


@dataclass(frozen=True)
class Envelope:
    """Which message it is, who sends it and when; an exercise says so to every reader."""

    identifier: str
    sender: str
    sent: datetime
    exercise: bool = False

    def message(self, kind: MessageType, info: Info, *earlier: Message) -> Message:
        return Message(
            identifier=self.identifier,
            sender=self.sender,
            sent=self.sent,
            type=kind,
            infos=(info,),
            status=Status.EXERCISE if self.exercise else Status.ACTUAL,
            note="应急演练" if self.exercise else "",
            references=tuple(one.reference for one in earlier),
        )


def alert(envelope: Envelope, warned: Warned) -> Message:
    return envelope.message(MessageType.ALERT, _info(warned))


def update(envelope: Envelope, warned: Warned, *earlier: Message) -> Message:
    """Of another level, or of other words: all the messages that no longer hold are named."""
    return envelope.message(MessageType.UPDATE, _info(warned), *earlier)


def cancel(envelope: Envelope, warned: Warned, *earlier: Message) -> Message:
    """What was warned of is over, or will be when the warning is lifted."""
    over = replace(
        _info(warned),
        headline=f"解除{warned.event}{warned.level.title}",
        responses=(ResponseType.ALL_CLEAR,),
        urgency=Urgency.PAST,
        severity=Severity.MINOR,
        certainty=Certainty.OBSERVED if warned.observed else Certainty.LIKELY,
    )
    return envelope.message(MessageType.CANCEL, over, *earlier)


def _info(warned: Warned) -> Info:
    return Info(
        event=warned.event,
        urgency=Urgency.IMMEDIATE if warned.observed else Urgency.EXPECTED,
        severity=warned.level.severity,
        certainty=Certainty.OBSERVED if warned.observed else Certainty.LIKELY,
        headline=f"{warned.event}{warned.level.title}",
        description=warned.text,
        instruction=warned.advice,
        responses=(ResponseType.EXECUTE, ResponseType.AVOID),
        onset=warned.onset,
        expires=warned.expires,
        sender_name=warned.sender_name,
        web=warned.web,
        parameters=(Named(COLOUR, warned.level.title),),
        areas=warned.areas,
    )
