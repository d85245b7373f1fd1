"""立法项目, where it stands, and every move it made."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.legislation.kinds import Category, RuleKind
from guangyue.legislation.models.plans import LegislativePlan
from guangyue.legislation.roads import BEFORE_REVIEW, OVER, Hand, ProjectState, Stage, stages, title_of
from guangyue.legislation.timing import Kept, kept
from guangyue.organisations.models import Organisation


class LawProjectQuerySet(models.QuerySet["LawProject"]):
    def within(self, scope: Scope) -> "LawProjectQuerySet":
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))

    def under_way(self) -> "LawProjectQuerySet":
        return self.exclude(state__in=OVER)

    def overdue(self, on: date) -> "LawProjectQuerySet":
        """逾期: a day was set, and it has passed."""
        return self.under_way().filter(due__lt=on)

    def short_of_time(self, latest_due: date) -> "LawProjectQuerySet":
        """Not yet sent for review, and due so soon that review and approval have less than their time."""
        return self.filter(state__in=BEFORE_REVIEW, due__lte=latest_due)

    def kept_in_time(self) -> "LawProjectQuerySet":
        return self.filter(done_on__lte=F("due"))


class LawProject(models.Model):
    """立法项目: one regulation or rule on its way."""

    number = models.CharField("编号", max_length=24, unique=True)
    name = models.CharField("名称", max_length=120, unique=True)
    kind = models.CharField("项目种类", max_length=12, choices=RuleKind)
    category = models.CharField("项目类别", max_length=10, choices=Category)
    plan = models.ForeignKey(LegislativePlan, models.PROTECT, related_name="projects", verbose_name="计划")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="起草单位")
    due = models.DateField("完成时限", null=True)
    serves = ClauseField("服务的文件", null=True)
    ground = models.CharField("立项缘由", max_length=300, blank=True)
    state = models.CharField("状态", max_length=14, choices=ProjectState, default=ProjectState.LISTED)
    done_on = models.DateField("完成日期", null=True)  # published, or submitted to the people's congress

    objects = LawProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "立法项目"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=("published", "in_force", "submitted")) | Q(done_on__isnull=False),
                name="what_is_done_says_since_when",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "id"], name="projects_of_unit"),
            models.Index(fields=["due", "id"], name="projects_by_due"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("legislation:project", args=[self.number])

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def studied(self) -> bool:
        return self.category == Category.STUDY

    @property
    def road(self) -> list[Stage]:
        return stages(self.state, self.kind, studied=self.studied)

    def kept(self, on: date) -> Kept:
        """Whether it keeps its day; what was dropped owes nothing."""
        if self.state == ProjectState.CANCELLED:
            return Kept(None)
        return kept(self.due, self.done_on, on=on)


class ProjectMove(models.Model):
    """立法经过: one move of a project, by whom, when, and the record that it rests on; only ever added."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="moves")
    source = models.CharField("从", max_length=14, choices=ProjectState)
    target = models.CharField("到", max_length=14, choices=ProjectState)
    what = models.CharField("办理", max_length=40)
    hand = models.CharField("由谁办理", max_length=10, choices=Hand)
    on = models.DateField("日期")
    record = models.CharField("记录", max_length=200, blank=True)  # meeting, order, letter
    said = models.CharField("说明", max_length=2000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "立法经过"
        ordering = ("id",)

    @property
    def title(self) -> str:
        return title_of(self.what)
