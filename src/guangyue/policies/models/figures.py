"""参数值: what the notices say of the figures that rules leave to them, each approved by a second person.

Entries are only added. A correction is another entry for the same figure, region and day; from its approval
on it stands in the place of the earlier one.
"""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.organisations.models import Region


class FigureEntryQuerySet(models.QuerySet["FigureEntry"]):
    def waiting(self) -> "FigureEntryQuerySet":
        return self.filter(state=FigureEntry.State.PROPOSED)

    def approved(self, *, known_at: datetime) -> "FigureEntryQuerySet":
        """All that somebody had approved by that moment, those included that others have replaced since."""
        return self.filter(state=FigureEntry.State.APPROVED, decided_at__lte=known_at)

    def standing(self, *, known_at: datetime) -> "FigureEntryQuerySet":
        """Of each figure, region and day the entry approved last, as it was known at a moment."""
        latest = self.approved(known_at=known_at).order_by("key", "region_id", "since", "-decided_at", "-pk")
        chosen = latest.distinct("key", "region_id", "since").values("pk")
        return self.filter(pk__in=chosen).order_by("key", "region_id", "since")


class FigureEntry(models.Model):
    """参数值: from a day on, in a region or, without one, in the whole city. No value is the end of one."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待审定"
        APPROVED = "approved", "已审定"
        REJECTED = "rejected", "未通过"
        WITHDRAWN = "withdrawn", "已撤回"

    key = models.CharField("参数项", max_length=60)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="区划"
    )
    since = models.DateField("起始日")
    # As rules carry it: 分, a number, or parts of a million.
    value = models.BigIntegerField("数值", null=True, blank=True)
    source = models.CharField("来源", max_length=200)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提出人"
    )
    proposed_at = models.DateTimeField("提出时间")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="审定人"
    )
    decided_at = models.DateTimeField("审定时间", null=True)
    reason = models.CharField("理由", max_length=200, blank=True)

    objects = FigureEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "参数值"
        ordering = ("key", "since", "id")
        indexes = (models.Index(fields=["key", "since"], name="figures_by_day"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=("approved", "rejected")) | ~Q(decided_by=F("proposed_by")),
                name="figure_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None)
                | (~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="figure_decided_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="figure_has_a_source"),
            models.UniqueConstraint(
                fields=["key", "region", "since"],
                condition=Q(state="proposed"),
                nulls_distinct=False,
                name="one_proposal_of_a_figure",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.where} {self.since}"

    def get_absolute_url(self) -> str:
        return reverse("policies:figure_entry", args=[self.pk])

    @property
    def where(self) -> str:
        return self.region.name if self.region else "全市"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED
