"""指令发送: the outbox of orders, a row for each message to one address."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from guangyue.alerts.models.orders import Order
from guangyue.kit.access import Scope


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def due(self, *, at: datetime) -> "DispatchQuerySet":
        return self.filter(state=Dispatch.State.WAITING, due_at__lte=at)

    def lost(self, *, before: datetime) -> "DispatchQuerySet":
        """Taken before that and never ended: the worker was killed before it noted what became of it."""
        return self.filter(state=Dispatch.State.SENDING, taken_at__lt=before)

    def within(self, scope: Scope) -> "DispatchQuerySet":
        return self.filter(scope.rows(region="order__source__region_id"))


class Dispatch(models.Model):
    """发送: one message about an order by one way out. It goes at most once; what is not certain is shown."""

    class Reason(models.TextChoices):
        BEGIN = "begin", "下达"
        CHANGE = "change", "改写"
        CHASE = "chase", "催办"
        END = "end", "终止"

    class Way(models.TextChoices):
        PAGE = "page", "站内通知"
        SMS = "sms", "短信"
        EMAIL = "email", "电子邮件"

    class State(models.TextChoices):
        WAITING = "waiting", "待发送"
        SENDING = "sending", "发送中"
        SENT = "sent", "已发出"
        UNKNOWN = "unknown", "待确认"
        DEAD = "dead", "没有发出"

    order = models.ForeignKey(
        Order, models.PROTECT, db_index=False, related_name="dispatches", verbose_name="指令"
    )
    reason = models.CharField("事由", max_length=8, choices=Reason)
    version = models.PositiveSmallIntegerField("指令版次", default=1)
    way = models.CharField("渠道", max_length=8, choices=Way)
    address = models.CharField("地址", max_length=254, blank=True)
    key = models.UUIDField("发送标识", default=uuid.uuid4, editable=False)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField("应发时间")
    taken_at = models.DateTimeField("取出时间", null=True)
    sent_at = models.DateTimeField("发出时间", null=True)
    attempts = models.PositiveSmallIntegerField("发送次数", default=0)
    answer = models.TextField("对方答复", blank=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = "指令发送"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["order", "reason", "version", "way"], name="told_once_by_each_way"
            ),
        )
        indexes = (
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="dispatches_due"),
            models.Index(fields=["taken_at"], condition=Q(state="sending"), name="dispatches_under_way"),
        )

    def __str__(self) -> str:
        return f"{self.get_way_display()}：{self.order}"

    @property
    def is_troubled(self) -> bool:
        return self.state in (self.State.UNKNOWN, self.State.DEAD)
