"""减排指令: what each was told at a warning, whether it knows, what it did and was seen doing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.models.sources import Source
from guangyue.alerts.models.warnings import Warning
from guangyue.alerts.reduction.instructions import Instruction
from guangyue.alerts.reduction.proof import Emitted
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.kit.check_codes import new_check_code

CODE_LENGTH = 12
"""Nobody guesses one: whoever has it has the card."""


def new_order_code() -> str:
    return new_check_code(CODE_LENGTH)


class Readable(DjangoJSONEncoder):
    """Chinese as it is written: shorter, and sooner told to the database."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False})


class OrderQuerySet(models.QuerySet["Order"]):
    def of(self, warning: Warning) -> "OrderQuerySet":
        return self.filter(warning=warning)

    def of_account(self, person: User) -> "OrderQuerySet":
        return self.filter(source__in=Source.objects.of_account(person))

    def open(self) -> "OrderQuerySet":
        """Those that must be followed now, or from their start on."""
        return self.filter(ended_at=None)

    def received(self) -> "OrderQuerySet":
        return self.filter(received_at__isnull=False)

    def unreceived(self) -> "OrderQuerySet":
        return self.filter(received_at=None)

    def to_chase(self, *, written_before: datetime) -> "OrderQuerySet":
        """Open for so long, and nobody has said that it arrived, nor been asked again."""
        return self.open().unreceived().filter(chased_at=None, written_at__lte=written_before)

    def counted(self) -> dict[str, int]:
        """How many there are, how many of them are known, were shown to be done, and were looked at."""
        return self.aggregate(
            orders=Count("pk", distinct=True),
            received=Count("pk", filter=Q(received_at__isnull=False), distinct=True),
            proven=Count("proofs__order", distinct=True),
            checked=Count("checks__order", distinct=True),
        )

    def within(self, scope: Scope) -> "OrderQuerySet":
        return self.filter(scope.rows(region="source__region_id"))


class Order(models.Model):
    """指令 of one warning to one source: its measures stand here as they were told, each with its clause."""

    class How(models.TextChoices):
        PAGE = "page", "本人签收"
        CARD = "card", "凭卡签收"
        CALL = "call", "电话告知"

    warning = models.ForeignKey(
        "alerts.Warning", models.PROTECT, db_index=False, related_name="orders", verbose_name="预警"
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="orders", verbose_name="清单对象")
    code = models.CharField("指令码", max_length=CODE_LENGTH, unique=True, default=new_order_code)
    measures = models.JSONField("措施", encoder=Readable)  # [Instruction, …]
    version = models.PositiveSmallIntegerField("版次", default=1)
    exercise = models.BooleanField("演练", default=False)
    written_at = models.DateTimeField("下达时间")
    starts_at = models.DateTimeField("开始执行")
    ended_at = models.DateTimeField("终止时间", null=True)
    received_at = models.DateTimeField("签收时间", null=True)
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="签收登记人"
    )
    received_how = models.CharField("签收方式", max_length=8, choices=How, blank=True)
    receiver = models.CharField("签收人", max_length=50, blank=True)
    chased_at = models.DateTimeField("催办时间", null=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = "减排指令"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["warning", "source"], name="one_order_of_a_warning_and_source"),
            models.CheckConstraint(
                condition=Q(received_at=None, received_how="")
                | (Q(received_at__isnull=False) & ~Q(received_how="")),
                name="what_was_received_says_how",
            ),
        )
        indexes = (
            models.Index(
                fields=["written_at"],
                condition=Q(ended_at=None, received_at=None, chased_at=None),
                name="orders_to_chase",
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:order", args=[self.code])

    @property
    def instructions(self) -> Sequence[Instruction]:
        return [Instruction(**measure) for measure in self.measures]

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    def has_begun(self, *, at: datetime) -> bool:
        return self.starts_at <= at


class FormerText(models.Model):
    """原指令: what an order said before it was written anew, and why it was. Rows are only added."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="former_texts", verbose_name="指令")
    version = models.PositiveSmallIntegerField("版次")
    measures = models.JSONField("措施", encoder=Readable)
    received_at = models.DateTimeField("签收时间", null=True)
    until = models.DateTimeField("改写时间")
    reason = models.CharField("改写原因", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="改写人")

    class Meta:
        verbose_name = "原指令"
        ordering = ("order", "-version")
        constraints = (
            models.UniqueConstraint(fields=["order", "version"], name="one_former_text_of_a_version"),
        )

    @property
    def instructions(self) -> Sequence[Instruction]:
        return [Instruction(**measure) for measure in self.measures]


class Proof(models.Model):
    """减排佐证: a photograph, or what the monitor on the stack says. Rows are only added."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="proofs", verbose_name="指令")
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="照片")
    emitted = models.CharField(
        "污染物", max_length=8, choices=[(one.name, one.value) for one in Emitted], blank=True
    )
    concentration = models.DecimalField("CEMS 浓度（毫克/立方米）", max_digits=8, decimal_places=2, null=True)
    measured_at = models.DateTimeField("拍摄或者测量时间")
    said = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="提交人")
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "减排佐证"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(file__isnull=False, emitted="", concentration=None)
                | (Q(file=None, concentration__gte=0) & ~Q(emitted="")),
                name="a_proof_is_a_picture_or_a_reading",
            ),
            models.CheckConstraint(
                condition=Q(measured_at__lte=F("at")), name="nothing_is_proven_ahead_of_time"
            ),
        )


class OrderCheckQuerySet(models.QuerySet["OrderCheck"]):
    def failed(self) -> "OrderCheckQuerySet":
        """问责线索: where not all was done that had to be."""
        return self.exclude(finding=OrderCheck.Finding.DONE)

    def to_hand_over(self) -> "OrderCheckQuerySet":
        return self.failed().filter(handed_at=None, order__exercise=False)

    def within(self, scope: Scope) -> "OrderCheckQuerySet":
        return self.filter(scope.rows(region="order__source__region_id"))


class OrderCheck(models.Model):
    """现场督导: what an official saw there. What was not done is fed back to those who call to account."""

    class Finding(models.TextChoices):
        DONE = "done", "措施落实"
        PARTLY = "partly", "部分落实"
        NOT_DONE = "not_done", "没有落实"
        HIDDEN = "hidden", "偷排偷放"

    order = models.ForeignKey(Order, models.PROTECT, related_name="checks", verbose_name="指令")
    finding = models.CharField("检查结果", max_length=8, choices=Finding)
    said = models.CharField("检查情况", max_length=500, blank=True)
    photo = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="照片")
    checked_at = models.DateTimeField("检查时间")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="检查人")
    at = models.DateTimeField("登记时间")
    handed_at = models.DateTimeField("反馈问责组时间", null=True)
    handed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="反馈人")

    objects = OrderCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "现场督导"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(finding="done") | ~Q(said=""), name="what_was_not_done_is_described"
            ),
            models.CheckConstraint(
                condition=~Q(finding="done") | Q(handed_at=None), name="only_failures_are_handed_over"
            ),
            models.CheckConstraint(
                condition=Q(checked_at__lte=F("at")), name="nothing_is_checked_ahead_of_time"
            ),
        )

    @property
    def is_failure(self) -> bool:
        return self.finding != self.Finding.DONE
