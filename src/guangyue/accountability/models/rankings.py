"""年度排名: who the last are, and who of those in a tie, which a person says."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.organisations.models import Organisation


class Ranking(models.Model):
    """年度排名 under a trigger that takes the last of it."""

    trigger_key = models.CharField("情形编号", max_length=12)
    title = models.CharField("名称", max_length=100)
    year = models.PositiveSmallIntegerField("年度")
    source = models.CharField("来源", max_length=120)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    settled_said = models.CharField("并列的决定", max_length=300, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    settled_at = models.DateTimeField("决定时间", null=True)
    proposed_at = models.DateTimeField("提议时间", null=True)

    class Meta:
        verbose_name = "年度排名"
        ordering = ("-year", "-id")
        constraints = (
            models.UniqueConstraint(fields=["trigger_key", "title", "year"], name="one_ranking_of_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.year}年{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("accountability:ranking", args=[self.pk])


class RankedUnit(models.Model):
    """名次 of one unit in its group; `chosen` once it is among the last, or a person chose it in a tie."""

    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="places", verbose_name="排名")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    group = models.CharField("组别", max_length=40)
    place = models.PositiveSmallIntegerField("名次")
    chosen = models.BooleanField("末位", default=False)

    class Meta:
        verbose_name = "排名名次"
        ordering = ("group", "place", "id")
        constraints = (
            models.UniqueConstraint(fields=["ranking", "unit"], name="one_place_in_a_ranking"),
            models.CheckConstraint(condition=Q(place__gte=1), name="places_begin_with_one"),
        )
