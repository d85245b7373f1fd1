"""一件事办件: one number, one receipt and one due date around the cases of its matters."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.models.themes import Theme, ThemeVersion
from guangyue.bundles.standing import Standing
from guangyue.cases.models import Case
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_name
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm, Person

STANDINGS = [(one.name, one.value) for one in Standing]


class BundleCaseQuerySet(models.QuerySet["BundleCase"]):
    def handed_in(self) -> "BundleCaseQuerySet":
        return self.exclude(state=BundleCase.State.DRAFT)

    def under_way(self) -> "BundleCaseQuerySet":
        """Handed in, and not decided as a whole."""
        return self.handed_in().filter(decided_at=None)

    def overdue(self, at: datetime) -> "BundleCaseQuerySet":
        return self.filter(due__lt=at, decided_at=None)

    def half_taken(self, by: User) -> "BundleCaseQuerySet":
        """收了一半的: begun at the counter by this clerk, and not handed in."""
        return self.filter(received_by=by, state=BundleCase.State.DRAFT)

    def seen_by(self, official: User, *, scope: Scope) -> "BundleCaseQuerySet":
        """Those within reach, and what he received himself for another place."""
        return self.within(scope) | self.filter(received_by=official)

    def within(self, scope: Scope) -> "BundleCaseQuerySet":
        """Those of the regions covered, and those in which one's organisation has a part."""
        mine = scope.rows(region="case__region_id", organisation="case__unit_id")
        return self.filter(
            scope.rows(region="region_id", organisation="theme__lead_id")
            | Q(pk__in=BundlePart.objects.filter(mine).values("bundle"))
        )


class BundleCase(models.Model):
    """一件事办件: bound to the version of the theme under which it was begun.

    `plan` are the working days that the longest way through its matters takes; `due` none while what lies on
    that way stands still; `used_days` those on which at least one of its cases really ran.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "填写"
        RECEIVED = "received", "已收件"
        UNDER_WAY = "under_way", "办理中"
        DECIDED = "decided", "待出件"
        FINISHED = "finished", "已办结"

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    number = models.CharField("编号", max_length=24, blank=True)
    check_code = models.CharField("查询码", max_length=8, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="cases", verbose_name="主题")
    version = models.ForeignKey(ThemeVersion, models.PROTECT, related_name="+", verbose_name="主题版本")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="受理地区")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+")
    applicant_name = models.CharField("申请人", max_length=200)
    applicant_number = models.CharField("证件号码", max_length=40, blank=True)  # of whom no register knows
    situation = models.JSONField("情形的回答", default=dict)
    answers = models.JSONField("表单", default=dict)
    sources = models.JSONField("表单的来源", default=dict)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    channel = models.CharField("渠道", max_length=10, choices=Case.Channel, default=Case.Channel.ONLINE)
    delivery = models.CharField(
        "取件方式", max_length=10, choices=Case.Delivery, default=Case.Delivery.ELECTRONIC
    )
    early = models.BooleanField("先办好的先送达", default=False)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="收件人")
    opened_at = models.DateTimeField("填写时间")
    handed_in_at = models.DateTimeField("提交时间", null=True)
    accepted_at = models.DateTimeField("受理时间", null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="受理人")
    plan = models.PositiveSmallIntegerField("承诺工作日", default=0)
    due = models.DateTimeField("到期", null=True)
    decided_at = models.DateTimeField("全部决定时间", null=True)
    used_days = models.PositiveSmallIntegerField("实际工作日", null=True)  # of the whole chain, once decided
    finished_at = models.DateTimeField("办结时间", null=True)

    objects = BundleCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "一件事办件"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="no_bundle_number_twice"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(number=""), name="a_bundle_handed_in_has_a_number"
            ),
        )
        indexes = (
            models.Index(fields=["region", "state", "-id"], name="bundles_of_region"),
            models.Index(fields=["theme", "decided_at"], name="bundles_decided"),
            models.Index(
                fields=["due"], condition=Q(due__isnull=False, decided_at=None), name="bundles_that_run"
            ),
        )

    def __str__(self) -> str:
        return self.number or "草稿"

    def get_absolute_url(self) -> str:
        return reverse("bundles:desk_bundle", args=[self.number])

    @property
    def masked_name(self) -> str:
        return self.applicant_name if self.firm_id else mask_name(self.applicant_name)


class BundlePart(models.Model):
    """一件事里的事项: its case once it has begun, and where it stands for those that wait for it."""

    bundle = models.ForeignKey(BundleCase, models.PROTECT, related_name="parts")
    matter = models.CharField("事项", max_length=40)
    title = models.CharField("名称", max_length=200)
    variant = models.CharField("办理情形", max_length=60)
    after = models.JSONField("在谁之后", default=list)
    days = models.PositiveSmallIntegerField("承诺工作日")
    instead = models.JSONField("不用交的材料", default=dict)  # code → from whom it is had
    late_start = models.BooleanField("补齐材料以后才开始", default=False)
    standing = models.CharField("状态", max_length=10, choices=STANDINGS, default=Standing.WAITING.name)
    barred = models.CharField("没有能开始的原因", max_length=200, blank=True)  # of one that is ready
    case = models.OneToOneField(Case, models.PROTECT, null=True, related_name="+", verbose_name="办件")

    class Meta:
        verbose_name = "一件事的事项"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["bundle", "matter"], name="a_matter_once_in_a_bundle"),
        )

    @property
    def stands(self) -> Standing:
        return Standing[self.standing]


class BundlePaperQuerySet(models.QuerySet["BundlePaper"]):
    def missing(self) -> "BundlePaperQuerySet":
        return self.filter(supplied_at=None)

    def lacking(self) -> "BundlePaperQuerySet":
        """Neither there nor promised."""
        return self.missing().filter(promised_on=None)

    def owed(self) -> "BundlePaperQuerySet":
        """容缺: promised, and not there yet."""
        return self.missing().exclude(promised_on=None)


class BundlePaper(models.Model):
    """一套材料: one of the merged materials, handed in once for all the matters that need it."""

    bundle = models.ForeignKey(BundleCase, models.PROTECT, related_name="papers")
    code = models.CharField("材料编码", max_length=60)
    title = models.CharField("材料名称", max_length=200)
    deferrable = models.BooleanField("可容缺", default=False)
    promised_on = models.DateField("容缺承诺日", null=True)
    supplied_at = models.DateTimeField("取得时间", null=True)
    on_paper = models.BooleanField("收到纸质件", default=False)
    mark = models.CharField("窗口的标记", max_length=10, blank=True)  # as the clerk ticked it off

    objects = BundlePaperQuerySet.as_manager()

    class Meta:
        verbose_name = "一件事的材料"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["bundle", "code"], name="a_material_once_in_a_bundle"),
        )

    def __str__(self) -> str:
        return self.title


class BundleFile(models.Model):
    """一件事的附件."""

    paper = models.ForeignKey(BundlePaper, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("提交时间")
    taken_out_at = models.DateTimeField("撤下时间", null=True)

    class Meta:
        verbose_name = "一件事的附件"
        ordering = ("id",)


class CombinedDecision(models.Model):
    """综合决定书: what became of each matter, with remedies, in one letter; frozen when it is issued."""

    bundle = models.OneToOneField(BundleCase, models.PROTECT, related_name="decision")
    number = models.CharField("文号", max_length=24, unique=True)
    issuer = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="牵头部门")
    content = models.JSONField("内容")
    hash = models.CharField("校验值", max_length=64)
    issued_at = models.DateTimeField("出具时间")

    class Meta:
        verbose_name = "综合决定书"
