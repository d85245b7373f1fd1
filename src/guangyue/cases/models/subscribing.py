"""订阅: systems of departments that hear of the moves of their cases, and each message to them."""

from datetime import datetime
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models.case import PHASES, Case
from guangyue.organisations.models import Organisation


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def live(self) -> "SubscriberQuerySet":
        return self.filter(ended_at=None)


class Subscriber(models.Model):
    """订阅系统: a system of an organisation; no matters or phases named means all of them."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="部门")
    title = models.CharField("系统名称", max_length=80)
    address = models.URLField("接收地址", max_length=300)
    secret = models.CharField("密钥", max_length=64, editable=False)
    matters = ArrayField(models.CharField(max_length=40), verbose_name="事项", default=list, blank=True)
    phases = ArrayField(
        models.CharField(max_length=16, choices=PHASES), verbose_name="阶段", default=list, blank=True
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    made_at = models.DateTimeField("登记时间")
    ended_at = models.DateTimeField("停用时间", null=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = "订阅系统"
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("cases:subscriber", args=[self.pk])

    def wants(self, case: Case) -> bool:
        code = case.declared.code
        return (not self.matters or code in self.matters) and (not self.phases or case.phase in self.phases)


class PostingQuerySet(models.QuerySet["Posting"]):
    def due(self, at: datetime) -> "PostingQuerySet":
        return self.filter(state=Posting.State.WAITING, due_at__lte=at)


class Posting(models.Model):
    """推送: one message to one of them; the other side knows it again by its key, so it may come twice."""

    class State(models.TextChoices):
        WAITING = "waiting", "待推送"
        SENT = "sent", "已送达"
        DEAD = "dead", "没有送达"

    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="postings", verbose_name="系统")
    case = models.ForeignKey(Case, models.PROTECT, db_index=False, related_name="+", verbose_name="办件")
    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    content = models.JSONField("内容")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("推送次数", default=0)
    answer = models.CharField("对方答复", max_length=500, blank=True)
    made_at = models.DateTimeField("发生时间")
    due_at = models.DateTimeField("下次推送")
    sent_at = models.DateTimeField("送达时间", null=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = "事件推送"
        indexes = (
            models.Index(fields=["subscriber", "-id"], name="postings_of_subscriber"),
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="postings_waiting"),
        )

    def __str__(self) -> str:
        return f"{self.case} {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return reverse("cases:posting", args=[self.pk])
