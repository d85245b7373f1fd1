"""个案线索: what was reported of one unit, and what came of it at once."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.kinds import SOURCES
from guangyue.inspections.models.plans import PlanRevision
from guangyue.inspections.models.pools import Subject
from guangyue.kit.access import Scope
from guangyue.kit.masks import mask_phone
from guangyue.organisations.models import Organisation


class ClueQuerySet(models.QuerySet["Clue"]):
    def open(self) -> "ClueQuerySet":
        return self.filter(outcome="")

    def within(self, scope: Scope) -> "ClueQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Clue(models.Model):
    """线索: looked into at once and outside of the draw; who reported it is never shown."""

    class Outcome(models.TextChoices):
        CLOSED = "closed", "查无问题，结束"
        CASE_FILED = "case", "立案查处"
        SPECIAL = "special", "转专项检查"

    number = models.CharField("线索编号", max_length=24, unique=True)
    source = models.CharField("来源", max_length=12, choices=SOURCES)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="承办单位"
    )
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="clues", verbose_name="检查对象"
    )
    text = models.CharField("线索内容", max_length=1000)
    reporter = models.CharField("反映人", max_length=50, blank=True)
    phone = models.CharField("反映人电话", max_length=20, blank=True)
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    received_at = models.DateTimeField("收到时间")
    started_at = models.DateTimeField("开始检查时间", null=True)
    outcome = models.CharField("结果", max_length=10, choices=Outcome, blank=True)
    case_number = models.CharField("案件编号", max_length=60, blank=True)
    revision = models.ForeignKey(
        PlanRevision, models.PROTECT, null=True, related_name="clues", verbose_name="计划调整"
    )
    said = models.CharField("处理情况", max_length=500, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True)

    objects = ClueQuerySet.as_manager()

    class Meta:
        verbose_name = "个案线索"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(outcome="case") | ~Q(case_number=""), name="a_filed_case_has_its_number"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="special") | Q(revision__isnull=False),
                name="special_checks_stand_in_the_plan",
            ),
        )
        indexes = (models.Index(fields=["organisation", "-id"], name="clues_of_organisation"),)

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("inspections:clue", args=[self.number])

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)
