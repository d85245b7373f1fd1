"""征集和提报: what people and departments wish to be one thing, and what was answered."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.design import Origin
from guangyue.bundles.models.themes import ORIGINS, Theme
from guangyue.kit.check_codes import new_check_code
from guangyue.organisations.models import Organisation

CODE_LENGTH = 10


class WishQuerySet(models.QuerySet["Wish"]):
    def waiting(self) -> "WishQuerySet":
        return self.filter(answered_at=None)

    def overdue(self, at: datetime) -> "WishQuerySet":
        return self.waiting().filter(due__lt=at)


def new_code() -> str:
    return new_check_code(CODE_LENGTH)


class Wish(models.Model):
    """主题建议: from society or from a department; each is answered with a decision and its reason.

    Whoever proposed finds the answer under its code.
    """

    class Decision(models.TextChoices):
        LISTED = "listed", "列入"
        NOT_LISTED = "not_listed", "不列入"

    code = models.CharField("查询码", max_length=CODE_LENGTH, unique=True, default=new_code)
    origin = models.CharField("来源", max_length=12, choices=ORIGINS, default=Origin.SOCIETY.name)
    title = models.CharField("想一次办好的事", max_length=60)
    text = models.CharField("说明", max_length=1000)
    name = models.CharField("姓名", max_length=50, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="提报部门"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="账户")
    raised_at = models.DateTimeField("提出时间")
    due = models.DateTimeField("答复期限")
    decision = models.CharField("决定", max_length=12, choices=Decision, blank=True)
    reason = models.CharField("理由", max_length=500, blank=True)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, related_name="proposals", verbose_name="对应的主题"
    )
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = "主题建议"
        ordering = ("-id",)
        indexes = (models.Index(fields=["due"], condition=Q(answered_at=None), name="proposals_unanswered"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None) | (~Q(decision="") & ~Q(reason="")),
                name="an_answer_has_its_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("bundles:desk_proposal", args=[self.pk])
