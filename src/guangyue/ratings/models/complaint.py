"""吐槽找茬: complaints, every step of their handling, and what was found at windows."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import Clock
from guangyue.organisations.models import Organisation, Region
from guangyue.ratings.handling import FINDINGS, KINDS, SOURCES, Source, reply_clock
from guangyue.ratings.models.places import Hall

CODE_LENGTH = 8


def new_code() -> str:
    return new_check_code(CODE_LENGTH)


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def open(self) -> "ComplaintQuerySet":
        """Nobody has answered yet."""
        return self.filter(state__in=Complaint.OPEN)

    def overdue(self, at: datetime) -> "ComplaintQuerySet":
        return self.open().filter(due__lt=at)

    def apart_from(self, person: User) -> "ComplaintQuerySet":
        """Whoever is complained of, or had a hand in the case, does not see who complains."""
        his = Case.objects.worked_on_by(person).filter(pk=models.OuterRef("case"))
        return self.exclude(accused=person).filter(~models.Exists(his))

    def within(self, scope: Scope) -> "ComplaintQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="unit_id"))


class Complaint(models.Model):
    """吐槽: what somebody will not put up with. It is over only when the person has been answered."""

    class State(models.TextChoices):
        RECEIVED = "received", "待派办"
        ASSIGNED = "assigned", "办理中"
        ANSWERED = "answered", "已答复"
        AGAIN = "again", "重新办理"
        CLOSED = "closed", "已归档"
        PASSED_ON = "passed_on", "已转 12345"
        MERGED = "merged", "已合并"

    OPEN = (State.RECEIVED, State.ASSIGNED, State.AGAIN)

    number = models.CharField("编号", max_length=24, unique=True)
    code = models.CharField("查询码", max_length=CODE_LENGTH, default=new_code)
    source = models.CharField("来源", max_length=10, choices=SOURCES, default=Source.ONLINE.name)
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    text = models.CharField("内容", max_length=2000)
    publication = models.CharField("刊播出处", max_length=200, blank=True)  # of what the media found
    region = models.ForeignKey(Region, models.PROTECT, db_index=False, related_name="+", verbose_name="地区")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="承办单位"
    )
    hall = models.ForeignKey(Hall, models.PROTECT, null=True, related_name="+", verbose_name="大厅")
    window = models.CharField("窗口号", max_length=10, blank=True)
    accused = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="涉及人员")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+", verbose_name="办件")

    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="账户")
    name = models.CharField("姓名", max_length=50, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    received_at = models.DateTimeField("收到时间")

    state = models.CharField("状态", max_length=10, choices=State, default=State.RECEIVED)
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="承办人")
    assigned_at = models.DateTimeField("派办时间", null=True)
    clock_from = models.DateTimeField("起算")
    due = models.DateTimeField("答复期限")
    extended = models.BooleanField("已延期", default=False)
    finding = models.CharField("结论", max_length=8, choices=FINDINGS, blank=True)
    correction = models.CharField("整改", max_length=1000, blank=True)
    reply = models.CharField("答复", max_length=1000, blank=True)
    replied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    replied_at = models.DateTimeField("答复时间", null=True)
    satisfied = models.BooleanField("满意", null=True)
    handled_again = models.BooleanField("办过第二次", default=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    hotline_receipt = models.CharField("12345 回执", max_length=40, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = "吐槽"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=("answered", "closed", "passed_on")) | ~Q(reply=""),
                name="no_complaint_ends_without_a_reply",
            ),
            models.CheckConstraint(
                condition=~Q(state="merged") | Q(merged_into__isnull=False),
                name="what_is_merged_says_into_what",
            ),
        )
        indexes = (
            models.Index(fields=["received_at", "id"], name="complaints_by_time"),
            models.Index(fields=["unit", "received_at", "id"], name="complaints_of_unit"),
            models.Index(
                fields=["due"],
                condition=Q(state__in=("received", "assigned", "again")),
                name="complaints_that_run",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("ratings:complaint", args=[self.number])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_anonymous(self) -> bool:
        return not (self.name or self.phone or self.by_id)

    @property
    def clock(self) -> Clock:
        return reply_clock(self.clock_from, extended=self.extended)


class ComplaintFile(models.Model):
    """证据."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "吐槽证据"
        ordering = ("id",)


class Handling(models.Model):
    """办理经过: one step, by whom, when and why; rows are only added."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="steps")
    what = models.CharField("做了什么", max_length=40)
    said = models.CharField("说明", max_length=1000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "吐槽办理经过"
        ordering = ("id",)


class ExtensionQuerySet(models.QuerySet["Extension"]):
    def waiting(self) -> "ExtensionQuerySet":
        return self.filter(decided_at=None)


class Extension(models.Model):
    """延期: asked by the officer, decided by the head of the unit, once."""

    complaint = models.OneToOneField(Complaint, models.PROTECT, related_name="extension")
    reason = models.CharField("理由", max_length=300)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间")
    granted = models.BooleanField("同意", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="批准人")
    decided_at = models.DateTimeField("批准时间", null=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = "吐槽延期"
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=models.F("asked_by")),
                name="nobody_extends_his_own_time",
            ),
        )


class ViolationQuerySet(models.QuerySet["Violation"]):
    def within(self, scope: Scope) -> "ViolationQuerySet":
        return self.filter(scope.rows(region="complaint__region_id", organisation="unit_id"))


class Violation(models.Model):
    """擅自说不: a refusal at a window of which no 否决报批 knows; of the person and of the unit."""

    complaint = models.OneToOneField(Complaint, models.PROTECT, related_name="violation", verbose_name="吐槽")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="窗口人员")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    found_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="认定人")
    found_at = models.DateTimeField("认定时间")

    objects = ViolationQuerySet.as_manager()

    class Meta:
        verbose_name = "擅自拒绝"
        ordering = ("-id",)


class TypicalCase(models.Model):
    """典型案例: what was learned of one, told to everybody without naming anybody."""

    title = models.CharField("标题", max_length=80)
    text = models.CharField("案情和整改", max_length=1000)
    hall = models.ForeignKey(Hall, models.PROTECT, null=True, related_name="+", verbose_name="大厅")
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="发布人")
    published_at = models.DateTimeField("发布时间")

    class Meta:
        verbose_name = "典型案例"
        ordering = ("-id",)
