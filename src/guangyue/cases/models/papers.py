"""申请材料 of a case: what is asked for, what was handed in, what is owed."""

from datetime import date

from django.db import models
from django.db.models import Q

from guangyue.cases.intaking import Deficit
from guangyue.cases.models.case import Case
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.matters.declaration import Source

SOURCES = [(one.name, one.value) for one in Source]


class PaperQuerySet(models.QuerySet["Paper"]):
    def missing(self) -> "PaperQuerySet":
        return self.filter(state__in=(Paper.State.WANTED, Paper.State.SENT_BACK))

    def missing_first(self) -> "PaperQuerySet":
        """What is still to be brought stands above what is there."""
        there = Q(state__in=(Paper.State.HANDED_IN, Paper.State.REUSED))
        return self.order_by(models.ExpressionWrapper(there, models.BooleanField()), "pk")

    def owed(self) -> "PaperQuerySet":
        return self.filter(state=Paper.State.OWED)

    def owed_too_long(self, on: date) -> "PaperQuerySet":
        """Not supplied by the day that was promised."""
        return self.owed().filter(supply_by__lt=on)


class Paper(models.Model):
    """材料: one of the materials that this case needs, and what became of it."""

    class State(models.TextChoices):
        WANTED = "wanted", "待提交"
        HANDED_IN = "handed_in", "已提交"
        OWED = "owed", "容缺待补"
        FETCHED = "fetched", "共享获取"
        REUSED = "reused", "复用"
        SENT_BACK = "sent_back", "退回重交"

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers")
    code = models.CharField("材料编码", max_length=60)
    title = models.CharField("材料名称", max_length=200)
    deferrable = models.BooleanField("可容缺", default=False)
    source = models.CharField("来源", max_length=10, choices=SOURCES, default=Source.APPLICANT.name)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WANTED)
    from_whom = models.CharField("从何处取得", max_length=120, blank=True)
    promised_on = models.DateField("容缺承诺日", null=True)
    supply_by = models.DateField("补齐期限", null=True)
    supplied_at = models.DateTimeField("取得时间", null=True)
    on_paper = models.BooleanField("收到纸质件", default=False)
    said = models.CharField("退回理由", max_length=300, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "办件材料"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["case", "code"], name="a_material_once_in_a_case"),
            models.CheckConstraint(
                condition=~Q(state="owed") | Q(deferrable=True, supply_by__isnull=False),
                name="only_a_deferrable_material_is_owed_and_until_a_day",
            ),
        )
        indexes = (models.Index(fields=["supply_by"], condition=Q(state="owed"), name="papers_owed_by_day"),)

    def __str__(self) -> str:
        return self.title

    @property
    def deficit(self) -> Deficit | None:
        """What was owed or still is, once it was promised and taken so."""
        if self.supply_by is None:
            return None
        met = None if self.state == self.State.OWED or not self.supplied_at else local_day(self.supplied_at)
        return Deficit(self.title, self.supply_by, met)


class PaperFile(models.Model):
    """材料附件: a file under a material; one that was replaced stays with the day it was taken out."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("提交时间")
    taken_out_at = models.DateTimeField("撤下时间", null=True)

    class Meta:
        verbose_name = "材料附件"
        ordering = ("id",)
