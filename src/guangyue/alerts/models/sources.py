"""应急减排清单: whom the city orders to do less, what each emits, how it works, what it does itself."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import abatement_scheme
from guangyue.alerts.models.amounts import (
    A_SHARE,
    COLUMNS,
    NOT_LESS_THAN_NOTHING,
    amounts_of,
    kilograms,
    percent,
)
from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.guarantees import NONE, Guarantee, Task, guarantee_of, guarantee_of_project
from guangyue.alerts.reduction.lines import may_save_without_stopping
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import PERCENT, Emitted, SourceList
from guangyue.alerts.reduction.recipients import Recipient, enterprise, haulier, site
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_phone
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

KINDS = [
    (one.name, one.value)
    for one in RecipientKind
    if one not in (RecipientKind.PUBLIC, RecipientKind.VEHICLE_OWNER)
]
"""Whom an order can reach: the public and all who drive are told by the warning itself."""

LISTS = {
    RecipientKind.ENTERPRISE: SourceList.INDUSTRIAL,
    RecipientKind.HAULIER: SourceList.MOBILE,
    RecipientKind.PUBLIC_TRANSPORT: SourceList.MOBILE,
    RecipientKind.SITE: SourceList.DUST,
    RecipientKind.STREET_CLEANING: SourceList.DUST,
}


NOT_TOLD = (
    "address",
    "latitude",
    "longitude",
    *COLUMNS.values(),
    "own_person",
    "area_person",
    "department_person",
    "plan_filed_with",
    "plan_filed_on",
)
"""What no order is written from."""


class SourceQuerySet(models.QuerySet["Source"]):
    def in_use(self) -> "SourceQuerySet":
        return self.filter(in_use=True)

    def abating(self) -> "SourceQuerySet":
        """Those of the three lists; a school stands beside them only to be told."""
        return self.in_use().filter(kind__in=[kind.name for kind in LISTS])

    def past_their_guarantee(self, on: date) -> "SourceQuerySet":
        return self.filter(guaranteed=True, guarantee_ends__lt=on)

    def of_account(self, person: User) -> "SourceQuerySet":
        return self.in_use().filter(firm__account=person)

    def with_measures(self) -> "SourceQuerySet":
        """With its lines, and what it does at each level."""
        return self.select_related("firm").prefetch_related("lines", "level_measures", "planned_measures")

    def to_be_told(self, level: str) -> "SourceQuerySet":
        """With what an order for that level is written from, and no more."""
        lines = Line.objects.filter(source=OuterRef("pk")).order_by().values("source")
        at_the_level = {
            name: FilteredRelation(f"{name}_measures", condition=Q(**{f"{name}_measures__level": level}))
            for name in ("planned", "level")
        }
        told = {
            "own_text": Coalesce("planned__text", "level__text", Value("")),
            "many_lines": Coalesce(Subquery(lines.values(many=Count("pk"))), 0),
        }
        read = self.annotate(**at_the_level).annotate(**told)
        return read.select_related("firm").defer(*NOT_TOLD)

    def within(self, scope: Scope) -> "SourceQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Source(models.Model):
    """清单对象: an enterprise, a site, a haulier, a school… that has something to do when the air is bad."""

    kind = models.CharField("类别", max_length=20, choices=KINDS)
    code = models.CharField("编号", max_length=40, unique=True)
    name = models.CharField("名称", max_length=120)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所在地区")
    address = models.CharField("地址", max_length=200, blank=True)
    latitude = models.DecimalField("纬度", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("经度", max_digits=8, decimal_places=5, null=True, blank=True)
    industry = models.CharField("行业", max_length=40, blank=True)
    processes = ArrayField(models.CharField(max_length=40), verbose_name="涉气工序", default=list, blank=True)
    grade = models.CharField(
        "绩效等级",
        max_length=12,
        choices=[(one.name, one.value) for one in Grade],
        default=Grade.UNRATED.name,
    )
    listed = models.BooleanField("列入应急减排清单", default=True)
    micro = models.BooleanField("小微涉气企业", default=False)
    guaranteed = models.BooleanField("保障类", default=False)
    tasks = ArrayField(
        models.CharField(max_length=24, choices=[(one.name, one.title) for one in Task]),
        verbose_name="保障任务",
        default=list,
        blank=True,
    )
    guarantee_ends = models.DateField("保障期至", null=True, blank=True)
    dust_measures_met = models.BooleanField("达到扬尘管控要求", default=True)
    so2 = kilograms(Emitted.SO2)
    nox = kilograms(Emitted.NOX)
    pm = kilograms(Emitted.PM)
    vocs = kilograms(Emitted.VOCS)
    daily_trips = models.PositiveIntegerField("日进出车辆（辆次）", default=0)
    peoples_supply = models.BooleanField("民生保障类物流", default=False)
    batch = models.PositiveSmallIntegerField("轮流停产批次", null=True, blank=True)
    uninterruptible = models.BooleanField("工序不可中断", default=False)
    cems = models.BooleanField("安装烟气自动监控（CEMS）", default=False)
    dcs_months = models.PositiveSmallIntegerField("DCS 记录（月）", default=0)
    contact = models.CharField("联系人", max_length=50, blank=True)
    phone = models.CharField("手机", max_length=20, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    firm = models.ForeignKey(
        Firm, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经营主体"
    )
    plan_filed_with = models.CharField("操作方案备案单位", max_length=60, blank=True)
    plan_filed_on = models.DateField("操作方案备案日期", null=True, blank=True)
    own_person = models.CharField("企业直接责任人", max_length=50, blank=True)
    area_person = models.CharField("属地责任人", max_length=50, blank=True)
    department_person = models.CharField("主管部门责任人", max_length=50, blank=True)
    in_use = models.BooleanField("在册", default=True)
    updated_at = models.DateTimeField("更新时间")

    objects = SourceQuerySet.as_manager()

    own_text: str
    """What it does at the level, by the plan in use or else by itself, where `to_be_told` has read it."""
    many_lines: int

    class Meta:
        verbose_name = "清单对象"
        constraints = (
            models.CheckConstraint(condition=NOT_LESS_THAN_NOTHING, name="no_source_emits_less_than_nothing"),
            models.CheckConstraint(
                condition=~Q(kind=RecipientKind.ENTERPRISE.name, guaranteed=True) | ~Q(tasks=[]),
                name="guaranteed_enterprises_have_a_task",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RecipientKind.ENTERPRISE.name) | ~Q(industry=""),
                name="enterprises_have_an_industry",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="sources_lie_somewhere_or_nowhere",
            ),
        )
        indexes = (
            models.Index(fields=["name", "id"], name="sources_by_name"),
            models.Index(fields=["region", "id"], name="sources_of_region"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("alerts:source", args=[self.code])

    @property
    def of_kind(self) -> RecipientKind:
        return RecipientKind[self.kind]

    @property
    def of_grade(self) -> Grade:
        return Grade[self.grade]

    @property
    def of_list(self) -> SourceList | None:
        return LISTS.get(self.of_kind)

    @property
    def emits(self) -> Mapping[Emitted, Decimal]:
        return amounts_of(self)

    @property
    def in_key_industry(self) -> bool:
        return self.industry in abatement_scheme().industries

    @property
    def tasks_said(self) -> str:
        return "、".join(Task[name].title for name in self.tasks)

    @property
    def credit_code(self) -> str:
        """统一社会信用代码, where it is known which firm it is."""
        return self.firm.credit_code if self.firm else ""

    @property
    def holder(self) -> User | None:
        """Whose page its orders stand on."""
        return self.firm.account if self.firm else None

    @property
    def has_page(self) -> bool:
        """Whether anybody signs in for it."""
        return bool(self.firm and self.firm.account_id)

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)

    @property
    def may_save_without_stopping(self) -> bool:
        return may_save_without_stopping(
            abatement_scheme(),
            uninterruptible=self.uninterruptible,
            cems=self.cems,
            dcs_months=self.dcs_months,
        )

    @property
    def guarantee(self) -> Guarantee:
        """What guarantee it may be given, and by whom."""
        match self.of_kind:
            case RecipientKind.ENTERPRISE:
                tasks = [Task[name] for name in self.tasks]
                return guarantee_of(tasks, key_industry=self.in_key_industry, grade=self.of_grade)
            case RecipientKind.SITE:
                return guarantee_of_project(dust_measures_met=self.dust_measures_met)
            case _:
                return NONE

    def own_measure(self, level: str) -> str:
        """By the plan in use, or else what it wrote down; of the rows that `with_measures` has read."""
        planned = (one.text for one in self.planned_measures.all() if one.level == level)
        own = (one.text for one in self.level_measures.all() if one.level == level)
        return next(chain(planned, own), "")

    def is_guaranteed(self, on: date) -> bool:
        """On the guaranteed list that day, and still fit to be."""
        lasts = self.guarantee_ends is None or self.guarantee_ends >= on
        return self.guaranteed and lasts and self.guarantee.eligible

    def recipient(self, *, on: date, lines: int) -> Recipient:
        """As the scheme looks at it that day; without a line it counts as one."""
        scheme, guaranteed = abatement_scheme(), self.is_guaranteed(on)
        match self.of_kind:
            case RecipientKind.ENTERPRISE:
                return enterprise(
                    scheme,
                    self.industry,
                    grade=self.of_grade,
                    lines=lines or 1,
                    processes=tuple(self.processes),
                    listed=self.listed,
                    guaranteed=guaranteed,
                    micro=self.micro,
                    daily_trips=self.daily_trips,
                )
            case RecipientKind.SITE:
                return site(guaranteed=guaranteed, dust_measures_met=self.dust_measures_met)
            case RecipientKind.HAULIER:
                return haulier(scheme, daily_trips=self.daily_trips, peoples_supply=self.peoples_supply)
            case kind:
                return Recipient(kind)


class Line(models.Model):
    """生产线: its share of all that is made, what it emits, what a day of standing still costs."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="lines", verbose_name="清单对象")
    name = models.CharField("生产线", max_length=60)
    share = models.DecimalField(
        "产能占比（%）",
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(PERCENT)],
    )
    so2 = kilograms(Emitted.SO2)
    nox = kilograms(Emitted.NOX)
    pm = kilograms(Emitted.PM)
    vocs = kilograms(Emitted.VOCS)
    least_load = models.PositiveSmallIntegerField(
        "最低负荷（%）", default=0, validators=[MaxValueValidator(PERCENT)]
    )
    daily_value = models.PositiveBigIntegerField("日产值（元）", default=0)

    class Meta:
        verbose_name = "生产线"
        ordering = ("source", "id")
        constraints = (
            models.UniqueConstraint(fields=["source", "name"], name="lines_of_a_source_have_names"),
            models.CheckConstraint(
                condition=NOT_LESS_THAN_NOTHING
                & Q(share__gte=0, share__lte=PERCENT, least_load__lte=PERCENT),
                name="lines_are_parts_of_a_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def emits(self) -> Mapping[Emitted, Decimal]:
        return amounts_of(self)


class LevelMeasure(models.Model):
    """分级减排措施: what a source itself does at a level, in its words, and how much of each it saves."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="level_measures", verbose_name="清单对象")
    level = models.CharField("预警级别", max_length=12)
    text = models.CharField("减排措施", max_length=500)
    so2 = percent(Emitted.SO2)
    nox = percent(Emitted.NOX)
    pm = percent(Emitted.PM)
    vocs = percent(Emitted.VOCS)

    class Meta:
        verbose_name = "分级减排措施"
        ordering = ("source", "id")
        constraints = (
            models.UniqueConstraint(fields=["source", "level"], name="one_measure_of_a_source_and_level"),
            models.CheckConstraint(condition=A_SHARE, name="nobody_saves_more_than_all"),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def percents(self) -> Mapping[Emitted, Decimal]:
        return amounts_of(self)
