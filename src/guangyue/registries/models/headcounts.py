"""How many people there are, counted by the database as they come, move and go: the city at a glance reads
thousands of counts where it would read millions of persons."""

from django.db import models

from guangyue.kit.access import Scope
from guangyue.organisations.models import Region


class HeadcountQuerySet(models.QuerySet["Headcount"]):
    def within(self, scope: Scope) -> "HeadcountQuerySet":
        return self.filter(scope.rows(region="region_id"))

    def total(self) -> int:
        persons: int | None = self.aggregate(total=models.Sum("persons"))["total"]
        return persons or 0


class Headcount(models.Model):
    """人数: of one township, one sex and one year of birth; `registries.sql` keeps it, nobody else writes."""

    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="居住镇街"
    )
    sex = models.CharField("性别", max_length=1)
    born = models.SmallIntegerField("出生年份")
    persons = models.IntegerField("人数")

    objects = HeadcountQuerySet.as_manager()

    class Meta:
        verbose_name = "人数"
        constraints = (models.UniqueConstraint(fields=["region", "sex", "born"], name="headcount_once"),)
