"""追责事项: what is proposed against whom on which facts, what the party says, what is decided."""

from datetime import date, datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from guangyue.accountability.declaration import Step, StepKind, Trigger
from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.kit.plain import from_plain
from guangyue.organisations.models import Organisation, Tenure

STEP_KINDS = [(kind.name, kind.value) for kind in StepKind]


class StepCaseQuerySet(models.QuerySet["StepCase"]):
    def within(self, scope: Scope) -> "StepCaseQuerySet":
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))

    def to_decide(self) -> "StepCaseQuerySet":
        return self.filter(state=StepCase.State.PROPOSED)

    def late(self, at: datetime) -> "StepCaseQuerySet":
        """Nobody has decided, and the days for it are over."""
        return self.to_decide().filter(due__lt=at)

    def to_state(self) -> "StepCaseQuerySet":
        """The party has not said anything yet."""
        return self.to_decide().filter(~Exists(Statement.objects.filter(case=OuterRef("pk"))))

    def under_way(self) -> "StepCaseQuerySet":
        """Decided, and not yet over."""
        return self.filter(state=StepCase.State.DECIDED)

    def with_parts(self) -> "StepCaseQuerySet":
        return self.select_related("unit__region", "head__person", "head__post__organisation")


class StepCase(models.Model):
    """追责事项: a person proposed, and a person decides; `terms` is the trigger as it was that day."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待决定"
        DECIDED = "decided", "办理中"
        FINISHED = "finished", "已办结"
        REFUSED = "refused", "不采取"
        EXEMPT = "exempt", "免责"

    class Unheard(models.TextChoices):
        DANGER = "danger", "情况紧急"
        PUBLIC = "public", "已经公开"
        SILENT = "silent", "到期没有陈述"

    trigger_key = models.CharField("情形编号", max_length=12)
    cites = ClauseField("依据条款")
    terms = models.JSONField("追责情形")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="责任单位"
    )
    head = models.ForeignKey(Tenure, models.PROTECT, null=True, related_name="+", verbose_name="主要负责人")
    party = models.CharField("当事方", max_length=100, blank=True)
    grave = models.BooleanField("情节严重", default=False)
    proposed_steps = models.JSONField("提议的措施")
    ground = models.CharField("提议理由", max_length=500, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提议人")
    proposed_at = models.DateTimeField("提议时间")
    state_by = models.DateTimeField("陈述期限")
    due = models.DateTimeField("决定期限")
    state = models.CharField("状态", max_length=8, choices=State, default=State.PROPOSED)
    unheard = models.CharField("未听取陈述的理由", max_length=6, choices=Unheard, blank=True)
    reason = models.CharField("决定的理由", max_length=500, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    decided_at = models.DateTimeField("决定时间", null=True)
    closed_at = models.DateTimeField("办结时间", null=True)
    result = models.CharField("结果", max_length=500, blank=True)

    objects = StepCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "追责事项"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="proposed") | Q(decided_by__isnull=False) | Q(state="exempt"),
                name="a_step_is_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("refused", "exempt")) | ~Q(reason=""),
                name="a_step_is_refused_with_a_reason",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "-id"], name="steps_of_unit"),
            models.Index(fields=["trigger_key", "unit"], name="steps_by_trigger"),
            models.Index(fields=["due"], condition=Q(state="proposed"), name="steps_to_decide"),
        )

    def __str__(self) -> str:
        return f"{self.addressee}：{self.trigger.condition}"

    def get_absolute_url(self) -> str:
        return reverse("accountability:case", args=[self.pk])

    @property
    def number(self) -> str:
        return f"〔{self.proposed_at:%Y}〕{self.pk}号"

    @property
    def trigger(self) -> Trigger:
        return from_plain(Trigger, self.terms)

    @property
    def addressee(self) -> str:
        """Whom it is about: whoever the clause names, or else the unit."""
        if self.party:
            return self.party
        return str(self.head.post) if self.head else self.unit.name

    @property
    def proposed(self) -> list[Step]:
        return [step for step in self.trigger.all_steps if step.title in self.proposed_steps]

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED

    @property
    def needs_hearing(self) -> bool:
        return any(step.kind.is_heard for step in self.proposed)


class CaseFact(models.Model):
    """事实: what happened, with the record of the system that knows it; under one trigger it counts once."""

    case = models.ForeignKey(StepCase, models.PROTECT, related_name="facts", verbose_name="追责事项")
    trigger_key = models.CharField("情形编号", max_length=12)
    source = models.SlugField("来源", max_length=20)
    record = models.CharField("来源记录", max_length=80)
    title = models.CharField("事实", max_length=200)
    on = models.DateField("发生日期")
    detail = models.CharField("情况", max_length=500, blank=True)
    link = models.CharField("来源页面", max_length=200, blank=True)

    class Meta:
        verbose_name = "追责事实"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["trigger_key", "source", "record"], name="a_fact_counts_once_under_a_trigger"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Statement(models.Model):
    """陈述: what the party said before it was decided; rows are only added."""

    case = models.ForeignKey(StepCase, models.PROTECT, related_name="statements", verbose_name="追责事项")
    said = models.CharField("陈述", max_length=2000)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="材料")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="陈述人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "陈述"
        ordering = ("id",)


class TakenStepQuerySet(models.QuerySet["TakenStep"]):
    def within(self, scope: Scope) -> "TakenStepQuerySet":
        return self.filter(scope.rows(region="case__unit__region_id", organisation="case__unit_id"))

    def of_kind(self, kind: StepKind) -> "TakenStepQuerySet":
        return self.filter(kind=kind.name)

    def waiting(self) -> "TakenStepQuerySet":
        """Decided, and not yet carried out."""
        return self.filter(carried_on=None)

    def between(self, since: date, until: date) -> "TakenStepQuerySet":
        """Decided on one of these days, both included."""
        return self.filter(decided_on__range=(since, until))


class TakenStep(models.Model):
    """措施: one that was decided; when and how it was carried out."""

    case = models.ForeignKey(StepCase, models.PROTECT, related_name="steps", verbose_name="追责事项")
    title = models.CharField("措施", max_length=40)
    kind = models.CharField("类别", max_length=16, choices=STEP_KINDS)
    decided_on = models.DateField("决定日期")
    carried_on = models.DateField("落实日期", null=True)
    carried_said = models.CharField("落实情况", max_length=500, blank=True)
    carried_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")

    objects = TakenStepQuerySet.as_manager()

    class Meta:
        verbose_name = "措施"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["case", "title"], name="a_step_is_taken_once"),)
        indexes = (models.Index(fields=["decided_on", "kind"], name="taken_steps_by_day"),)

    def __str__(self) -> str:
        return f"{self.title}（{self.case}）"

    @property
    def of(self) -> StepKind:
        return StepKind[self.kind]


class CaseMove(models.Model):
    """流转: the case came to this state, by whom and why; rows are only added."""

    case = models.ForeignKey(StepCase, models.PROTECT, related_name="moves", verbose_name="追责事项")
    what = models.CharField("办理", max_length=40)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    said = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = "追责流转"
        ordering = ("id",)
