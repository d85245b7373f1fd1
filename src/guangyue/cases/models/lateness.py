"""责任倒查: who used the time of a late case, once a supervisor has confirmed it."""

from django.db import models

from guangyue.accounts.models import User
from guangyue.cases.models.case import Case
from guangyue.organisations.models import Organisation


class LateFinding(models.Model):
    """责任认定: one department or person that used up the time of a late case, as it was worked out and
    confirmed; rows are only added."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="late_findings")
    title = models.CharField("环节", max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="部门")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    days = models.PositiveSmallIntegerField("用去的工作日")
    over = models.PositiveSmallIntegerField("超出本环节时限的工作日", default=0)
    said = models.CharField("认定意见", max_length=500)
    confirmed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="认定人")
    confirmed_at = models.DateTimeField("认定时间")

    class Meta:
        verbose_name = "超期责任认定"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person=None) | ~models.Q(person=models.F("confirmed_by")),
                name="nobody_confirms_his_own_lateness",
            ),
        )
