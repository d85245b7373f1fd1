"""合同、规划师、片区、小组: who serves which area, since when."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.organisations.models import Organisation, Region
from guangyue.planners.pilot import AreaType, Home, Qualification

HOMES = [(one.name, one.value) for one in Home]
AREA_TYPES = [(one.name, one.value) for one in AreaType]
QUALIFICATIONS = [(one.name, one.value) for one in Qualification]


class ContractQuerySet(models.QuerySet["Contract"]):
    def open(self) -> "ContractQuerySet":
        """Neither renewed nor ended."""
        return self.filter(state__in=Contract.OPEN)


class Contract(models.Model):
    """技术服务合同: one institution for all groups; the fee is that of a group for a year."""

    class State(models.TextChoices):
        SIGNED = "signed", "已签订"
        ACTIVE = "active", "履行中"
        ASSESSED = "assessed", "已考评"
        RENEWED = "renewed", "已续聘"
        ENDED = "ended", "已终止"

    OPEN = (State.SIGNED, State.ACTIVE, State.ASSESSED)

    institution = models.CharField("团队机构", max_length=80)
    city = models.CharField("机构所在城市", max_length=20)
    grade = models.CharField("规划资质", max_length=20)
    local_institute = models.CharField("本地规划设计单位", max_length=80)
    local_grade = models.CharField("本地单位资质", max_length=20)
    signed_on = models.DateField("签订日期")
    since = models.DateField("聘期起")
    until = models.DateField("聘期止")
    duties = models.TextField("工作内容和标准", max_length=2000)
    group_fee = MoneyField("每小组年服务费")
    state = models.CharField("状态", max_length=10, choices=State, default=State.SIGNED)
    passed = models.BooleanField("考评合格", null=True)
    renews = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="renewed_by", verbose_name="续聘自"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "责任规划师合同"
        ordering = ("-since", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(until__gt=models.F("since")), name="a_contract_has_a_term"),
        )

    def __str__(self) -> str:
        return f"{self.institution}（{self.since:%Y-%m} 至 {self.until:%Y-%m}）"

    def get_absolute_url(self) -> str:
        return reverse("planners:contract", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN


class ContractMove(models.Model):
    """合同流转: who did what with it, and when."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="moves", verbose_name="合同")
    to = models.CharField("转为", max_length=10, choices=Contract.State)
    said = models.CharField("说明", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("办理时间")

    class Meta:
        verbose_name = "合同流转"
        ordering = ("contract", "id")


class PlannerQuerySet(models.QuerySet["Planner"]):
    def checked(self) -> "PlannerQuerySet":
        return self.exclude(checked_at=None)

    def unseated(self) -> "PlannerQuerySet":
        """Checked, and in no group now."""
        return self.checked().exclude(pk__in=Seat.objects.current().values("planner"))


class Planner(models.Model):
    """责任规划师: a member of the team or of the local institute; its account, if it has one, is its own."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="planners", verbose_name="合同")
    name = models.CharField("姓名", max_length=30)
    home = models.CharField("来自", max_length=10, choices=HOMES)
    qualifications = ArrayField(
        models.CharField(max_length=20, choices=QUALIFICATIONS), verbose_name="任职条件"
    )
    certificate = models.CharField("证书编号", max_length=60)
    specialties = models.CharField("专业特长", max_length=120, blank=True)
    renewal_experience = models.BooleanField("有社区更新经验", default=False)
    account = models.OneToOneField(
        User, models.PROTECT, null=True, related_name="planner", verbose_name="账户"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核验人")
    checked_at = models.DateTimeField("核验时间", null=True)

    objects = PlannerQuerySet.as_manager()

    class Meta:
        verbose_name = "责任规划师"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["contract", "certificate"], name="one_planner_of_a_certificate"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("planners:planner", args=[self.pk])

    @property
    def qualified_as(self) -> tuple[Qualification, ...]:
        return tuple(Qualification[name] for name in self.qualifications)

    @property
    def qualifications_said(self) -> str:
        return "、".join(one.value for one in self.qualified_as)


class ServedAreaQuerySet(models.QuerySet["Area"]):
    def within(self, scope: Scope) -> "ServedAreaQuerySet":
        return self.filter(reached(scope))


class Area(models.Model):
    """责任片区: a street or a park; `office` governs it and carries out what is advised."""

    key = models.SlugField("标识", max_length=40, unique=True)
    name = models.CharField("名称", max_length=40)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所在区划")
    office = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="区政府（管委会）"
    )
    kind = models.CharField("片区类型", max_length=10, choices=AREA_TYPES)

    objects = ServedAreaQuerySet.as_manager()

    class Meta:
        verbose_name = "责任片区"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    @property
    def type(self) -> AreaType:
        return AreaType[self.kind]


class PlannerGroupQuerySet(models.QuerySet["Group"]):
    def within(self, scope: Scope) -> "PlannerGroupQuerySet":
        return self.filter(reached(scope, "area__"))

    def open(self) -> "PlannerGroupQuerySet":
        return self.filter(contract__state__in=Contract.OPEN)

    def of(self, user: User) -> "PlannerGroupQuerySet":
        """Those in which somebody has a seat now: one, or none."""
        return self.filter(seats__until=None, seats__planner__account=user)


class Group(models.Model):
    """规划师小组: of a contract, for an area."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="groups", verbose_name="合同")
    area = models.ForeignKey(Area, models.PROTECT, related_name="groups", verbose_name="责任片区")
    since = models.DateField("组建日期")

    objects = PlannerGroupQuerySet.as_manager()

    class Meta:
        verbose_name = "规划师小组"
        ordering = ("area", "id")
        constraints = (models.UniqueConstraint(fields=["contract", "area"], name="one_group_of_an_area"),)

    def __str__(self) -> str:
        return f"{self.area.name}小组"

    def get_absolute_url(self) -> str:
        return reverse("planners:group", args=[self.pk])


class GroupSeatQuerySet(models.QuerySet["Seat"]):
    def current(self) -> "GroupSeatQuerySet":
        return self.filter(until=None)


class Seat(models.Model):
    """组员: who sits in a group from which day until when; one group at a time."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="seats", verbose_name="小组")
    planner = models.ForeignKey(Planner, models.PROTECT, related_name="seats", verbose_name="规划师")
    home = models.CharField("席位", max_length=10, choices=HOMES)
    since = models.DateField("入组日期")
    until = models.DateField("离组日期", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="编组人")

    objects = GroupSeatQuerySet.as_manager()

    class Meta:
        verbose_name = "小组成员"
        ordering = ("group", "home", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["planner"], condition=Q(until=None), name="a_planner_is_in_one_group"
            ),
            models.UniqueConstraint(
                fields=["group", "home"], condition=Q(until=None), name="a_seat_is_taken_once"
            ),
        )

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def reached(scope: Scope, area: str = "") -> Q:
    """An area is reached by where it lies, and by where the office lies that answers for it."""
    office = f"{area}office_id"
    lies = scope.rows(region=f"{area}region_id", organisation=office)
    return lies | scope.rows(region=f"{area}office__region_id", organisation=office)
