"""What becomes of a message that is handed to a channel."""

from dataclasses import dataclass

from django.db import models


class Result(models.TextChoices):
    """Whether the message went out. What cannot be told is unknown, and never tried again unasked."""

    SENT = "sent", "已发出"
    POSTPONED = "postponed", "对方暂时不收"
    REFUSED = "refused", "对方拒收"
    UNKNOWN = "unknown", "待确认"


@dataclass(frozen=True)
class Outcome:
    """结果: what the other side made of it, and what it answered."""

    result: Result
    answer: str


@dataclass(frozen=True)
class Message:
    """消息: a notification as a channel hands it over. The key is the same at every attempt."""

    key: str
    address: str
    title: str
    body: str
    link: str

    @property
    def text(self) -> str:
        return "\n\n".join(part for part in (self.body, self.link) if part)
