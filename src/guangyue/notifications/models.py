"""Notifications, what people decline, and the outbox with each attempt at sending."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.notifications.channels import CHANNELS, Channel, channel
from guangyue.notifications.outcomes import Message, Result

CHANNEL_CHOICES = [(channel.key, channel.title) for channel in CHANNELS]


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, person: User) -> "NotificationQuerySet":
        return self.filter(to=person)

    def unread(self) -> "NotificationQuerySet":
        return self.filter(read_at=None)


class Notification(models.Model):
    """通知: something a person is told. It always stands on their own page, whatever else they declined."""

    to = models.ForeignKey(User, models.PROTECT, related_name="notifications", verbose_name="收件人")
    key = models.CharField("标识", max_length=200)
    title = models.CharField("标题", max_length=200)
    body = models.TextField("内容")
    link = models.CharField("链接", max_length=500, blank=True)
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("阅读时间", null=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "通知"
        constraints = (models.UniqueConstraint(fields=["to", "key"], name="notified_once"),)
        indexes = (
            models.Index(fields=["to", "-at", "-id"], name="notifications_of_a_person"),
            models.Index(fields=["to"], condition=Q(read_at=None), name="unread_of_a_person"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("notifications:notification", args=[self.pk])


class OptOut(models.Model):
    """不接收: a person does not want notifications by this channel."""

    person = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="本人")
    channel = models.CharField("渠道", max_length=16, choices=CHANNEL_CHOICES)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "不接收的渠道"
        constraints = (models.UniqueConstraint(fields=["person", "channel"], name="declined_once"),)


class State(models.TextChoices):
    WAITING = "waiting", "待发送"
    SENDING = "sending", "发送中"
    SENT = "sent", "已发出"
    UNKNOWN = "unknown", "待确认"
    DEAD = "dead", "没有发出"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def with_recipients(self) -> "DeliveryQuerySet":
        return self.select_related("notification__to")


class Delivery(models.Model):
    """投递: a notification on its way out by one channel."""

    notification = models.ForeignKey(
        Notification, models.PROTECT, related_name="deliveries", verbose_name="通知"
    )
    channel = models.CharField("渠道", max_length=16, choices=CHANNEL_CHOICES)
    address = models.CharField("地址", max_length=254)
    key = models.UUIDField("投递标识", default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField("状态", max_length=16, choices=State, default=State.WAITING)
    due_at = models.DateTimeField("下次发送")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "投递"
        constraints = (
            models.UniqueConstraint(fields=["notification", "channel"], name="delivered_once_by_a_channel"),
        )
        indexes = (models.Index(fields=["state", "-id"], name="outbox_by_state"),)

    def __str__(self) -> str:
        return f"{self.get_channel_display()}：{self.notification}"

    def get_absolute_url(self) -> str:
        return reverse("notifications:delivery", args=[self.pk])

    @property
    def by(self) -> Channel:
        return channel(self.channel)

    @property
    def is_troubled(self) -> bool:
        return self.state in (State.UNKNOWN, State.DEAD)

    def message(self) -> Message:
        told = self.notification
        link = settings.GUANGYUE_ADDRESS + told.link if told.link else ""
        return Message(str(self.key), self.address, told.title, told.body, link)


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def lost(self, *, before: datetime) -> "AttemptQuerySet":
        """Begun before that and never ended: the worker was killed before it noted what became of it."""
        return self.filter(result="", begun_at__lt=before)


class Attempt(models.Model):
    """发送: one attempt, noted before the message is handed over, and ended when the answer is there."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts", verbose_name="投递")
    number = models.PositiveSmallIntegerField("第几次")
    begun_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True)
    result = models.CharField("结果", max_length=16, choices=Result, blank=True)
    answer = models.TextField("对方答复", blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = "发送"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["delivery", "number"], name="attempts_are_numbered"),)
        indexes = (models.Index(fields=["begun_at"], condition=Q(result=""), name="attempts_under_way"),)
