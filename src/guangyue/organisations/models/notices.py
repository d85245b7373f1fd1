"""任免通知: what was issued, line by line, and how it was worked through."""

from datetime import date

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Count, Q, Value
from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.organisations.models.organisations import Organisation
from guangyue.organisations.models.people import Person, Post


class NoticeQuerySet(models.QuerySet["Notice"]):
    def effective(self) -> "NoticeQuerySet":
        return self.filter(state=Notice.State.EFFECTIVE)

    def unfinished(self) -> "NoticeQuerySet":
        """Those entered that have not taken effect."""
        return self.exclude(state=Notice.State.EFFECTIVE)

    def counted(self) -> "NoticeQuerySet":
        """Each with how many lines appoint and how many remove, and all its people in one text for a
        search."""
        appoints = Q(lines__action=NoticeLine.Action.APPOINT)
        return self.annotate(
            appointed=Count("lines", filter=appoints),
            removed=Count("lines", filter=~appoints),
            people=StringAgg("lines__printed_person", " ", default=Value("")),
        )


class Notice(models.Model):
    """任免通知: 录入 → 解析 → 核对 → 生效."""

    class State(models.TextChoices):
        ENTERED = "entered", "录入"
        PARSED = "parsed", "解析"
        CHECKED = "checked", "核对"
        EFFECTIVE = "effective", "生效"

    number = models.CharField("文号", max_length=40, unique=True)
    title = models.CharField("标题", max_length=120)
    issued_on = models.DateField("成文日期")
    text = models.TextField("原文", blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.ENTERED)
    printed_in = models.CharField("刊于公报", max_length=80, blank=True)  # 2019年第4期
    differences = models.JSONField("与公报的差异", default=list, blank=True)  # sentences

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "任免通知"
        ordering = ("-issued_on", "-id")

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("organisations:notice", args=[self.pk])

    @property
    def waits_as_printed(self) -> bool:
        """A gazette proposed it, and no official has put it into effect."""
        return bool(self.printed_in) and self.state != self.State.EFFECTIVE


class NoticeMove(models.Model):
    """The notice came to this state, by whom and when."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=Notice.State)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")
    remark = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "任免通知流转"
        ordering = ("id",)


class NoticeLine(models.Model):
    """任免条目: one person and one post of one clause, as printed, and whom and what the register takes them
    for."""

    class Action(models.TextChoices):
        APPOINT = "appoint", "任命"
        REMOVE = "remove", "免去"

    class Problem(models.TextChoices):
        UNREADABLE = "unreadable", "看不懂"
        UNKNOWN_ORGANISATION = "unknown_organisation", "机构未登记"
        ORGANISATION_ENDED = "organisation_ended", "机构已撤销"
        CHIEF_POST_OCCUPIED = "chief_post_occupied", "正职有人"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField("条次")
    position = models.PositiveSmallIntegerField("条内次序")
    source_line = models.PositiveSmallIntegerField("原文行号", null=True)
    action = models.CharField("任免", max_length=8, choices=Action)
    text = models.TextField("原文", blank=True)
    printed_person = models.CharField("姓名", max_length=20, blank=True)
    printed_organisation = models.CharField("机构", max_length=80, blank=True)
    printed_title = models.CharField("职务", max_length=40, blank=True)
    rank = models.CharField("职级", max_length=10, blank=True)
    probation_months = models.PositiveSmallIntegerField("试用期（月）", default=0)
    lapsed = models.BooleanField("自然免除", default=False)
    note = models.CharField("附注", max_length=120, blank=True)
    stated_day = models.DateField("写明的日期", null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="notice_lines")
    identity_reason = models.CharField("认定理由", max_length=200, blank=True)
    problem = models.CharField("问题", max_length=24, choices=Problem, blank=True)
    problem_said = models.CharField("问题说明", max_length=200, blank=True)
    warning = models.CharField("提示", max_length=200, blank=True)

    class Meta:
        verbose_name = "任免条目"
        ordering = ("order", "position")
        constraints = (models.UniqueConstraint(fields=["notice", "order", "position"], name="one_line_once"),)

    def __str__(self) -> str:
        return f"{self.get_action_display()}{self.printed_person}，{self.printed_post}"

    @property
    def printed_post(self) -> str:
        return self.printed_organisation + self.printed_title

    @property
    def kind(self) -> str:
        """任命, 免去 or 自然免除."""
        return "自然免除" if self.lapsed else self.get_action_display()

    @property
    def cites(self) -> Clause:
        """Notices do not number their clauses: the place in the whole is what can be cited."""
        return Clause(self.notice.number, f"第{self.order}项")

    @property
    def place(self) -> str:
        """Where to look: the line of the pasted text, and the clause."""
        return f"第{self.source_line}行（第{self.order}项）" if self.source_line else f"第{self.order}项"

    @property
    def day(self) -> date:
        """生效日期: that of the notice, unless the clause prints another."""
        return self.stated_day or self.notice.issued_on

    @property
    def appoints(self) -> bool:
        return self.action == self.Action.APPOINT
