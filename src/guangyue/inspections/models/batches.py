"""抽查批次: the snapshot that is committed to, what was drawn of it, and every step on the way.

The database holds to it too (`sql.py`): a committed snapshot and what was drawn are never changed, and a
batch goes its road forward only.
"""

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.drawing.terms import Algorithm
from guangyue.inspections.kinds import ALGORITHMS
from guangyue.inspections.models.plans import PlanLine
from guangyue.inspections.models.pools import Inspector, Subject
from guangyue.inspections.states import FIXED, SECRET, STATES, State
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class DrawnBatchQuerySet(models.QuerySet["Batch"]):
    def committed(self) -> "DrawnBatchQuerySet":
        """Those of which the public knows that they are."""
        return self.filter(state__in=FIXED)

    def secret(self) -> "DrawnBatchQuerySet":
        return self.filter(state__in=SECRET)

    def unpublished(self) -> "DrawnBatchQuerySet":
        """Visited, and the twenty days run."""
        return self.filter(state__in=(State.COMPLETED.name, State.ENTERED.name))

    def overdue(self, on: date) -> "DrawnBatchQuerySet":
        return self.unpublished().filter(publish_by__lt=on)

    def within(self, scope: Scope) -> "DrawnBatchQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Batch(models.Model):
    """批次: one draw of a line of the plan, from its snapshot to the reveal."""

    number = models.CharField("批次编号", max_length=24, unique=True)
    line = models.ForeignKey(PlanLine, models.PROTECT, related_name="batches", verbose_name="计划任务")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="组织单位"
    )
    state = models.CharField("状态", max_length=10, choices=STATES, default=State.CREATED.name)
    in_scope = models.PositiveIntegerField("范围内的对象数")
    population = models.PositiveIntegerField("参加抽取的对象数")
    n = models.PositiveIntegerField("抽取数")
    algorithm = models.CharField("抽取算法", max_length=6, choices=ALGORITHMS, default=Algorithm.GYDRAW.name)
    weights = models.JSONField("各级权重")
    slots = models.JSONField("检查组的席位")  # [[department, qualification], …]
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="建立人")
    made_at = models.DateTimeField("建立时间")

    salt = models.CharField("盐", max_length=64, blank=True)
    plan_hash = models.CharField("方案指纹", max_length=64, blank=True)
    commitment = models.CharField("承诺", max_length=64, blank=True)
    wider_hash = models.CharField("全市范围名录指纹", max_length=64, blank=True)
    source = models.CharField("公开值", max_length=120, blank=True)
    source_at = models.DateTimeField("公开值公布时间", null=True)
    committed_at = models.DateTimeField("承诺公布时间", null=True)
    public_value = models.CharField("公开值的值", max_length=200, blank=True)
    seed = models.CharField("种子", max_length=64, blank=True)
    completed_at = models.DateTimeField("检查完成时间", null=True)
    publish_by = models.DateField("公示期限", null=True)
    published_at = models.DateTimeField("公示时间", null=True)

    objects = DrawnBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查批次"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(n__lte=models.F("population")), name="no_more_than_there_are"),
            models.CheckConstraint(
                condition=Q(state=State.CREATED.name) | ~Q(commitment=""), name="a_batch_commits_itself_first"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(State.CREATED.name, State.COMMITTED.name)) | ~Q(seed=""),
                name="nothing_is_drawn_without_a_seed",
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "-id"], name="batches_of_organisation"),
            models.Index(
                fields=["publish_by"],
                condition=Q(state__in=(State.COMPLETED.name, State.ENTERED.name)),
                name="batches_to_publish",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("inspections:batch", args=[self.number])

    @property
    def in_state(self) -> State:
        return State[self.state]

    @property
    def by_algorithm(self) -> Algorithm:
        return Algorithm[self.algorithm]

    @property
    def is_even(self) -> bool:
        """Whether nobody is drawn more readily than anybody else."""
        return self.by_algorithm is Algorithm.NOMCOM

    @property
    def is_revealed(self) -> bool:
        return self.in_state is State.REVEALED

    @property
    def is_committed(self) -> bool:
        return self.state in FIXED

    def may_seed(self, at: datetime) -> bool:
        return self.source_at is not None and at >= self.source_at


class TargetQuerySet(models.QuerySet["Target"]):
    def drawn_from(self) -> "TargetQuerySet":
        return self.filter(excluded="")


class Target(models.Model):
    """名单快照中的对象: with the weight it was drawn by, or why it was left out."""

    batch = models.ForeignKey(Batch, models.CASCADE, db_index=False, related_name="targets")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name="检查对象")
    code = models.CharField("编号", max_length=30)
    class_name = models.CharField("等级", max_length=1, blank=True)
    frequency = models.PositiveSmallIntegerField("抽查频次倍数", default=1)
    weight = models.PositiveSmallIntegerField("权重")
    excluded = models.CharField("未参加抽取的原因", max_length=60, blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "名单快照"
        ordering = ("batch", "code")
        constraints = (
            models.UniqueConstraint(fields=["batch", "code"], name="one_target_of_a_code"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="nobody_is_exempt_from_the_draw"),
        )


class RosterEntryQuerySet(models.QuerySet["RosterEntry"]):
    def usual(self) -> "RosterEntryQuerySet":
        return self.filter(wider=False)

    def wide(self) -> "RosterEntryQuerySet":
        return self.filter(wider=True)


class RosterEntry(models.Model):
    """人员快照: who can be matched, and, for a 人员不足, who of the whole city."""

    batch = models.ForeignKey(Batch, models.CASCADE, db_index=False, related_name="roster")
    inspector = models.ForeignKey(Inspector, models.PROTECT, related_name="+", verbose_name="执法人员")
    code = models.CharField("编号", max_length=30)
    department = models.CharField("部门", max_length=60)
    qualifications = ArrayField(models.CharField(max_length=30), verbose_name="执法资质")
    max_load = models.PositiveSmallIntegerField("最多检查")
    wider = models.BooleanField("全市范围", default=False)

    objects = RosterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "人员快照"
        ordering = ("batch", "code")
        constraints = (models.UniqueConstraint(fields=["batch", "code"], name="one_roster_entry_of_a_code"),)


class RecusalEntry(models.Model):
    """回避快照: by the codes under which the two stand in the lists."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="recusals")
    inspector = models.CharField("执法人员编号", max_length=30)
    target = models.CharField("检查对象编号", max_length=30)

    class Meta:
        verbose_name = "回避快照"
        ordering = ("batch", "inspector", "target")


class Drawn(models.Model):
    """抽中: in which order, with which number, of how much weight that was left."""

    batch = models.ForeignKey(Batch, models.PROTECT, db_index=False, related_name="drawn")
    target = models.OneToOneField(Target, models.PROTECT, related_name="drawn", verbose_name="对象")
    position = models.PositiveIntegerField("次序")
    r = models.BigIntegerField("抽取数")
    weight_left = models.BigIntegerField("剩余权重")

    class Meta:
        verbose_name = "抽中对象"
        ordering = ("batch", "position")
        constraints = (models.UniqueConstraint(fields=["batch", "position"], name="one_drawn_at_a_position"),)


class TeamSeatQuerySet(models.QuerySet["Seat"]):
    def taken(self) -> "TeamSeatQuerySet":
        return self.filter(entry__isnull=False)


class Seat(models.Model):
    """席位: who was matched to it; nobody, where nobody was left: 人员不足. What the wider roster then gives
    is a row of its own."""

    drawn = models.ForeignKey(Drawn, models.PROTECT, db_index=False, related_name="seats")
    slot = models.PositiveSmallIntegerField("席位")
    entry = models.ForeignKey(RosterEntry, models.PROTECT, null=True, related_name="seats")
    wider = models.BooleanField("由全市范围补抽", default=False)

    objects = TeamSeatQuerySet.as_manager()

    class Meta:
        verbose_name = "检查组席位"
        ordering = ("drawn", "slot", "wider")
        constraints = (
            models.UniqueConstraint(fields=["drawn", "slot", "wider"], name="one_match_for_a_seat"),
        )


class BatchMove(models.Model):
    """批次流转: the batch came to this state, by whom and when; rows are only added."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=STATES)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    remark = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "批次流转"
        ordering = ("id",)


class LookAtNames(models.Model):
    """查看名单: who read names of a batch before they were revealed, and for what; rows are only added."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="looks", verbose_name="批次")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="查看人")
    at = models.DateTimeField("时间")
    purpose = models.CharField("用途", max_length=120)

    class Meta:
        verbose_name = "名单查看记录"
        ordering = ("-id",)
