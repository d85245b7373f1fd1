"""专项整治: a campaign as enacted; its plan stays in the declaration."""

from django.db import models
from django.urls import reverse

from guangyue.gazette.fields import ClauseField
from guangyue.organisations.models import Organisation, Region


class Campaign(models.Model):
    """专项整治: who leads it, where and when. Without regions it is the whole city's."""

    key = models.SlugField("标识", max_length=60, primary_key=True)
    title = models.CharField("名称", max_length=80)
    cites = ClauseField("依据")
    since = models.DateField("开始")
    until = models.DateField("结束")
    leads = models.ManyToManyField(Organisation, related_name="+", verbose_name="牵头部门")
    regions = models.ManyToManyField(Region, related_name="+", verbose_name="范围")

    class Meta:
        verbose_name = "专项整治"
        ordering = ("since", "key")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ledgers:campaign", args=[self.key])
