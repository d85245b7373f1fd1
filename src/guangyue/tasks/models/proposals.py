"""任务抽取 and 提议: a document as it was read for tasks, and what officials made of each assignment in it.

A proposal hangs on the words it was read from, not on the rows of an edition: a gazette that is imported
again, or a document that is read again, finds what was confirmed where it was.
"""

from django.conf import settings
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from guangyue.tasks.models.assignments import Assignment
from guangyue.tasks.proposed import Proposed, from_plain


class ReadingQuerySet(models.QuerySet["Reading"]):
    def counted(self) -> "QuerySet[Reading]":
        """With how many proposals each has, how many wait, are confirmed, and are issued."""
        state = TaskProposal.State
        return self.annotate(
            total=Count("proposals"),
            waiting=Count("proposals", filter=Q(proposals__state=state.PROPOSED)),
            confirmed=Count("proposals", filter=Q(proposals__state=state.CONFIRMED)),
            refused=Count("proposals", filter=Q(proposals__state=state.REFUSED)),
            issued=Count("proposals", filter=Q(proposals__assignment__isnull=False)),
        )


class Reading(models.Model):
    """任务抽取: a document, the text it was read from, and when."""

    number = models.CharField("文号", max_length=60, unique=True)
    title = models.CharField("标题", max_length=300)
    day = models.DateField("印发日期")
    horizon = models.DateField("文件期限", null=True, blank=True)
    source = models.CharField("来源", max_length=160)  # the edition, or the name of the file
    lines = models.JSONField("原文", default=list)  # [[number of the line, its text], …]
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="抽取人"
    )
    read_at = models.DateTimeField("抽取时间")

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "任务抽取"
        ordering = ("-day", "number")

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("tasks:reading", args=[self.pk])


class TaskProposalQuerySet(models.QuerySet["TaskProposal"]):
    def waiting(self) -> "TaskProposalQuerySet":
        return self.filter(state=TaskProposal.State.PROPOSED)

    def to_issue(self) -> "TaskProposalQuerySet":
        """Confirmed, and not issued yet."""
        return self.filter(state=TaskProposal.State.CONFIRMED, assignment=None)


class TaskProposal(models.Model):
    """提议: one assignment as it was `read`, and as an official `corrected` it."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待确认"
        CONFIRMED = "confirmed", "已确认"
        REFUSED = "refused", "不采用"

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="proposals", verbose_name="文件")
    fingerprint = models.CharField("原文指纹", max_length=64)
    occurrence = models.PositiveSmallIntegerField("第几处", default=1)  # of the same words
    order = models.PositiveIntegerField("次序")
    item = models.CharField("任务编号", max_length=40)
    heading = models.CharField("任务标题", max_length=300, blank=True)
    section = models.CharField("所在部分", max_length=200, blank=True)
    supporting = models.BooleanField("保障措施", default=False)
    label = models.CharField("编号", max_length=60)
    path = models.CharField("条款号", max_length=60)
    first_line = models.PositiveIntegerField("首行")
    last_line = models.PositiveIntegerField("末行")
    note = models.TextField("责任标注")  # as printed
    read = models.JSONField("识别结果")
    corrected = models.JSONField("更正为", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    lost = models.BooleanField("原文已变", default=False)  # its words are not in the latest reading
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="确认人"
    )
    decided_at = models.DateTimeField("确认时间", null=True)
    assignment = models.OneToOneField(
        Assignment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposal",
        verbose_name="下达的督查事项",
    )

    objects = TaskProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "任务提议"
        ordering = ("reading", "order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["reading", "fingerprint", "occurrence"], name="one_proposal_of_the_same_words"
            ),
            models.CheckConstraint(
                condition=Q(assignment__isnull=True) | Q(state="confirmed"), name="only_confirmed_is_issued"
            ),
        )
        indexes = (models.Index(fields=["reading", "state"], name="proposals_of_a_reading"),)

    def __str__(self) -> str:
        return f"{self.reading.number} 第 {self.label} 项"

    @property
    def says(self) -> Proposed:
        """What the official said, or else what was read."""
        return from_plain(self.corrected or self.read)

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED
