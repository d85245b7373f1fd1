"""否决报批: whoever sits at a window may not say no; someone with authority over the matter decides."""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.cases.models.case import Case


class VetoQuerySet(models.QuerySet["Veto"]):
    def waiting(self) -> "VetoQuerySet":
        return self.filter(decided_at=None)


class Veto(models.Model):
    """否决报批: the wish to refuse, its reason, and who decided on it; without a decision in time the case is
    to be received."""

    class Ruling(models.TextChoices):
        REFUSE = "refuse", "同意不予受理"
        RECEIVE = "receive", "应当受理"
        LAPSED = "lapsed", "逾期未答复，应当受理"

    case = models.ForeignKey(Case, models.PROTECT, related_name="vetoes")
    reason = models.CharField("理由", max_length=500)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提请人")
    asked_at = models.DateTimeField("提请时间")
    due = models.DateTimeField("答复期限")
    ruling = models.CharField("决定", max_length=10, choices=Ruling, blank=True)
    said = models.CharField("答复理由", max_length=500, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    decided_at = models.DateTimeField("决定时间", null=True)

    objects = VetoQuerySet.as_manager()

    class Meta:
        verbose_name = "否决报批"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["case"], condition=Q(decided_at=None), name="one_veto_of_a_case_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=models.F("asked_by")),
                name="a_veto_is_decided_by_another",
            ),
        )
