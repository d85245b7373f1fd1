"""限批: for a time a county's new cases of a matter are not taken in; those under way go on."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.organisations.models.periods import covers, in_period


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    def on(self, day: date) -> "RestrictionQuerySet":
        return self.filter(in_period(day))

    def overlapping(self, since: date, until: date | None) -> "RestrictionQuerySet":
        """Those that hold on some day from `since` on, and before `until` where that is known."""
        rows = self.filter(Q(until=None) | Q(until__gt=since))
        return rows if until is None else rows.filter(since__lt=until)

    def concerning(self, matter: Matter, regions: Iterable[Region]) -> "RestrictionQuerySet":
        """Those that a case there would meet: of the region itself, or of the one it lies in."""
        places = {place for region in regions for place in (region.pk, region.parent_id)}
        return self.filter(matter=matter, region__in=places - {None}).select_related("region", "matter")

    def within(self, scope: Scope) -> "RestrictionQuerySet":
        """Of the region, and of the organisation whose matter it is."""
        return self.filter(scope.rows(region="region_id", organisation="matter__owner_id"))


class Restriction(models.Model):
    """限批: from a day until it is lifted or the day that was set; on a ground that officials are told."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="restrictions", verbose_name="事项")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    since = models.DateField("自何日起")
    until = models.DateField("至何日止", null=True)
    ground = models.CharField("事由", max_length=300)
    document = models.CharField("依据的文件", max_length=120)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="解除人")

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        verbose_name = "限批"
        ordering = ("-since", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["matter", "region"], condition=Q(until=None), name="restricted_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_restriction_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region}：{self.matter}"

    def get_absolute_url(self) -> str:
        return reverse("cases:restriction", args=[self.pk])

    def is_over(self, day: date) -> bool:
        return self.until is not None and self.until <= day

    def standing(self, day: date) -> str:
        """How it stands on that day, in a word."""
        if self.is_over(day):
            return "已解除" if self.lifted_by_id else "已到期"
        return "限批中" if self.covers(day) else "尚未开始"

    def covers(self, day: date) -> bool:
        return covers(day, self.since, self.until)
