"""审批表: from the draft over two signatures to the warning that is sent; and what province and ministry say.

The database holds to it too (`sql.py`): a sheet goes its road only, what was checked is what is approved and
sent, and its hands are three, or two where the plan asks for no approval.
"""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models.preparing import Drill
from guangyue.alerts.plans import Level
from guangyue.alerts.publishing import Haste

HASTES = tuple((one.name, one.value) for one in Haste)


class RegionalNoticeQuerySet(models.QuerySet["RegionalNotice"]):
    def standing(self, at: datetime) -> "RegionalNoticeQuerySet":
        """Received, and not called off."""
        return self.filter(Q(called_off_at=None) | Q(called_off_at__gt=at), received_at__lte=at)


class RegionalNotice(models.Model):
    """区域预警通知 of the province or the ministry: an important basis for a warning of the city's own."""

    class Origin(models.TextChoices):
        PROVINCE = "province", "省"
        MINISTRY = "ministry", "生态环境部"

    origin = models.CharField("发布机关", max_length=10, choices=Origin)
    number = models.CharField("通知编号", max_length=60)
    level_key = models.CharField("预警级别", max_length=10)
    text = models.TextField("内容")
    begins_at = models.DateTimeField("预计开始")
    ends_at = models.DateTimeField("预计结束", null=True)
    received_at = models.DateTimeField("收到时间")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    called_off_at = models.DateTimeField("区域预警解除时间", null=True)

    objects = RegionalNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "区域预警通知"
        ordering = ("-received_at", "-id")
        constraints = (
            models.UniqueConstraint(fields=["origin", "number"], name="a_regional_notice_comes_once"),
        )

    def __str__(self) -> str:
        return f"{self.get_origin_display()}区域预警 {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:regional_notice", args=[self.pk])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)


class SheetQuerySet(models.QuerySet["Sheet"]):
    def open(self) -> "SheetQuerySet":
        """On their way: neither sent nor given up."""
        return self.exclude(state__in=(Sheet.State.SENT, Sheet.State.VOID))


class Sheet(models.Model):
    """预警信息发布（调整、解除）审批表."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", "发布"
        ADJUST = "adjust", "调整"
        LIFT = "lift", "解除"

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "待核准"
        CHECKED = "checked", "已核准，待审批"
        APPROVED = "approved", "已审批，待发布"
        SENT = "sent", "已发布"
        RETURNED = "returned", "已退回"
        VOID = "void", "已作废"

    number = models.CharField("审批表编号", max_length=24, unique=True)
    kind = models.CharField("种类", max_length=8, choices=Kind)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    exercise = models.BooleanField("演练", default=False)
    drill = models.ForeignKey(
        Drill, models.PROTECT, null=True, related_name="sheets", verbose_name="所属演练"
    )
    level_key = models.CharField("预警级别", max_length=10)
    needs_approval = models.BooleanField("核准后要审批", default=True)
    said = models.JSONField("预警信息", default=dict)
    predicted_start = models.DateTimeField("预计开始", null=True)
    predicted_end = models.DateTimeField("预计结束", null=True)
    lifts_at = models.DateTimeField("解除时间", null=True)
    haste = models.CharField("不足提前量的理由", max_length=16, choices=HASTES, blank=True)
    remark = models.CharField("说明", max_length=500, blank=True)
    warning = models.ForeignKey(
        "alerts.Warning", models.PROTECT, null=True, related_name="later_sheets", verbose_name="原预警"
    )
    forecast = models.ForeignKey(
        "alerts.Forecast", models.PROTECT, null=True, related_name="+", verbose_name="依据的预报"
    )
    consultation = models.ForeignKey(
        "alerts.Consultation", models.PROTECT, null=True, related_name="+", verbose_name="会商意见"
    )
    regional = models.ForeignKey(
        RegionalNotice, models.PROTECT, null=True, related_name="sheets", verbose_name="区域预警通知"
    )
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_at = models.DateTimeField("起草时间")
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核准人")
    checked_post = models.CharField("核准人职务", max_length=40, blank=True)
    checked_at = models.DateTimeField("核准时间", null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="审批人")
    approved_post = models.CharField("审批人职务", max_length=40, blank=True)
    approved_at = models.DateTimeField("审批时间", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    sent_at = models.DateTimeField("发布时间", null=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = "预警审批表"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("drafted_by")),
                name="who_drafts_a_sheet_does_not_check_it",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None)
                | (~Q(approved_by=F("drafted_by")) & ~Q(approved_by=F("checked_by"))),
                name="a_sheet_is_approved_by_a_third",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("draft", "submitted", "returned"))
                | Q(checked_by=None, approved_by=None),
                name="an_open_draft_bears_no_signature",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("checked", "approved", "sent"))
                | (Q(checked_by__isnull=False, checked_at__isnull=False) & ~Q(checked_post="")),
                name="a_checked_sheet_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("approved", "sent"))
                | Q(needs_approval=False, approved_by=None)
                | (Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_post="")),
                name="an_approved_sheet_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_by__isnull=False, sent_at__isnull=False),
                name="a_sent_sheet_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind="publish", warning=None) | (~Q(kind="publish") & Q(warning__isnull=False)),
                name="a_later_sheet_is_of_a_warning",
            ),
            models.CheckConstraint(
                condition=Q(kind="lift", lifts_at__isnull=False)
                | (
                    ~Q(kind="lift") & Q(predicted_start__isnull=False, predicted_end__gt=F("predicted_start"))
                ),
                name="a_sheet_says_from_when_until_when",
            ),
            models.CheckConstraint(
                condition=Q(exercise=True, drill__isnull=False) | Q(exercise=False, drill=None),
                name="an_exercise_is_of_a_drill",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("alerts:sheet", args=[self.number])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)

    @property
    def is_open(self) -> bool:
        return self.state not in (self.State.SENT, self.State.VOID)

    @property
    def of_haste(self) -> Haste | None:
        return Haste[self.haste] if self.haste else None


class SheetMove(models.Model):
    """审批流转: the sheet came to this state, by whom, as what and when; rows are only added."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="moves", verbose_name="审批表")
    state = models.CharField("状态", max_length=10, choices=Sheet.State)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    post = models.CharField("职务", max_length=40, blank=True)
    at = models.DateTimeField("时间")
    remark = models.CharField("意见", max_length=500, blank=True)

    class Meta:
        verbose_name = "审批流转"
        ordering = ("id",)
