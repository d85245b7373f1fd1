"""The ways out of the house: to which address of a person, and by what."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from guangyue.accounts.models import User
from guangyue.notifications.gateway import post
from guangyue.notifications.mail import send_mail
from guangyue.notifications.outcomes import Message, Outcome

SMS_LENGTH = 300


@dataclass(frozen=True)
class Channel:
    """渠道: a way out. It is open where the settings say whither, and a person can decline it."""

    key: str
    title: str
    address_of: Callable[[User], str]
    is_open: Callable[[], bool]
    send: Callable[[Message], Outcome]


def send_text(message: Message) -> Outcome:
    """短信: the title and, as far as there is room, the body."""
    return post(
        url=settings.GUANGYUE_SMS_URL,
        secret=settings.GUANGYUE_SMS_SECRET,
        key=message.key,
        content={"to": message.address, "text": f"【{message.title}】{message.body}"[:SMS_LENGTH]},
    )


def send_webhook(message: Message) -> Outcome:
    """协同平台: the notification as it is, for whoever has this user name there."""
    return post(
        url=settings.GUANGYUE_WEBHOOK_URL,
        secret=settings.GUANGYUE_WEBHOOK_SECRET,
        key=message.key,
        content={"to": message.address, "title": message.title, "body": message.body, "link": message.link},
    )


EMAIL = Channel(
    "email", "电子邮件", lambda user: user.email or "", lambda: bool(settings.EMAIL_HOST), send_mail
)
SMS = Channel(
    "sms", "短信", lambda user: user.phone or "", lambda: bool(settings.GUANGYUE_SMS_URL), send_text
)
WEBHOOK = Channel(
    "webhook",
    "协同平台",
    lambda user: user.username,
    lambda: bool(settings.GUANGYUE_WEBHOOK_URL),
    send_webhook,
)

CHANNELS = (EMAIL, SMS, WEBHOOK)


def open_channels() -> list[Channel]:
    return [channel for channel in CHANNELS if channel.is_open()]


def channel(key: str) -> Channel:
    return next(channel for channel in CHANNELS if channel.key == key)
