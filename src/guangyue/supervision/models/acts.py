"""监管行为: what was done, once for each source and number; each form it came in; what was sent back."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_id_number, mask_name
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm, Place
from guangyue.supervision.declaration import SubjectKind
from guangyue.supervision.models.catalogue import ITEM_KINDS, SupervisionItem

SUBJECT_KINDS = [(one.name, one.value) for one in SubjectKind]


class SupervisionActQuerySet(models.QuerySet["SupervisionAct"]):
    def within(self, scope: Scope) -> "SupervisionActQuerySet":
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))

    def between(self, since: date, until: date) -> "SupervisionActQuerySet":
        """Both days included."""
        return self.filter(day__range=(since, until))

    def late(self) -> "SupervisionActQuerySet":
        """Sent after the day by which they were to be sent."""
        return self.filter(sent_on__gt=F("due"))

    def of_subject(self, subject: str) -> "SupervisionActQuerySet":
        return self.filter(subject=subject)

    def of_project(self, project: str) -> "SupervisionActQuerySet":
        return self.filter(project=project)

    def to_export(self) -> "SupervisionActQuerySet":
        """What the province has not got as it is now."""
        return self.filter(exported__lt=F("revision"))


class SupervisionAct(models.Model):
    """监管行为: as it was last sent. `revision` counts the forms it came in, `exported` is the one that the
    province has."""

    source = models.SlugField("来源系统", max_length=60)
    source_id = models.CharField("来源编号", max_length=80)
    item = models.ForeignKey(
        SupervisionItem, models.PROTECT, db_index=False, related_name="acts", verbose_name="监管事项"
    )
    office = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="监管部门"
    )
    kind = models.CharField("监管方式", max_length=10, choices=ITEM_KINDS)
    day = models.DateField("监管日期")
    subject_kind = models.CharField("对象类别", max_length=8, choices=SUBJECT_KINDS)
    subject = models.CharField("对象标识", max_length=18)
    subject_name = models.CharField("对象名称", max_length=200, blank=True)
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+", verbose_name="经营主体")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", verbose_name="场所")
    officers = models.CharField("执法人员", max_length=100, blank=True)
    result = models.CharField("结果", max_length=500)
    paper = models.CharField("文书文号", max_length=60, blank=True)
    batch = models.CharField("抽查批次", max_length=60, blank=True)
    ground = models.CharField("抽查以外的理由", max_length=300, blank=True)
    project = models.CharField("工程项目代码", max_length=40, blank=True)
    received_at = models.DateTimeField("收到时间")
    changed_at = models.DateTimeField("更新时间")
    sent_on = models.DateField("报送日期")
    due = models.DateField("应报送日期")
    fingerprint = models.CharField("内容指纹", max_length=64)
    revision = models.PositiveSmallIntegerField("报送次数", default=1)
    exported = models.PositiveSmallIntegerField("已报省的次数", default=0)

    objects = SupervisionActQuerySet.as_manager()

    class Meta:
        verbose_name = "监管行为"
        constraints = (
            models.UniqueConstraint(fields=["source", "source_id"], name="an_act_is_stored_once"),
            models.CheckConstraint(condition=~Q(subject=""), name="an_act_has_a_subject"),
            models.CheckConstraint(
                condition=~Q(kind="INSPECTION") | ~Q(batch="") | ~Q(ground=""),
                name="outside_a_draw_only_with_a_ground",
            ),
        )
        indexes = (
            models.Index(fields=["day", "id"], name="acts_by_day"),
            models.Index(fields=["office", "day", "id"], name="acts_of_office"),
            models.Index(fields=["item", "day", "id"], name="acts_of_item"),
            models.Index(fields=["subject", "day", "id"], name="acts_of_subject"),
            models.Index(fields=["project", "id"], condition=~Q(project=""), name="acts_of_project"),
            models.Index(fields=["id"], condition=Q(exported__lt=F("revision")), name="acts_to_export"),
        )

    def __str__(self) -> str:
        return f"{self.item.name}（{self.shown_name}）"

    def get_absolute_url(self) -> str:
        return reverse("supervision:act", args=[self.pk])

    @property
    def of_a_person(self) -> bool:
        return self.subject_kind == SubjectKind.PERSON.name

    @property
    def shown_name(self) -> str:
        if self.of_a_person:
            return mask_name(self.subject_name) or self.shown_subject
        return self.subject_name or self.subject

    @property
    def shown_subject(self) -> str:
        return mask_id_number(self.subject) if self.of_a_person else self.subject

    @property
    def is_late(self) -> bool:
        return self.sent_on > self.due


class ActRevision(models.Model):
    """报送: one form in which an act came, kept as it was; rows are only added."""

    act = models.ForeignKey(SupervisionAct, models.PROTECT, related_name="revisions", verbose_name="监管行为")
    number = models.PositiveSmallIntegerField("第几次")
    content = models.JSONField("内容")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")
    at = models.DateTimeField("收到时间")

    class Meta:
        verbose_name = "监管行为报送"
        ordering = ("act", "number")
        constraints = (
            models.UniqueConstraint(fields=["act", "number"], name="one_form_of_an_act_of_a_number"),
        )


class RejectedActQuerySet(models.QuerySet["RejectedAct"]):
    def within(self, scope: Scope) -> "RejectedActQuerySet":
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))

    def open(self) -> "RejectedActQuerySet":
        """Not sent again in a form that could be taken."""
        return self.filter(settled_at=None)


class RejectedAct(models.Model):
    """退回: an act that could not be taken, and why; one row however often it comes, until it is mended."""

    source = models.SlugField("来源系统", max_length=60)
    source_id = models.CharField("来源编号", max_length=80, blank=True)
    office = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="监管部门"
    )
    content = models.JSONField("内容")  # of a person without who it is
    field = models.CharField("有误的项", max_length=30, blank=True)
    reason = models.CharField("退回理由", max_length=300)
    times = models.PositiveIntegerField("次数", default=1)
    at = models.DateTimeField("最近一次退回")
    settled_at = models.DateTimeField("改正后收到", null=True)

    objects = RejectedActQuerySet.as_manager()

    class Meta:
        verbose_name = "监管行为退回"
        constraints = (
            models.UniqueConstraint(
                fields=["source", "source_id"],
                condition=Q(settled_at=None),
                name="one_open_rejection_of_an_act",
            ),
        )
        indexes = (
            models.Index(fields=["office", "-at"], condition=Q(settled_at=None), name="rejections_open"),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.source_id}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:rejection", args=[self.pk])
