"""两剥离: the matters that a zone no longer handles, and who does."""

from django.db import models

from guangyue.accounts.models import User
from guangyue.empowerments.models.documents import GrantingDocument
from guangyue.kit.access import Scope
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation


class StoppedPowerQuerySet(models.QuerySet["StoppedPower"]):
    def within(self, scope: Scope) -> "StoppedPowerQuerySet":
        return self.filter(scope.rows(region="body__region_id", organisation="body_id"))


class StoppedPower(models.Model):
    """不再实施: from a day on new cases go to another; what was accepted before is finished in the zone."""

    document = models.ForeignKey(
        GrantingDocument, models.PROTECT, related_name="stopped", verbose_name="赋权文件"
    )
    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=200)
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, related_name="stopped", verbose_name="事项库中的事项"
    )
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="不再实施的单位")
    goes_to = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="改由谁办理")
    since = models.DateField("自何日起")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = StoppedPowerQuerySet.as_manager()

    class Meta:
        verbose_name = "不再实施的事项"
        ordering = ("body", "code")
        constraints = (models.UniqueConstraint(fields=["body", "code"], name="stopped_once"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.body}不再实施）"
