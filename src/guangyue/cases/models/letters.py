"""文书 that were issued for a case, frozen as they were; anyone can check one by its number and code."""

from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.flow import Letter
from guangyue.cases.models.case import Case
from guangyue.organisations.models import Organisation

KINDS = [(one.name, one.value) for one in Letter]


class IssuedLetter(models.Model):
    """文书: what it says is kept, the PDF is set from it; rows are only added."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    kind = models.CharField("文书", max_length=20, choices=KINDS)
    number = models.CharField("文书编号", max_length=60, unique=True)
    check_code = models.CharField("校验码", max_length=12)
    issuer = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="出具单位")
    content = models.JSONField("内容")
    hash = models.CharField("校验值", max_length=64)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="签发人")
    issued_at = models.DateTimeField("出具时间")
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaces", verbose_name="更正文书"
    )

    class Meta:
        verbose_name = "办件文书"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("cases:letter", args=[self.number])
