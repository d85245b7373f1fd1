"""季度差距清单: what was behind at the end of a quarter, kept as it was then."""

from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.indicators.models.targets import Target
from guangyue.indicators.models.verdicts import Verdict


class GapList(models.Model):
    """差距清单 of a quarter, for those who chase."""

    year = models.PositiveSmallIntegerField("年")
    quarter = models.PositiveSmallIntegerField("季度")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="生成人")
    at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "季度差距清单"
        ordering = ("-year", "-quarter")
        constraints = (models.UniqueConstraint(fields=["year", "quarter"], name="one_gap_list_a_quarter"),)

    def __str__(self) -> str:
        return f"{self.year}年第{'一二三四'[self.quarter - 1]}季度差距清单"

    def get_absolute_url(self) -> str:
        return reverse("indicators:gap_list", args=[self.year, self.quarter])


class GapLine(models.Model):
    """差距: a target with the conclusion of that day; rows are only added."""

    list = models.ForeignKey(GapList, models.PROTECT, related_name="lines", verbose_name="清单")
    target = models.ForeignKey(Target, models.PROTECT, related_name="+", verbose_name="目标")
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+", verbose_name="当时的结论")

    class Meta:
        verbose_name = "差距清单的行"
        ordering = ("list", "target__due_on", "target__code")
        constraints = (models.UniqueConstraint(fields=["list", "target"], name="a_target_once_in_a_list"),)
