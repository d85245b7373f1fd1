"""分解: the part of a target that a county or an office is to reach."""

from django.db import models

from guangyue.indicators.models.targets import Target
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class SplitQuerySet(models.QuerySet["Split"]):
    def within(self, scope: Scope) -> "SplitQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Split(models.Model):
    """分解指标: what one of them is to reach, under the name that the table prints."""

    target = models.ForeignKey(Target, models.CASCADE, related_name="splits", verbose_name="目标")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="target_splits", verbose_name="承担单位"
    )
    name = models.CharField("印本写法", max_length=40)
    value = models.DecimalField("分解值", max_digits=20, decimal_places=6)
    verdict = models.ForeignKey(
        "Verdict", models.PROTECT, null=True, related_name="+", verbose_name="现在的结论"
    )

    objects = SplitQuerySet.as_manager()

    class Meta:
        verbose_name = "分解指标"
        ordering = ("target", "id")
        constraints = (models.UniqueConstraint(fields=["target", "organisation"], name="one_part_of_each"),)

    def __str__(self) -> str:
        return f"{self.target.code} {self.name}"
