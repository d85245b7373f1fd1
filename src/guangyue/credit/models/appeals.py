"""异议 and 修复: what the subject of a record asks, and what is decided."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.appealing import AppealKind, appeal_clock
from guangyue.credit.declaration import titles
from guangyue.credit.models.records import CreditRecord
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.kit.clocks import Clock


class AppealQuerySet(models.QuerySet["Appeal"]):
    def open(self) -> "AppealQuerySet":
        return self.filter(decided_at=None)

    def within(self, scope: Scope) -> "AppealQuerySet":
        return self.filter(scope.rows(region="record__unit__region_id", organisation="record__unit_id"))


class Appeal(models.Model):
    """申诉: an objection to a record, or a request to repair it; one at a time, decided by another person."""

    number = models.CharField("编号", max_length=24, unique=True)
    record = models.ForeignKey(CreditRecord, models.PROTECT, related_name="appeals", verbose_name="记录")
    kind = models.CharField("种类", max_length=10, choices=titles(AppealKind))
    reason = models.CharField("理由", max_length=1000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提出人")
    at = models.DateTimeField("提出时间")
    upheld = models.BooleanField("成立", null=True)
    said = models.CharField("答复", max_length=1000, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="裁定人")
    decided_at = models.DateTimeField("答复时间", null=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        verbose_name = "信用申诉"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["record"], condition=Q(decided_at=None), name="one_open_appeal_a_record"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | (Q(upheld__isnull=False) & ~Q(said="")),
                name="what_is_decided_says_how",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("credit:appeal", args=[self.number])

    @property
    def clock(self) -> Clock:
        return appeal_clock(self.at)


class AppealFile(models.Model):
    """证明材料."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "信用申诉材料"
        ordering = ("id",)
