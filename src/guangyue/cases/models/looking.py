"""公开查询: looks at a case by number and code that found nothing, so that nobody tries codes one by one."""

from datetime import datetime

from django.db import models


class VainLookQuerySet(models.QuerySet["VainLook"]):
    def since(self, *, address: str, moment: datetime) -> "VainLookQuerySet":
        return self.filter(address=address, at__gt=moment)


class VainLook(models.Model):
    """查不到: one look from an address that found nothing; counts for an hour."""

    address = models.CharField("来源地址", max_length=64)
    at = models.DateTimeField("时间")

    objects = VainLookQuerySet.as_manager()

    class Meta:
        verbose_name = "查询未果"
        indexes = (
            models.Index(fields=["address", "at"], name="vain_looks_by_address"),
            models.Index(fields=["at"], name="vain_looks_by_time"),
        )
