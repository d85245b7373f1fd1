"""办结统计: what was closed in a month, counted once so that a report never walks the cases themselves."""

from datetime import date

from django.db import models

from guangyue.cases.models.case import Case
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation, Region


class TallyQuerySet(models.QuerySet["Tally"]):
    def within(self, scope: Scope) -> "TallyQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="unit_id"))

    def through(self, first: date, last: date) -> "TallyQuerySet":
        return self.filter(month__gte=first, month__lte=last)


class Tally(models.Model):
    """So many cases of a month that are alike in all that reports ask; computed from the cases, again when
    the month goes on."""

    class Ending(models.TextChoices):
        GRANTED = "GRANTED", "准予"
        REFUSED = "REFUSED", "不予"
        NOT_ACCEPTED = "NOT_ACCEPTED", "不予受理"
        RETURNED = "RETURNED", "退件"
        WITHDRAWN = "WITHDRAWN", "撤回"

    month = models.DateField("月份")  # its first day
    unit = models.ForeignKey(Organisation, models.PROTECT, db_index=False, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, db_index=False, related_name="+")
    matter_code = models.CharField("事项", max_length=40)
    title = models.CharField("事项名称", max_length=200)
    manner = models.CharField("方式", max_length=10, choices=Case.Manner)
    ending = models.CharField("结果", max_length=16, choices=Ending)
    promised_days = models.PositiveSmallIntegerField("承诺工作日")
    used_days = models.PositiveSmallIntegerField("实际工作日", null=True)
    late = models.BooleanField("超期")
    cases = models.PositiveIntegerField("件数")

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = "办结统计"
        indexes = (models.Index(fields=["month", "unit"], name="tallies_of_month"),)
