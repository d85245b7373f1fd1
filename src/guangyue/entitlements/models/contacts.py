"""推送、答复、联系名单、求助需求: how those who are meant hear of it, and what they say."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.entitlements.models.matches import Match
from guangyue.kit.access import Scope
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Region
from guangyue.registries.models import Correction, Person


class Silence(models.Model):
    """免打扰: somebody does not want to be told of policies; what they are owed stands on their page."""

    user = models.OneToOneField(User, models.CASCADE, related_name="+", verbose_name="本人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "政策推送免打扰"


class PushQuerySet(models.QuerySet["Push"]):
    def unread_since(self, moment: datetime) -> "PushQuerySet":
        return self.filter(notification__read_at=None, notification__at__lte=moment)


class Push(models.Model):
    """推送: that a match was told to whom it concerns, once for each occasion: new, or so many days before
    the close."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="pushes", verbose_name="匹配")
    notification = models.OneToOneField(Notification, models.PROTECT, related_name="+", verbose_name="通知")

    objects = PushQuerySet.as_manager()

    class Meta:
        verbose_name = "政策推送"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing(self) -> "AnswerQuerySet":
        """The last word on each match."""
        return self.order_by("match_id", "-at", "-id").distinct("match_id")


class Answer(models.Model):
    """答复: what the person or the firm says to a match. “不是我” silences this version of the rule."""

    class What(models.TextChoices):
        LATER = "later", "以后再说"
        NOT_MINE = "not_mine", "不是我的情况"
        WRONG_DATA = "wrong_data", "信息有误"

    match = models.ForeignKey(Match, models.CASCADE, related_name="answers", verbose_name="匹配")
    what = models.CharField("答复", max_length=12, choices=What)
    fingerprint = models.CharField("规则版本", max_length=64)
    correction = models.ForeignKey(
        Correction, models.PROTECT, null=True, related_name="+", verbose_name="更正申请"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="答复人")
    at = models.DateTimeField("时间")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "推送答复"


class CallQuerySet(models.QuerySet["Call"]):
    def within(self, scope: Scope) -> "CallQuerySet":
        return self.filter(scope.rows(region="region_id"))

    def open(self) -> "CallQuerySet":
        return self.filter(outcome="")


class Call(models.Model):
    """联系名单的一人: who has not read for fifteen days, or has no account, and what came of calling."""

    class Why(models.TextChoices):
        NO_ACCOUNT = "no_account", "没有账户"
        UNREAD = "unread", "15 天未读"

    class Outcome(models.TextChoices):
        REACHED = "reached", "已联系上"
        NOBODY = "nobody", "无人应答"
        NOT_WANTED = "not_wanted", "本人不需要"
        HELPED = "helped", "已帮助申请"

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="联系对象")
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="居住镇街"
    )
    why = models.CharField("原因", max_length=12, choices=Why)
    many = models.PositiveSmallIntegerField("可申领项数")
    closes_on = models.DateField("最早截止", null=True)
    opened_on = models.DateField("列入日期")
    outcome = models.CharField("联系结果", max_length=12, choices=Outcome, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="联系人")
    noted_at = models.DateTimeField("联系时间", null=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "联系名单"
        constraints = (
            models.UniqueConstraint(fields=["person"], condition=Q(outcome=""), name="called_once_at_a_time"),
        )
        indexes = (
            models.Index(fields=["region", "outcome", "id"], name="calls_of_region"),
            models.Index(fields=["opened_on", "id"], name="calls_opened"),
        )

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return reverse("entitlements:call", args=[self.pk])


class NeedQuerySet(models.QuerySet["Need"]):
    def within(self, scope: Scope) -> "NeedQuerySet":
        return self.filter(scope.rows(region="region_id"))

    def open(self) -> "NeedQuerySet":
        return self.filter(outcome="")


class Need(models.Model):
    """求助需求: a signal of hardship, for the town to look into. It is no push, and no grant."""

    class Outcome(models.TextChoices):
        HELPED = "helped", "已转办救助"
        NO_HARDSHIP = "no_hardship", "走访后没有困难"
        ALREADY = "already", "已在救助"

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="对象")
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="居住镇街"
    )
    signals = models.JSONField("信号")
    kinds = models.JSONField("可能需要")
    opened_on = models.DateField("发现日期")
    seen_on = models.DateField("最近出现")
    outcome = models.CharField("走访结果", max_length=12, choices=Outcome, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="走访人")
    noted_at = models.DateTimeField("走访时间", null=True)

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = "求助需求"
        constraints = (
            models.UniqueConstraint(
                fields=["person"], condition=Q(outcome=""), name="one_open_need_of_person"
            ),
        )
        indexes = (
            models.Index(fields=["region", "outcome", "id"], name="needs_of_region"),
            models.Index(fields=["opened_on", "id"], name="needs_opened"),
        )

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return reverse("entitlements:need", args=[self.pk])
