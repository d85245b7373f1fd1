"""行政区划: the city, its districts and counties, the zones it runs itself, and their townships."""

from datetime import date

from django.db import models

from guangyue.kit.access import Scope
from guangyue.organisations.models.periods import in_period

COUNTY_LEVEL = ("district", "county", "county_city", "zone")
TOWNSHIP_LEVEL = ("street", "town", "township")


class RegionQuerySet(models.QuerySet["Region"]):
    def on(self, day: date) -> "RegionQuerySet":
        return self.filter(in_period(day))

    def of_county_level(self) -> "RegionQuerySet":
        """各县（市、区）和市属开发区."""
        return self.filter(kind__in=COUNTY_LEVEL)

    def of_township_level(self) -> "RegionQuerySet":
        return self.filter(kind__in=TOWNSHIP_LEVEL)

    def within(self, scope: Scope) -> "RegionQuerySet":
        return self.filter(scope.rows(region="code"))


class Region(models.Model):
    """区划: known by its code; a code of our own says so in `standard` and cannot be taken for an official
    one."""

    class Kind(models.TextChoices):
        CITY = "city", "地级市"
        DISTRICT = "district", "市辖区"
        COUNTY = "county", "县"
        COUNTY_CITY = "county_city", "县级市"
        ZONE = "zone", "市属开发区"
        STREET = "street", "街道"
        TOWN = "town", "镇"
        TOWNSHIP = "township", "乡"

    code = models.CharField("代码", max_length=9, primary_key=True)
    name = models.CharField("名称", max_length=40)
    kind = models.CharField("类别", max_length=12, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name="上级"
    )
    managed_by = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="managed", verbose_name="托管单位"
    )
    since = models.DateField("设立", null=True)
    until = models.DateField("撤销", null=True)
    standard = models.CharField("代码依据", max_length=40)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "区划"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def of_county_level(self) -> bool:
        return self.kind in COUNTY_LEVEL

    @property
    def has_official_code(self) -> bool:
        return self.code.isdecimal()
