"""指标 and 目标: what is measured, and the number that a document promises of it by a day."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.fields import ClauseField
from guangyue.indicators.comparing.comparators import SIGNS, Comparator, Direction
from guangyue.indicators.comparing.judging import Promise, Result, Strength
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.comparing.windows import Every
from guangyue.indicators.wording import PERCENT, measured, plain
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation

DIRECTIONS = [(one.name, one.value) for one in Direction]
COMPARATORS = [(one.sign, one.say("…")) for one in Comparator]
NATURES = [(one.name, one.title) for one in Nature]
STRENGTHS = [(one.name, one.value or "确定") for one in Strength]
RECURRENCES = [(one.name, one.value or "一次") for one in Every]
RESULTS = [(one.name, one.value) for one in Result]


class Indicator(models.Model):
    """指标: what is measured, whoever promises a number of it."""

    code = models.SlugField("编码", max_length=20, unique=True)
    name = models.CharField("名称", max_length=80)
    definition = models.CharField("定义", max_length=300, blank=True)
    unit = models.CharField("单位", max_length=20)
    direction = models.CharField("方向", max_length=6, choices=DIRECTIONS, default=Direction.HIGHER.name)

    class Meta:
        verbose_name = "指标"
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=["name", "unit"], name="one_indicator_of_a_name"),)

    def __str__(self) -> str:
        return self.name


class PromisedTargetQuerySet(models.QuerySet["Target"]):
    def within(self, scope: Scope) -> "PromisedTargetQuerySet":
        """Those that an office within reach owns, or has a part of."""
        if scope.everywhere:
            return self
        own = scope.rows(region="owner__region_id", organisation="owner_id")
        part = scope.rows(region="splits__organisation__region_id", organisation="splits__organisation_id")
        return self.filter(
            Q(pk__in=Target.objects.filter(own).values("pk"))
            | Q(pk__in=Target.objects.filter(part).values("pk"))
        )

    def in_force(self) -> "PromisedTargetQuerySet":
        return self.filter(state__in=Target.IN_FORCE)

    def judged(self, result: Result) -> "PromisedTargetQuerySet":
        return self.in_force().filter(verdict__result=result.name)

    def missed(self) -> "PromisedTargetQuerySet":
        """未达标: what was only striven for counts when a person has said so."""
        firm = Q(verdict__aspirational=False) | Q(verdict__by__isnull=False)
        return self.judged(Result.MISSED).filter(firm)

    def due_between(self, since: date, until: date) -> "PromisedTargetQuerySet":
        return self.filter(due_on__range=(since, until))

    def with_all(self) -> "PromisedTargetQuerySet":
        return self.select_related("indicator", "owner", "verdict")


class Target(models.Model):
    """目标: identified by its document, clause, indicator, scope and day; another document that promises the
    same sets another target."""

    class State(models.TextChoices):
        DRAFTED = "drafted", "草拟"
        ACTIVE = "active", "生效"
        SPLIT = "split", "已分解"
        ADJUSTED = "adjusted", "已调整"
        WITHDRAWN = "withdrawn", "已撤销"

    class Reach(models.TextChoices):
        CITY = "city", "全市"
        EACH = "each", "各县（市、区）分别评判"
        CASE = "case", "每一件分别评判"
        FIRM = "firm", "一家企业"

    IN_FORCE = (State.ACTIVE, State.SPLIT)

    code = models.SlugField("编号", max_length=24, unique=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name="指标")
    reach = models.CharField("范围", max_length=5, choices=Reach, default=Reach.CITY)
    firm = models.CharField("企业", max_length=80, blank=True)
    comparator = models.CharField("比较", max_length=2, choices=COMPARATORS)
    value = models.DecimalField("目标值", max_digits=20, decimal_places=6)
    upper = models.DecimalField("上限", max_digits=20, decimal_places=6, null=True)
    nature = models.CharField("口径", max_length=10, choices=NATURES)
    base_year = models.PositiveSmallIntegerField("基期", null=True)
    total = models.PositiveIntegerField("比例的总数", null=True)
    since = models.DateField("起算", null=True)
    due_on = models.DateField("期限")
    every = models.CharField("频次", max_length=5, choices=RECURRENCES, default=Every.ONCE.name)
    strength = models.CharField("语气", max_length=9, choices=STRENGTHS, default=Strength.FIRM.name)
    condition = models.CharField("适用条件", max_length=100, blank=True)
    condition_held = models.BooleanField("条件成就", null=True)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="targets", verbose_name="牵头单位"
    )
    number = models.CharField("文号", max_length=40, db_index=True)
    cites = ClauseField("依据")
    file = models.CharField("公报", max_length=20, blank=True)
    lines = models.CharField("行", max_length=20, blank=True)
    remark = models.CharField("读法", max_length=200, blank=True)
    state = models.CharField("状态", max_length=9, choices=State, default=State.DRAFTED)
    superseded_by = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="supersedes", verbose_name="调整为"
    )
    verdict = models.ForeignKey(
        "Verdict", models.PROTECT, null=True, related_name="+", verbose_name="现在的结论"
    )

    objects = PromisedTargetQuerySet.as_manager()

    class Meta:
        verbose_name = "目标"
        constraints = (
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=F("value")), name="a_range_ends_above"
            ),
            models.CheckConstraint(
                condition=~Q(nature="CUMULATIVE") | Q(since__isnull=False), name="what_cumulates_begins"
            ),
            models.CheckConstraint(condition=~Q(reach="firm") | ~Q(firm=""), name="a_firm_is_named"),
        )
        indexes = (models.Index(fields=["due_on", "id"], name="targets_by_due"),)

    def __str__(self) -> str:
        return f"{self.code} {self.indicator.name}"

    def get_absolute_url(self) -> str:
        return reverse("indicators:target", args=[self.code])

    @property
    def compared(self) -> Comparator:
        return SIGNS[self.comparator]

    @property
    def counts(self) -> Nature:
        return Nature[self.nature]

    @property
    def recurs(self) -> Every:
        return Every[self.every]

    @property
    def said(self) -> str:
        """不低于 100 亿斤, 力争."""
        return self.say(self.value)

    def say(self, value: Decimal) -> str:
        """The same asked of a part of it."""
        number = measured(value, self.unit)
        if self.upper is not None:
            number = f"{plain(value)} 至 {measured(self.upper, self.unit)}"
        strength = Strength[self.strength].value
        return self.compared.say(number) + (f"（{strength}）" if strength else "")

    @property
    def unit(self) -> str:
        return self.indicator.unit

    @property
    def reported_in(self) -> str:
        """The unit of what is reported; empty where it is whatever its base is in."""
        if self.counts is Nature.CHANGE:
            return ""
        return PERCENT if self.counts.needs_base else self.unit

    @property
    def promise(self) -> Promise:
        return self.promise_of(self.value)

    def promise_of(self, value: Decimal) -> Promise:
        """What is asked of the city or, by its own number, of a county."""
        return Promise(
            comparator=self.compared,
            value=value,
            upper=self.upper,
            strength=Strength[self.strength],
            direction=Direction[self.indicator.direction],
            open_to=self._open_to(),
            applies=not (self.condition and self.condition_held is False),
        )

    def _open_to(self) -> str:
        if self.condition and self.condition_held is None:
            return f"适用条件“{self.condition}”是否成就，牵头单位还没有说明"
        return "没有说明是百分点还是百分比" if self.counts is Nature.EITHER else ""

    @property
    def reached(self) -> str:
        return measured(self.verdict.actual, self.unit) if self.verdict else "—"

    @property
    def is_in_force(self) -> bool:
        return self.state in self.IN_FORCE


class TargetMove(models.Model):
    """目标流转: what was done with a target, by whom and on which ground; rows are only added."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="moves", verbose_name="目标")
    what = models.CharField("办理", max_length=40)
    said = models.CharField("说明", max_length=300, blank=True)
    cites = ClauseField("依据", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "目标流转"
        ordering = ("target", "-id")


class TargetLink(models.Model):
    """关联: two targets side by side; neither is ever added to the other."""

    class Kind(models.TextChoices):
        SAME = "same", "同一指标，两个文件"
        SIMILAR = "similar", "相近，口径不同"
        PATH = "path", "逐年推进"

    one = models.ForeignKey(Target, models.CASCADE, related_name="links_to", verbose_name="目标")
    other = models.ForeignKey(Target, models.CASCADE, related_name="links_from", verbose_name="关联的目标")
    kind = models.CharField("关系", max_length=7, choices=Kind)
    said = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "目标关联"
        ordering = ("one__code", "other__code")
        constraints = (
            models.UniqueConstraint(fields=["one", "other"], name="two_targets_linked_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="linked_to_another"),
        )
