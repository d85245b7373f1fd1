"""实际数: what was reached by a day, with its evidence; a correction is another revision beside the first."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.indicators.models.targets import Target
from guangyue.indicators.wording import measured
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class FigureQuerySet(models.QuerySet["Figure"]):
    def within(self, scope: Scope) -> "FigureQuerySet":
        """Those that an office within reach reported, or that are of its targets."""
        reported = scope.rows(region="office__region_id", organisation="office_id")
        owned = scope.rows(region="target__owner__region_id", organisation="target__owner_id")
        return self.filter(reported | owned)

    def verified(self) -> "FigureQuerySet":
        """Those that count: verified, and not replaced by a later revision."""
        return self.filter(status=Figure.Status.VERIFIED)

    def to_verify(self) -> "FigureQuerySet":
        return self.filter(status=Figure.Status.DRAFT, evidence__isnull=False)

    def without_evidence(self) -> "FigureQuerySet":
        return self.filter(status=Figure.Status.DRAFT, evidence=None)


class Figure(models.Model):
    """实际数: of a target as a whole or, with its `organisation`, of the part of one of them. `base` marks
    the number of the base year."""

    class Status(models.TextChoices):
        DRAFT = "draft", "待核实"
        VERIFIED = "verified", "已核实"
        REJECTED = "rejected", "已退回"
        REPLACED = "replaced", "已更正"

    class Way(models.TextChoices):
        HAND = "hand", "填报"
        TABLE = "table", "表格"

    target = models.ForeignKey(
        Target, models.PROTECT, db_index=False, related_name="figures", verbose_name="目标"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="承担单位"
    )
    on = models.DateField("截至")
    base = models.BooleanField("基期数", default=False)
    value = models.DecimalField("实际数", max_digits=20, decimal_places=6)
    unit = models.CharField("填报单位", max_length=20)
    source = models.CharField("来源文件", max_length=120)
    evidence = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="佐证")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="报送单位")
    way = models.CharField("方式", max_length=5, choices=Way, default=Way.HAND)
    revision = models.PositiveSmallIntegerField("修订", default=1)
    status = models.CharField("状态", max_length=8, choices=Status, default=Status.DRAFT)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="填报人")
    at = models.DateTimeField("填报时间")
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    checked_at = models.DateTimeField("核实时间", null=True)
    said = models.CharField("核实意见", max_length=300, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = "实际数"
        constraints = (
            models.UniqueConstraint(
                fields=["target", "organisation", "on", "base", "revision"],
                nulls_distinct=False,
                name="one_figure_of_a_revision",
            ),
            models.UniqueConstraint(
                fields=["target", "organisation", "on", "base"],
                condition=Q(status="verified"),
                nulls_distinct=False,
                name="one_verified_figure_of_a_day",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="a_figure_has_a_source"),
            models.CheckConstraint(
                condition=~Q(status="verified") | Q(evidence__isnull=False), name="verified_with_evidence"
            ),
        )
        indexes = (
            models.Index(fields=["status", "id"], name="figures_by_status"),
            models.Index(fields=["office", "id"], name="figures_of_office"),
        )

    def __str__(self) -> str:
        return f"{self.target} 截至 {self.on}"

    def get_absolute_url(self) -> str:
        return reverse("indicators:figure", args=[self.pk])

    @property
    def whose(self) -> str:
        return str(self.organisation) if self.organisation else "全市"

    @property
    def shown(self) -> str:
        return measured(self.value, self.target.reported_in or self.unit)
