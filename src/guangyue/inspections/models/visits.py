"""检查: one visit with all its departments, what was found by item, and what follows from it."""

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localtime

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.inspections.kinds import METHODS, RESULTS, Method, Result
from guangyue.inspections.models.batches import Batch, Drawn
from guangyue.inspections.models.clues import Clue
from guangyue.inspections.models.items import Item, Procedure, SpecialField
from guangyue.inspections.models.pools import Inspector, Subject
from guangyue.inspections.states import State as BatchState
from guangyue.kit.access import EVERYWHERE, Scope
from guangyue.organisations.models import Organisation

HAS_A_GROUND = (
    Q(drawn__isnull=False, clue=None, special_field=None)
    | Q(drawn=None, clue__isnull=False, special_field=None)
    | Q(drawn=None, clue=None, special_field__isnull=False)
)


class VisitQuerySet(models.QuerySet["Visit"]):
    def of_inspector(self, person: User) -> "VisitQuerySet":
        """Those in whose team somebody is."""
        return self.filter(members__inspector__account=person)

    def open(self) -> "VisitQuerySet":
        return self.filter(state__in=Visit.OPEN)

    def made(self, year: int) -> "VisitQuerySet":
        """Those of a year that are over; what went along with another counts with that one."""
        return self.filter(done_at__year=year, joined_into=None)

    def to_begin_in_month(self, at: datetime) -> "VisitQuerySet":
        """Drawn and given out in that month, and nobody has begun."""
        month = localtime(at)
        drawn = self.filter(state=Visit.State.PLANNED, drawn__isnull=False)
        return drawn.filter(assigned_at__year=month.year, assigned_at__month=month.month)

    def readable_by(self, person: User, scope: Scope = EVERYWHERE) -> "VisitQuerySet":
        """What is no secret any more, and one's own, whichever department leads it: until the reveal a drawn
        unit is known to its team."""
        own = Exists(Member.objects.filter(visit=OuterRef("pk"), inspector__account=person))
        told = Q(batch=None) | Q(batch__state=BatchState.REVEALED.name)
        return self.filter(own | (told & self._rows(scope)))

    def within(self, scope: Scope) -> "VisitQuerySet":
        return self.filter(self._rows(scope))

    @staticmethod
    def _rows(scope: Scope) -> Q:
        return scope.rows(region="organisation__region_id", organisation="organisation_id")


class Visit(models.Model):
    """检查: of a drawn unit, or on the ground of a clue or of a special field; never of our own choice."""

    class State(models.TextChoices):
        PLANNED = "planned", "待检查"
        UNDERWAY = "underway", "检查中"
        DONE = "done", "已检查，待录入"
        ENTERED = "entered", "结果已录入"
        PUBLISHED = "published", "结果已公示"
        JOINED = "joined", "已并入联合检查"

    OPEN = (State.PLANNED, State.UNDERWAY, State.DONE)

    number = models.CharField("检查编号", max_length=24, unique=True)
    drawn = models.OneToOneField(Drawn, models.PROTECT, null=True, related_name="visit", verbose_name="抽中")
    clue = models.ForeignKey(Clue, models.PROTECT, null=True, related_name="visits", verbose_name="线索")
    special_field = models.ForeignKey(
        SpecialField, models.PROTECT, null=True, related_name="+", verbose_name="特殊重点领域"
    )
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="visits", verbose_name="批次")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="visits", verbose_name="检查对象")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="组织单位"
    )
    items = models.ManyToManyField(Item, related_name="+", verbose_name="抽查事项")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PLANNED)
    methods = ArrayField(
        models.CharField(max_length=12, choices=METHODS), verbose_name="检查方式", default=list
    )
    joined_into = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="joined", verbose_name="并入的联合检查"
    )
    assigned_at = models.DateTimeField("派发时间")
    started_at = models.DateTimeField("开始时间", null=True)
    done_at = models.DateTimeField("完成时间", null=True)
    entered_at = models.DateTimeField("录入时间", null=True)
    published_at = models.DateTimeField("公示时间", null=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "检查"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=HAS_A_GROUND, name="a_visit_has_one_ground"),
            models.CheckConstraint(
                condition=Q(drawn=None, batch=None) | Q(drawn__isnull=False, batch__isnull=False),
                name="what_was_drawn_is_of_its_batch",
            ),
            models.CheckConstraint(
                condition=Q(state="joined", joined_into__isnull=False, drawn__isnull=False)
                | (~Q(state="joined") & Q(joined_into=None)),
                name="what_is_joined_says_into_which",
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "-id"], name="visits_of_organisation"),
            models.Index(fields=["subject", "-done_at"], name="visits_of_subject"),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("inspections:visit", args=[self.number])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def ground(self) -> str:
        if self.batch:
            return f"双随机抽查 {self.batch.number}"
        return f"个案线索 {self.clue.number}" if self.clue else f"特殊重点领域：{self.special_field}"

    @property
    def methods_said(self) -> str:
        return "、".join(Method[name].value for name in self.methods)

    def batch_for(self, item: Item | None) -> Batch | None:
        """What brought an item into this visit: in a joint one each department has a batch of its own."""
        joined = self.joined.filter(items=item).select_related("batch").first() if item else None
        return joined.batch if joined else self.batch


class Member(models.Model):
    """检查组成员."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="members")
    inspector = models.ForeignKey(
        Inspector, models.PROTECT, related_name="memberships", verbose_name="执法人员"
    )

    class Meta:
        verbose_name = "检查组成员"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["visit", "inspector"], name="once_in_a_team"),)


class FindingQuerySet(models.QuerySet["Finding"]):
    def standing(self) -> "FindingQuerySet":
        """Those that no later one corrects."""
        return self.filter(corrected_by=None)

    def within(self, scope: Scope) -> "FindingQuerySet":
        return self.filter(
            scope.rows(region="visit__organisation__region_id", organisation="visit__organisation_id")
        )


class Finding(models.Model):
    """检查结果: of one item, point by point, by the department whose item it is. Rows are only added: a
    correction is a new one that says which it corrects."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="findings", verbose_name="检查")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+", verbose_name="抽查事项")
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="检查部门")
    answers = models.JSONField("逐项情况", default=dict)  # point → 合格 | 不合格 | 不适用
    result = models.CharField("结果", max_length=12, choices=RESULTS)
    said = models.CharField("情况说明", max_length=1000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正"
    )
    reason = models.CharField("更正理由", max_length=300, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = "检查结果"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["visit", "item"], condition=Q(corrects=None), name="one_first_finding_of_an_item"
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(reason=""), name="findings_are_corrected_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.visit.number} {self.item or '线索检查'}"

    @property
    def of_result(self) -> Result:
        return Result[self.result]


class Evidence(models.Model):
    """检查证据: a photo, a signature, a paper; its content stands under its own fingerprint."""

    class Kind(models.TextChoices):
        PHOTO = "photo", "照片"
        SIGNATURE = "signature", "签字"
        PAPER = "paper", "文件"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="evidence")
    kind = models.CharField("种类", max_length=10, choices=Kind)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "检查证据"
        ordering = ("id",)


class CommissionedReport(models.Model):
    """委托报告: testing, audit or advice by an institution, with its licence and who signed."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="reports", verbose_name="检查")
    institution = models.CharField("机构", max_length=120)
    licence = models.CharField("资质证书", max_length=60)
    signer = models.CharField("签发人", max_length=50)
    conclusion = models.CharField("结论", max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "委托检查报告"
        ordering = ("id",)


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> "FollowUpQuerySet":
        return self.filter(done_at=None)

    def within(self, scope: Scope) -> "FollowUpQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class FollowUp(models.Model):
    """后续监管: what becomes of a problem, by whoever is responsible for it."""

    finding = models.OneToOneField(Finding, models.PROTECT, related_name="follow_up", verbose_name="检查结果")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="责任单位")
    due = models.DateField("期限")
    done_at = models.DateTimeField("办结时间", null=True)
    said = models.CharField("处理情况", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "后续监管任务"
        ordering = ("due", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_at=None) | ~Q(said=""), name="no_follow_up_ends_without_a_word"
            ),
        )

    def __str__(self) -> str:
        return f"{self.finding} 后续监管"

    def is_late(self, on: date) -> bool:
        return self.done_at is None and self.due < on


class TransferQuerySet(models.QuerySet["Transfer"]):
    def open(self) -> "TransferQuerySet":
        return self.filter(transferred_at=None)

    def within(self, scope: Scope) -> "TransferQuerySet":
        return self.filter(
            scope.rows(
                region="finding__visit__organisation__region_id",
                organisation="finding__visit__organisation_id",
            )
        )


class Transfer(models.Model):
    """移送: a suspected crime goes to the judiciary, within its limit."""

    finding = models.OneToOneField(Finding, models.PROTECT, related_name="transfer", verbose_name="检查结果")
    due = models.DateTimeField("移送期限")
    authority = models.CharField("移送机关", max_length=80, blank=True)
    receipt = models.CharField("回执编号", max_length=40, blank=True)
    transferred_at = models.DateTimeField("移送时间", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="移送人")

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = "涉嫌犯罪移送"
        ordering = ("due", "id")

    def is_late(self, at: datetime) -> bool:
        return (self.transferred_at or at) > self.due
