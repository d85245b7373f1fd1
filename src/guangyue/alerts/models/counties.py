"""县级预警: what a county says for its own area while the city says nothing."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models.warnings import Warning
from guangyue.alerts.plans import Level
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region


class CountyWarningQuerySet(models.QuerySet["CountyWarning"]):
    def in_force(self) -> "CountyWarningQuerySet":
        """One at most of a county; none at all while the city warns."""
        return self.filter(ended_at=None)

    def within(self, scope: Scope) -> "CountyWarningQuerySet":
        return self.filter(scope.rows(region="region_id"))


class CountyWarning(models.Model):
    """县级预警: in force until the county ends it, or until a warning of the city takes over."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    level_key = models.CharField("预警级别", max_length=10)
    text = models.TextField("内容")
    predicted_start = models.DateTimeField("预计污染开始")
    predicted_end = models.DateTimeField("预计污染结束")
    signer = models.CharField("签发人", max_length=60)
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="发布人")
    published_at = models.DateTimeField("发布时间")
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="解除人")
    ended_at = models.DateTimeField("结束时间", null=True)
    taken_over_by = models.ForeignKey(
        Warning,
        models.PROTECT,
        null=True,
        related_name="county_warnings",
        verbose_name="接替它的市级预警",
    )

    objects = CountyWarningQuerySet.as_manager()

    class Meta:
        verbose_name = "县级预警"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["region"], condition=Q(ended_at=None), name="one_county_warning_in_force"
            ),
            models.CheckConstraint(
                condition=Q(predicted_end__gt=F("predicted_start")),
                name="a_county_warning_says_from_when_until_when",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, taken_over_by=None)
                | Q(ended_at__gte=F("published_at"), ended_by__isnull=False, taken_over_by=None)
                | Q(ended_at__gte=F("published_at"), ended_by=None, taken_over_by__isnull=False),
                name="a_county_warning_ends_in_one_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.region}{self.level.title}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:county_warning", args=[self.pk])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)

    @property
    def is_in_force(self) -> bool:
        return self.ended_at is None

    @property
    def state(self) -> str:
        if self.is_in_force:
            return "生效中"
        return "由市级预警接替" if self.taken_over_by_id else "已解除"
