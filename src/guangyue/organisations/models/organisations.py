"""机构, under all the names they have had, and what became of them."""

from datetime import date

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.urls import reverse

from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.organisations.models.periods import covers, in_period
from guangyue.organisations.models.regions import Region


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def on(self, day: date) -> "OrganisationQuerySet":
        """Those that exist on that day."""
        return self.filter(in_period(day))

    def called(self, text: str) -> "OrganisationQuerySet":
        """Those of which any name, present or past, contains the text."""
        return self.filter(Exists(Name.objects.filter(organisation=OuterRef("pk"), text__contains=text)))

    def within(self, scope: Scope) -> "OrganisationQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="pk"))

    def with_spellings(self) -> "OrganisationQuerySet":
        """Each with all its names in one text, for a search to look in."""
        return self.annotate(spellings=StringAgg("names__text", " ", default=Value("")))

    def apart_from_bodies(self) -> "OrganisationQuerySet":
        """Without 议事协调机构, which have a register of their own."""
        return self.exclude(kind=Organisation.Kind.BODY)


class Organisation(models.Model):
    """机构: keeps its identity when its name changes."""

    class Kind(models.TextChoices):
        PARTY = "party", "党委部门"
        GOVERNMENT = "government", "政府部门"
        DIRECT = "direct", "直属机构"
        INSTITUTION = "institution", "事业单位"
        COMPANY = "company", "国有企业"
        COUNTY = "county", "县区"
        ZONE = "zone", "开发区管委会"
        MASS = "mass", "群团组织"
        JUSTICE = "justice", "司法机关"
        STATIONED = "stationed", "中央省属驻聊单位"
        BODY = "body", "议事协调机构"
        OTHER = "other", "其他"

    key = models.SlugField("标识", max_length=60, unique=True)
    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类别", max_length=12, choices=Kind)
    region = models.ForeignKey(Region, models.PROTECT, related_name="organisations", verbose_name="所在区划")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级机构"
    )
    since = models.DateField("设立", null=True, blank=True)
    until = models.DateField("撤销", null=True, blank=True)
    cites = ClauseField("依据", null=True, blank=True)
    named_in = models.CharField("见于公报", max_length=7, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "机构"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:organisation", args=[self.key])

    def exists(self, on: date) -> bool:
        return covers(on, self.since, self.until)

    def name_on(self, day: date) -> str:
        """The full name it had then."""
        for name in self.names.all():
            if name.kind == Name.Kind.FULL and covers(day, name.since, name.until):
                return name.text
        return self.name


class Name(models.Model):
    """名称: one way in which an organisation is written. A name that was given up still finds it, and says
    that it is old."""

    class Kind(models.TextChoices):
        FULL = "full", "全称"
        SHORT = "short", "简称"
        FORMER = "former", "曾用名"
        PRINTED = "printed", "印本写法"
        MISPRINT = "misprint", "疑误"
        READING = "reading", "读法"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    text = models.CharField("写法", max_length=80, db_index=True)
    kind = models.CharField("类别", max_length=10, choices=Kind)
    since = models.DateField("启用", null=True, blank=True)
    until = models.DateField("停用", null=True, blank=True)
    cites = ClauseField("依据", null=True, blank=True)
    remark = models.CharField("说明", max_length=120, blank=True)

    class Meta:
        verbose_name = "机构名称"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["organisation", "text"], name="one_name_once"),)

    def __str__(self) -> str:
        return self.text


class Succession(models.Model):
    """沿革: one organisation after another. No text says so where `inferred`: people moved together from one
    to the other."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", "更名"
        REORGANISED = "reorganised", "改组"
        MERGED = "merged", "合并"
        DISSOLVED = "dissolved", "撤销"

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="followed_by")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="preceded_by")
    kind = models.CharField("类别", max_length=12, choices=Kind)
    on = models.DateField("日期")
    inferred = models.BooleanField("推断", default=False)
    cites = ClauseField("依据", null=True, blank=True)

    class Meta:
        verbose_name = "机构沿革"
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor"], name="one_succession_once"),
        )
