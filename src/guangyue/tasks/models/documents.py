"""任务文件 and 任务: the documents that hand out work, and the tree of what they hand out."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User


class TaskDocument(models.Model):
    """任务文件: known by its number. What sets no day of its own inherits the horizon."""

    number = models.CharField("文号", max_length=60, unique=True)
    title = models.CharField("标题", max_length=300)
    day = models.DateField("印发日期")
    horizon = models.DateField("文件期限", null=True)
    edition = models.CharField("来源版次", max_length=80, blank=True)
    leaders = ArrayField(
        models.CharField(max_length=40), verbose_name="牵头领导", default=list, blank=True
    )  # of all its assignments
    taken_on_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "任务文件"
        ordering = ("-day", "number")

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("tasks:document", args=[self.pk])


class Task(models.Model):
    """任务: one item of a document, or a point below it."""

    document = models.ForeignKey(TaskDocument, models.PROTECT, related_name="tasks", verbose_name="文件")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name="上级任务"
    )
    order = models.PositiveSmallIntegerField("次序")
    item = models.CharField("编号", max_length=40)
    section = models.CharField("所在部分", max_length=200, blank=True)
    heading = models.CharField("标题", max_length=300, blank=True)
    text = models.TextField("内容", blank=True)

    class Meta:
        verbose_name = "任务"
        ordering = ("document", "order")
        constraints = (models.UniqueConstraint(fields=["document", "item"], name="one_task_of_an_item"),)

    def __str__(self) -> str:
        return f"{self.item} {self.heading}".strip()


class LeaderSuccession(models.Model):
    """牵头领导的接替: a leader is fixed to the document; who follows is said by hand, with the ground."""

    document = models.ForeignKey(
        TaskDocument, models.PROTECT, related_name="successions", verbose_name="文件"
    )
    leader = models.CharField("文件上的牵头领导", max_length=40)
    successor = models.CharField("接替的领导", max_length=40)
    since = models.DateField("自")
    ground = models.CharField("依据", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "牵头领导的接替"
        ordering = ("since", "pk")
        constraints = (
            models.CheckConstraint(condition=~models.Q(ground=""), name="a_successor_has_a_ground"),
        )
