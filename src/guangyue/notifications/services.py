"""What is done with notifications: telling people, reading, declining a channel."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection, transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused
from guangyue.notifications.channels import Channel, open_channels
from guangyue.notifications.models import Delivery, Notification, OptOut
from guangyue.notifications.outbox import deliver


class ExposesSomebody(Refused):
    sentence = "通知里有完整的公民身份号码，不能发出。"
    advice = "请把号码中间的数字改成星号，再提交一次。"


TELL_ONCE = """
insert into notifications_notification (to_id, key, title, body, link, at) values (%s, %s, %s, %s, %s, %s)
on conflict (to_id, key) do nothing returning id
"""


def notify(
    *, to: User, title: str, body: str, link: str = "", key: str, at: datetime, outside: bool = True
) -> Notification:
    """通知 a person, in the transaction of what there is to tell; the same key again tells nothing new.

    Who has messages of its own for the ways out of the house says that this one is not for `outside`.
    """
    if link and (not link.startswith("/") or link.startswith("//")):
        raise ValueError("a notification leads to a page of ours")
    if any(find_unmasked(f"{title} {body}", on=localdate(at))):
        raise ExposesSomebody
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(TELL_ONCE, [to.pk, key, title, body, link, at])
        made = cursor.fetchone()
        if made is None:
            return Notification.objects.get(to=to, key=key)
        notification = Notification(pk=made[0], to=to, key=key, title=title, body=body, link=link, at=at)
        for channel in _wanted_by(to) if outside else ():
            delivery = Delivery.objects.create(
                notification=notification, channel=channel.key, address=channel.address_of(to), due_at=at
            )
            deliver.defer(delivery=delivery.pk)
    return notification


def read(*, notification: Notification, at: datetime) -> None:
    """阅读: the first time counts."""
    Notification.objects.unread().filter(pk=notification.pk).update(read_at=at)


def read_all(*, by: User, at: datetime) -> int:
    return Notification.objects.of(by).unread().update(read_at=at)


@transaction.atomic
def choose_channels(*, wanted: Collection[str], by: User, at: datetime) -> None:
    """接收方式: by these of the open channels, and by no other; what is under way already still goes out."""
    for channel in open_channels():
        if channel.key in wanted:
            OptOut.objects.filter(person=by, channel=channel.key).delete()
        else:
            OptOut.objects.get_or_create(person=by, channel=channel.key, defaults={"at": at})


def _wanted_by(person: User) -> list[Channel]:
    """The open channels that reach this person and were not declined."""
    reaching = [channel for channel in open_channels() if channel.address_of(person)]
    if not reaching:
        return []
    declined = set(OptOut.objects.filter(person=person).values_list("channel", flat=True))
    return [channel for channel in reaching if channel.key not in declined]
