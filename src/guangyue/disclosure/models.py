"""公示: a notice, its lines, who brought it forward when, and the objections to it."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import Clock
from guangyue.kit.fields import MoneyField
from guangyue.kit.limits import Limit, Unit
from guangyue.organisations.models import Organisation

ANSWERED_WITHIN = Limit(10, Unit.WORKING_DAY)
# 《政府信息公开条例》第二十六条: where the document itself names no limit for making public.
PUBLISHED_WITHIN = Limit(20, Unit.WORKING_DAY)
CODE_LENGTH = 10


class PublicNoticeQuerySet(models.QuerySet["Notice"]):
    def within(self, scope: Scope) -> "PublicNoticeQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))

    def public(self, on: date) -> "PublicNoticeQuerySet":
        """What anyone may know of: once published, from its first day on; the lines are another matter."""
        return self.filter(published_at__isnull=False, since__lte=on)

    def open_to_public(self, on: date) -> "PublicNoticeQuerySet":
        """Those in their period, whose lines anyone may read."""
        return self.filter(state=Notice.State.PUBLISHED, since__lte=on, until__gte=on)

    def over(self, on: date) -> "PublicNoticeQuerySet":
        return self.filter(state=Notice.State.PUBLISHED, until__lt=on)

    def with_last_move(self) -> "models.QuerySet[Any]":
        """Each with `moved_at` and `moved_for`: when it came to where it is, and what was said."""
        last = NoticeMove.objects.filter(notice=models.OuterRef("pk")).order_by("-pk")
        return self.annotate(
            moved_at=models.Subquery(last.values("at")[:1]),
            moved_for=models.Subquery(last.values("remark")[:1]),
        )

    def unpublished(self) -> "PublicNoticeQuerySet":
        return self.filter(state__in=(Notice.State.DRAFT, Notice.State.REVIEWED))


class Notice(models.Model):
    """公示: who received or shall receive what, by name. 起草 → 审核 by a second person → 发布 → 归档.

    Its lines go when its period is over or when it is withdrawn; how many they were, what they came to and
    their hash stay. What is published is never changed: a correction is a new notice that replaces it.
    """

    class Kind(models.TextChoices):
        PAYMENT = "payment", "补贴资金发放"
        BEFOREHAND = "beforehand", "拟享受名单"
        AWARD = "award", "评审结果"
        YEARLY = "yearly", "年度使用情况"
        OTHER = "other", "其他"

    class State(models.TextChoices):
        DRAFT = "draft", "待审核"
        REVIEWED = "reviewed", "已审核，待发布"
        PUBLISHED = "published", "已发布"
        ARCHIVED = "archived", "已归档"
        REPLACED = "replaced", "已更正"
        WITHDRAWN = "withdrawn", "已撤回"

    kind = models.CharField("种类", max_length=12, choices=Kind)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("说明", max_length=2000, blank=True)
    cites = ClauseField("依据")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="公示单位")
    columns = models.JSONField("列名")
    many = models.PositiveIntegerField("行数")
    amount = MoneyField("金额合计", null=True, blank=True)
    contents = models.CharField("名单指纹", max_length=64)  # SHA-256 of the columns and the cells
    due_on = models.DateField("最迟公示日")
    since = models.DateField("公示开始")
    until = models.DateField("公示结束")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    published_at = models.DateTimeField("发布时间", null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="更正"
    )
    # What it tells of, in the words of the mechanism that asked for it: one notice for each.
    source = models.CharField("来源", max_length=60, blank=True)

    objects = PublicNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "公示"
        ordering = ("-id",)
        indexes = (
            models.Index(fields=["state", "-since", "-id"], name="notices_by_day"),
            models.Index(fields=["source"], name="notices_by_source"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="notice_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "reviewed", "withdrawn")) | Q(published_at__isnull=False),
                name="public_notice_was_published",
            ),
            models.UniqueConstraint(
                fields=["source"],
                condition=~Q(source="") & Q(state__in=("draft", "reviewed", "published", "archived")),
                name="one_notice_of_a_source",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("disclosure:desk_notice", args=[self.pk])

    def is_public(self, on: date) -> bool:
        return self.published_at is not None and self.since <= on

    def is_open(self, on: date) -> bool:
        """Whether its lines may be read and objected to by anyone."""
        return self.state == self.State.PUBLISHED and self.since <= on <= self.until

    @property
    def is_unpublished(self) -> bool:
        return self.state in (self.State.DRAFT, self.State.REVIEWED)

    @property
    def period(self) -> str:
        return f"{self.since:%Y-%m-%d} 至 {self.until:%Y-%m-%d}"


class Line(models.Model):
    """公示名单的一行: its cells as they are shown, masked before they came here."""

    notice = models.ForeignKey(Notice, models.CASCADE, db_index=False, related_name="lines")
    number = models.PositiveIntegerField("序号")
    name = models.CharField("名称", max_length=200, blank=True)
    cells = models.JSONField("内容")

    class Meta:
        verbose_name = "公示名单"
        ordering = ("notice", "number")
        indexes = (models.Index(fields=["name"], name="lines_by_name"),)
        constraints = (models.UniqueConstraint(fields=["notice", "number"], name="one_line_of_a_number"),)


class NoticeMove(models.Model):
    """公示流转: the notice came to this state, by whom, when and why."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=Notice.State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    remark = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "公示流转"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.remark or self.get_state_display()


class PublicObjectionQuerySet(models.QuerySet["Objection"]):
    def open(self) -> "PublicObjectionQuerySet":
        return self.filter(answered_at=None)

    def within(self, scope: Scope) -> "PublicObjectionQuerySet":
        return self.filter(
            scope.rows(region="notice__organisation__region_id", organisation="notice__organisation_id")
        )


def new_code() -> str:
    return new_check_code(CODE_LENGTH)


class Objection(models.Model):
    """异议: anybody's, during the period of a notice; the office that gave notice answers. Whoever raised it
    finds the answer under its code."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="objections", verbose_name="公示")
    code = models.CharField("查询码", max_length=CODE_LENGTH, unique=True, default=new_code)
    about = models.CharField("对谁有异议", max_length=100, blank=True)
    text = models.CharField("异议内容", max_length=1000)
    name = models.CharField("姓名", max_length=50, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="账户")
    raised_at = models.DateTimeField("提出时间")
    upheld = models.BooleanField("异议成立", null=True)
    answer = models.CharField("答复", max_length=1000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = PublicObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = "公示异议"
        ordering = ("-id",)
        indexes = (
            models.Index(fields=["raised_at"], condition=Q(answered_at=None), name="notice_objections_open"),
        )

    def __str__(self) -> str:
        return f"{self.notice}的异议"

    def get_absolute_url(self) -> str:
        return reverse("disclosure:desk_objection", args=[self.pk])

    @property
    def clock(self) -> Clock:
        return Clock(ANSWERED_WITHIN, self.raised_at)
