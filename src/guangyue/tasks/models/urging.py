"""催办、督办 and 调整: what is urged of a unit, and what is changed of an assignment, on a ground."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation
from guangyue.tasks.models.assignments import Assignment
from guangyue.tasks.models.documents import TaskDocument
from guangyue.tasks.models.reports import OwedReport


class ProdQuerySet(models.QuerySet["Prod"]):
    def within(self, scope: Scope) -> "ProdQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))

    def unanswered(self) -> "ProdQuerySet":
        return self.filter(answered_at=None)

    def late(self, on: date) -> "ProdQuerySet":
        return self.unanswered().filter(answer_by__lt=on)


class Prod(models.Model):
    """催办、督办: of an assignment, or of a report that is owed. A 督办单 is somebody's decision and says on
    which clause; what is merely late is urged by itself."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", "催办"
        ORDER = "order", "督办"

    kind = models.CharField("种类", max_length=8, choices=Kind)
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, null=True, related_name="prods", verbose_name="督查事项"
    )
    owed = models.ForeignKey(
        OwedReport, models.PROTECT, null=True, related_name="prods", verbose_name="应报季报"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="单位"
    )
    reason = models.CharField("事由", max_length=300)
    clause = models.CharField("依据", max_length=120, blank=True)
    answer_by = models.DateField("答复期限")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    answer = models.CharField("答复", max_length=1000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = ProdQuerySet.as_manager()

    class Meta:
        verbose_name = "催办督办"
        constraints = (
            models.CheckConstraint(
                condition=Q(assignment=None) ^ Q(owed=None), name="a_prod_is_about_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(kind="reminder") | Q(by__isnull=False) & ~Q(clause=""),
                name="an_order_is_decided_on_a_clause",
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "-id"], name="prods_of_unit"),
            models.Index(fields=["answer_by"], condition=Q(answered_at=None), name="prods_unanswered"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.assignment or self.owed}"

    def get_absolute_url(self) -> str:
        return reverse("tasks:prod", args=[self.pk])


class DeadlineChangeQuerySet(models.QuerySet["DeadlineChange"]):
    def waiting(self) -> "DeadlineChangeQuerySet":
        return self.filter(decided_at=None)


class DeadlineChange(models.Model):
    """时限调整 and 终止: asked for on a ground by one, decided by another; without a new day it ends the
    assignment."""

    assignment = models.ForeignKey(
        Assignment, models.PROTECT, related_name="changes", verbose_name="督查事项"
    )
    former = models.DateField("原时限", null=True)
    to = models.DateField("新时限", null=True)
    ends = models.BooleanField("终止", default=False)
    ground = models.CharField("依据", max_length=500)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_at = models.DateTimeField("申请时间")
    approved = models.BooleanField("批准", null=True)
    said = models.CharField("批示", max_length=300, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="批准人")
    decided_at = models.DateTimeField("批准时间", null=True)

    objects = DeadlineChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "时限调整"
        ordering = ("assignment", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(ground=""), name="a_change_has_a_ground"),
            models.CheckConstraint(condition=Q(ends=True) ^ Q(to__isnull=False), name="changed_or_ended"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                name="changes_are_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, approved=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False, approved__isnull=False),
                name="a_decision_is_somebodys",
            ),
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(decided_at=None), name="one_open_change_of_an_assignment"
            ),
        )


class CalendarFeed(models.Model):
    """日历订阅: the address under which a unit's calendar is read, for whoever knows it; renewed, the former
    one leads nowhere."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    token = models.UUIDField("地址", default=uuid4, unique=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="开通人")
    at = models.DateTimeField("开通时间")

    class Meta:
        verbose_name = "日历订阅"


class TaskTally(models.Model):
    """督查汇总: how the assignments for which a unit answers stand in a document, counted anew whenever one
    of them changes and every night."""

    document = models.ForeignKey(
        TaskDocument, models.CASCADE, db_index=False, related_name="tallies", verbose_name="文件"
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name="单位")
    total = models.PositiveIntegerField("事项")
    done = models.PositiveIntegerField("已销号")
    on_track = models.PositiveIntegerField("按期推进")
    behind = models.PositiveIntegerField("滞后或者临期")
    overdue = models.PositiveIntegerField("逾期")
    on = models.DateField("截至")

    class Meta:
        verbose_name = "督查汇总"
        constraints = (
            models.UniqueConstraint(fields=["document", "organisation"], name="one_tally_of_a_unit"),
        )
