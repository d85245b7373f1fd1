"""预警: what was sent, what the counties and the media did about it, and how it ended."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models.sheets import Sheet
from guangyue.alerts.plans import Level
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region


class WarningQuerySet(models.QuerySet["Warning"]):
    def in_force(self, *, exercise: bool = False) -> "WarningQuerySet":
        """One at most: the database lets no second one begin."""
        return self.filter(state=Warning.State.IN_FORCE, exercise=exercise)

    def real(self) -> "WarningQuerySet":
        return self.filter(exercise=False)

    def responding(self) -> "WarningQuerySet":
        """Those that somebody must act upon; a hint only says how things are."""
        return self.filter(responds=True)

    def ended(self) -> "WarningQuerySet":
        """Lifted, and not taken over by one of another level."""
        return self.filter(state=Warning.State.LIFTED)


class Warning(models.Model):
    """预警: in force from its publication until it is lifted, or until one of another level takes its place.

    An exercise goes the same road beside it, with numbers of its own.
    """

    class Origin(models.TextChoices):
        CITY = "city", "市"
        PROVINCE = "province", "省"
        MINISTRY = "ministry", "生态环境部"

    class State(models.TextChoices):
        IN_FORCE = "in_force", "生效中"
        SUPERSEDED = "superseded", "已调整"
        LIFTED = "lifted", "已解除"

    number = models.CharField("预警编号", max_length=24, unique=True)
    level_key = models.CharField("预警级别", max_length=10)
    responds = models.BooleanField("启动应急响应", default=True)
    origin = models.CharField("来源", max_length=10, choices=Origin, default=Origin.CITY)
    exercise = models.BooleanField("演练", default=False)
    sheet = models.OneToOneField(
        Sheet, models.PROTECT, related_name="published_as", verbose_name="发布（调整）审批表"
    )
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by", verbose_name="调整自"
    )
    state = models.CharField("状态", max_length=12, choices=State, default=State.IN_FORCE)
    published_at = models.DateTimeField("发布时间")
    starts_at = models.DateTimeField("响应开始")
    predicted_start = models.DateTimeField("预计污染开始")
    predicted_end = models.DateTimeField("预计污染结束")
    ends_at = models.DateTimeField("已公布的解除时间", null=True)
    ended_at = models.DateTimeField("响应结束", null=True)
    lifted_by = models.OneToOneField(
        Sheet, models.PROTECT, null=True, related_name="lifts", verbose_name="解除审批表"
    )

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = "预警"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["exercise"], condition=Q(state="in_force"), name="one_warning_in_force"
            ),
            models.CheckConstraint(
                condition=Q(state="in_force", ended_at=None)
                | (~Q(state="in_force") & Q(ended_at__gte=F("starts_at"))),
                name="a_warning_that_ended_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="lifted", responds=True) | Q(lifted_by__isnull=False),
                name="a_response_is_lifted_by_a_sheet",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("alerts:warning", args=[self.number])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)

    @property
    def is_in_force(self) -> bool:
        return self.state == self.State.IN_FORCE


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def unnotified(self) -> "ReceiptQuerySet":
        return self.filter(notified_at=None)

    def within(self, scope: Scope) -> "ReceiptQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Receipt(models.Model):
    """县（市、区）签收: that the county has the warning, and that its departments have been told."""

    warning = models.ForeignKey(
        Warning, models.PROTECT, db_index=False, related_name="receipts", verbose_name="预警"
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    received_at = models.DateTimeField("签收时间", null=True)
    signer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="签收人")
    notified_at = models.DateTimeField("通知部门时间", null=True)
    departments = ArrayField(models.CharField(max_length=60), default=list, verbose_name="已通知的部门")

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = "预警签收"
        ordering = ("warning", "region")
        constraints = (
            models.UniqueConstraint(fields=["warning", "region"], name="a_county_receives_a_warning_once"),
            models.CheckConstraint(
                condition=Q(notified_at=None) | Q(notified_at__gte=F("received_at")),
                name="a_county_receives_before_it_notifies",
            ),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.warning}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:receipt", args=[self.pk])


class Publicity(models.Model):
    """向社会公布: through which medium, when, and what was said."""

    class Channel(models.TextChoices):
        PRESS = "press", "报刊"
        RADIO = "radio", "广播"
        TELEVISION = "television", "电视"
        NETWORK = "network", "网络"
        MOBILE = "mobile", "移动通讯"

    warning = models.ForeignKey(Warning, models.PROTECT, related_name="publicity", verbose_name="预警")
    channel = models.CharField("媒体", max_length=12, choices=Channel)
    outlet = models.CharField("媒体名称", max_length=60)
    text = models.CharField("内容摘要", max_length=500)
    published_at = models.DateTimeField("公布时间")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "向社会公布的记录"
        ordering = ("published_at", "id")
