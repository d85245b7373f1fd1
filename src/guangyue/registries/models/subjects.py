"""What facts are about. A column holds the present value of a fact, for lists; the fact is the source."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_id_number, mask_name
from guangyue.organisations.models import Region
from guangyue.registries.facts import About


class PlaceQuerySet(models.QuerySet["Place"]):
    def within(self, scope: Scope) -> "PlaceQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Place(models.Model):
    """场所: an estate, a village, a street of workshops; what has an address."""

    about = About.PLACE

    number = models.CharField("编号", max_length=12, unique=True)
    title = models.CharField("名称", max_length=200)
    kind = models.CharField("类别", max_length=20)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所在镇街")
    longitude = models.FloatField("经度", null=True)
    latitude = models.FloatField("纬度", null=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "场所"
        indexes = (models.Index(fields=["title", "id"]),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("registries:place", args=[self.number])


class HouseholdQuerySet(models.QuerySet["Household"]):
    def within(self, scope: Scope) -> "HouseholdQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Household(models.Model):
    """家庭户: who belongs to it and since when is a fact about each person."""

    about = About.HOUSEHOLD

    number = models.CharField("户号", max_length=12, unique=True)
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="所在镇街"
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, related_name="households", verbose_name="所在场所"
    )

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = "家庭户"
        indexes = (models.Index(fields=["region", "number", "id"], name="households_of_region"),)

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("registries:household", args=[self.number])


class PersonQuerySet(models.QuerySet["Person"]):
    def within(self, scope: Scope) -> "PersonQuerySet":
        return self.filter(scope.rows(region="region_id"))

    def of_household(self, household: Household) -> "PersonQuerySet":
        """Those who belong to it now."""
        return self.filter(household=household).order_by("birth_date", "id")


class Person(models.Model):
    """人: known by 公民身份号码, addressed by a key that says nothing and cannot be guessed."""

    about = About.PERSON

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    id_number = models.CharField("公民身份号码", max_length=18, unique=True)
    name = models.CharField("姓名", max_length=200, db_index=True)
    sex = models.CharField("性别", max_length=1)
    birth_date = models.DateField("出生日期")
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="居住镇街"
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, related_name="persons", verbose_name="户号"
    )
    account = models.OneToOneField(
        User, models.PROTECT, null=True, related_name="person", verbose_name="本人账户"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "人"
        indexes = (
            models.Index(fields=["birth_date", "id"]),
            models.Index(fields=["region", "id"], name="persons_of_region"),
        )

    def __str__(self) -> str:
        return mask_name(self.name)

    def get_absolute_url(self) -> str:
        return reverse("registries:person", args=[self.key])

    @property
    def masked_number(self) -> str:
        return mask_id_number(self.id_number)

    def age(self, *, on: date) -> int:
        """周岁."""
        born = self.birth_date
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


class FirmQuerySet(models.QuerySet["Firm"]):
    def within(self, scope: Scope) -> "FirmQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Firm(models.Model):
    """经营主体: an enterprise, a sole trader or a cooperative, known by 统一社会信用代码."""

    about = About.FIRM

    credit_code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("类型", max_length=20)
    industry = models.CharField("行业", max_length=40)
    status = models.CharField("登记状态", max_length=10)
    size = models.CharField("规模", max_length=10, blank=True)
    registered_on = models.DateField("成立日期")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所在镇街")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="firms", verbose_name="经营场所")
    legal_representative = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="firms_led", verbose_name="法定代表人或者经营者"
    )
    account = models.OneToOneField(
        User, models.PROTECT, null=True, related_name="firm", verbose_name="企业账户"
    )

    objects = FirmQuerySet.as_manager()

    class Meta:
        verbose_name = "经营主体"
        indexes = (
            models.Index(fields=["name", "id"]),
            models.Index(fields=["registered_on", "id"]),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("registries:firm", args=[self.credit_code])


Subject = Person | Household | Firm | Place
