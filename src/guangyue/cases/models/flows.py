"""流程: what was declared, version by version, for the cases that travel it."""

from functools import lru_cache

from django.db import models

from guangyue.cases.flow import Flow
from guangyue.kit.plain import from_plain

MOST_READ = 1024


class FlowVersion(models.Model):
    """流程版本: the declaration as it stood; a case keeps the one it was opened under."""

    key = models.CharField("标识", max_length=60)
    number = models.PositiveIntegerField("版本号")
    title = models.CharField("名称", max_length=100)
    declaration = models.JSONField("内容")
    fingerprint = models.CharField("指纹", max_length=64, db_index=True)
    enacted_at = models.DateTimeField("施行时间")

    class Meta:
        verbose_name = "流程版本"
        ordering = ("key", "number")
        constraints = (models.UniqueConstraint(fields=["key", "number"], name="one_flow_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.title} 第 {self.number} 版"

    @property
    def declared(self) -> Flow:
        return flow_as(self.fingerprint)


@lru_cache(maxsize=MOST_READ)
def flow_as(fingerprint: str) -> Flow:
    """The flow of this fingerprint: the same for ever, so it is read once."""
    kept = FlowVersion.objects.filter(fingerprint=fingerprint).values_list("declaration", flat=True)
    return from_plain(Flow, kept[:1].get())
