"""停限产方案: what the solver was asked for a level, what it chose for whom, what it was held to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models.amounts import NOT_LESS_THAN_NOTHING, kilograms
from guangyue.alerts.models.base import ReductionBase
from guangyue.alerts.models.sources import Source
from guangyue.alerts.planning.options import Way
from guangyue.alerts.planning.outcome import Outcome
from guangyue.alerts.plans import Level
from guangyue.alerts.reduction.proof import Emitted
from guangyue.jobs.models import Work
from guangyue.kit.access import Scope
from guangyue.kit.money import Money
from guangyue.kit.plain import from_plain


class AbatementPlanQuerySet(models.QuerySet["AbatementPlan"]):
    def in_use(self) -> "AbatementPlanQuerySet":
        return self.filter(state=AbatementPlan.State.IN_USE)


class AbatementPlan(models.Model):
    """停限产方案: the least costly stops and limits for a level. Once solved it is not changed."""

    class State(models.TextChoices):
        DRAFT = "draft", "待求解"
        SOLVING = "solving", "求解中"
        SOLVED = "solved", "已求解"
        SHORT = "short", "达不到要求"
        IN_USE = "in_use", "使用中"
        REPLACED = "replaced", "已停用"

    title = models.CharField("名称", max_length=80)
    level_key = models.CharField("预警级别", max_length=10)
    on = models.DateField("按哪一天的清单")
    base = models.ForeignKey(ReductionBase, models.PROTECT, related_name="+", verbose_name="减排基数")
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="followed_by", verbose_name="调整自"
    )
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="+", verbose_name="求解任务")
    result = models.JSONField("求解结果", null=True)
    fingerprint = models.CharField("题目指纹", max_length=64, blank=True)
    cost = models.BigIntegerField("日产值损失（分）", null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="编制人")
    made_at = models.DateTimeField("编制时间")
    solved_at = models.DateTimeField("求解时间", null=True)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="启用人")
    taken_at = models.DateTimeField("启用时间", null=True)

    objects = AbatementPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "停限产方案"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["level_key"], condition=Q(state="in_use"), name="one_plan_in_use_at_a_level"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "solving"), result=None, cost=None)
                | (Q(state__in=("solved", "short", "in_use", "replaced")) & Q(cost__gte=0)),
                name="a_plan_has_a_cost_once_it_is_solved",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("in_use", "replaced"))
                | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="a_plan_in_use_says_by_whom",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("alerts:plan", args=[self.pk])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def outcome(self) -> Outcome | None:
        return None if self.result is None else from_plain(Outcome, self.result)

    @property
    def loss(self) -> Money | None:
        """日产值损失, as a mean over the response."""
        return None if self.cost is None else Money(self.cost)


class Hold(models.Model):
    """约束: an official wants this of a source, or will not have it."""

    class Kind(models.TextChoices):
        PINNED = "pinned", "指定"
        FORBIDDEN = "forbidden", "排除"

    plan = models.ForeignKey(AbatementPlan, models.CASCADE, related_name="holds", verbose_name="停限产方案")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+", verbose_name="清单对象")
    option = models.CharField("措施", max_length=20)
    title = models.CharField("措施名称", max_length=80)
    kind = models.CharField("约束", max_length=10, choices=Kind)

    class Meta:
        verbose_name = "方案约束"
        ordering = ("plan", "source", "id")
        constraints = (
            models.UniqueConstraint(fields=["plan", "source", "option"], name="an_option_is_held_once"),
            models.UniqueConstraint(
                fields=["plan", "source"], condition=Q(kind="pinned"), name="one_option_is_pinned"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.title}"


class ChoiceQuerySet(models.QuerySet["Choice"]):
    def acting(self) -> "ChoiceQuerySet":
        """Those that are told something else than what they wrote down themselves."""
        return self.exclude(way__in=(Way.RUN.name, Way.OWN.name))

    def within(self, scope: Scope) -> "ChoiceQuerySet":
        return self.filter(scope.rows(region="source__region_id"))


class Choice(models.Model):
    """方案措施: what a plan chose for a source; what that saves and costs a day, as a mean."""

    plan = models.ForeignKey(
        AbatementPlan, models.CASCADE, db_index=False, related_name="choices", verbose_name="停限产方案"
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="choices", verbose_name="清单对象")
    option = models.CharField("措施", max_length=20)
    way = models.CharField("方式", max_length=8, choices=[(one.name, one.value) for one in Way])
    title = models.CharField("措施名称", max_length=80)
    periods = ArrayField(models.PositiveSmallIntegerField(), verbose_name="时段", default=list)
    so2 = kilograms(Emitted.SO2)
    nox = kilograms(Emitted.NOX)
    pm = kilograms(Emitted.PM)
    vocs = kilograms(Emitted.VOCS)
    cost = models.BigIntegerField("日产值损失（分）")
    held = models.CharField("约束", max_length=10, choices=Hold.Kind, blank=True)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "方案措施"
        ordering = ("plan", "source")
        constraints = (
            models.UniqueConstraint(fields=["plan", "source"], name="one_choice_for_a_source"),
            models.CheckConstraint(
                condition=NOT_LESS_THAN_NOTHING & Q(cost__gte=0), name="no_choice_costs_less_than_nothing"
            ),
        )
        indexes = (models.Index(fields=["plan", "-cost", "id"], name="choices_by_cost"),)

    def __str__(self) -> str:
        return f"{self.source}：{self.title}"

    @property
    def loss(self) -> Money:
        return Money(self.cost)


class PlannedMeasure(models.Model):
    """方案中的分级措施: what the plan in use has a source do at a level, instead of its own measure."""

    plan = models.ForeignKey(
        AbatementPlan, models.PROTECT, db_index=False, related_name="+", verbose_name="停限产方案"
    )
    source = models.ForeignKey(
        Source, models.CASCADE, db_index=False, related_name="planned_measures", verbose_name="清单对象"
    )
    level = models.CharField("预警级别", max_length=10)
    text = models.CharField("减排措施", max_length=100)
    so2 = kilograms(Emitted.SO2)
    nox = kilograms(Emitted.NOX)
    pm = kilograms(Emitted.PM)
    vocs = kilograms(Emitted.VOCS)

    class Meta:
        verbose_name = "方案中的分级措施"
        ordering = ("source", "id")
        constraints = (
            models.UniqueConstraint(fields=["source", "level"], name="one_planned_measure_at_a_level"),
            models.CheckConstraint(
                condition=NOT_LESS_THAN_NOTHING, name="no_planned_measure_saves_less_than_nothing"
            ),
        )

    def __str__(self) -> str:
        return self.text
