"""通报: drafted from the figures, edited by a person, issued by another."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from guangyue.accountability.models.cases import TakenStep
from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_name


class CircularQuerySet(models.QuerySet["Circular"]):
    def within(self, scope: Scope) -> "CircularQuerySet":
        """Those that say something of a unit within reach."""
        named = TakenStep.objects.within(scope).filter(circulars=OuterRef("pk"))
        return self.filter(Exists(named))

    def issued(self) -> "CircularQuerySet":
        return self.filter(issued_at__isnull=False)

    def public(self) -> "CircularQuerySet":
        return self.issued().filter(audience=Circular.Audience.PUBLIC)


class Circular(models.Model):
    """通报: its figures are those of its days, and can be counted again at any time."""

    class Audience(models.TextChoices):
        INTERNAL = "internal", "内部"
        PUBLIC = "public", "公开"

    number = models.CharField("文号", max_length=40, blank=True)
    title = models.CharField("标题", max_length=100)
    audience = models.CharField("范围", max_length=8, choices=Audience, default=Audience.INTERNAL)
    issuer = models.CharField("发文机关", max_length=60)
    addressed_to = models.CharField("主送", max_length=200)
    since = models.DateField("自")
    until = models.DateField("至")
    text = models.TextField("正文")
    figures = models.JSONField("数字")
    steps = models.ManyToManyField(TakenStep, related_name="circulars", verbose_name="通报的措施")
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_at = models.DateTimeField("起草时间")
    amended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="修改人")
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="签发人")
    issued_at = models.DateTimeField("签发时间", null=True)
    dated = models.DateField("成文日期", null=True)

    objects = CircularQuerySet.as_manager()

    class Meta:
        verbose_name = "通报"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(issued_at=None, dated=None)
                | Q(issued_at__isnull=False, dated__isnull=False, issued_by__isnull=False),
                name="an_issued_circular_is_signed_and_dated",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=models.F("since")), name="a_circular_is_of_some_days"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("accountability:circular", args=[self.pk])

    @property
    def standing(self) -> str:
        return "已发出" if self.issued_at else "草稿"

    @property
    def paragraphs(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    def masked(self, words: str) -> str:
        """Without the whole name of any person that its cases are about (R9)."""
        heads = self.steps.filter(case__head__isnull=False).values_list("case__head__person__name", flat=True)
        for name in set(heads):
            words = words.replace(name, mask_name(name))
        return words
