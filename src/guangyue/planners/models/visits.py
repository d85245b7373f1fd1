"""到片区服务: planned, made, written down."""

from datetime import date
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.planners.models.people import Group, reached
from guangyue.planners.pilot import Work
from guangyue.planners.reckoning import Visited

WORKS = [(one.name, one.value) for one in Work]
MOST_HOURS = Decimal(24)


class AreaVisitQuerySet(models.QuerySet["Visit"]):
    def within(self, scope: Scope) -> "AreaVisitQuerySet":
        return self.filter(reached(scope, "group__area__"))

    def made(self) -> "AreaVisitQuerySet":
        """Those that count."""
        return self.filter(state__in=(Visit.State.DONE, Visit.State.NOTED))

    def between(self, since: date, until: date) -> "AreaVisitQuerySet":
        return self.filter(day__range=(since, until))

    def planned_by(self, user: User) -> "AreaVisitQuerySet":
        groups = Group.objects.of(user)
        return self.filter(state=Visit.State.PLANNED, group__in=groups)


class Visit(models.Model):
    """到片区: a day of a group in its area; what was withdrawn stays, and counts for nothing."""

    class State(models.TextChoices):
        PLANNED = "planned", "已安排"
        DONE = "done", "已到片区"
        NOTED = "noted", "已写记录"
        WITHDRAWN = "withdrawn", "已撤销"

    group = models.ForeignKey(Group, models.PROTECT, related_name="visits", verbose_name="小组")
    day = models.DateField("日期")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PLANNED)
    hours = models.DecimalField("时数", max_digits=4, decimal_places=1, null=True)
    talked = models.BooleanField("与主要负责同志当面交流", default=False)
    chief = models.CharField("交流对象", max_length=60, blank=True)
    works = ArrayField(models.CharField(max_length=10, choices=WORKS), default=list, verbose_name="工作内容")
    purpose = models.CharField("事由", max_length=200, blank=True)
    note = models.TextField("记录", max_length=4000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    withdrawn_because = models.CharField("撤销理由", max_length=200, blank=True)

    objects = AreaVisitQuerySet.as_manager()

    class Meta:
        verbose_name = "到片区服务"
        ordering = ("-day", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=24), name="a_visit_fits_into_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("done", "noted")) | Q(hours__isnull=False),
                name="a_visit_made_has_its_hours",
            ),
            models.CheckConstraint(condition=Q(talked=False) | ~Q(chief=""), name="a_talk_was_with_somebody"),
        )
        indexes = (models.Index(fields=["group", "day"], name="visits_of_group"),)

    def __str__(self) -> str:
        return f"{self.group} {self.day}"

    def get_absolute_url(self) -> str:
        return reverse("planners:visit", args=[self.pk])

    @property
    def is_made(self) -> bool:
        return self.state in (self.State.DONE, self.State.NOTED)

    @property
    def no_talk(self) -> bool:
        return self.is_made and not self.talked

    @property
    def works_said(self) -> str:
        return "、".join(Work[name].value for name in self.works)

    @property
    def visited(self) -> Visited:
        assert self.hours is not None
        return Visited(self.day, self.hours, self.talked)


class VisitPhoto(models.Model):
    """服务照片: cleaned of what the camera wrote beside it."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="photos", verbose_name="到片区服务")
    file = models.ForeignKey(File, models.PROTECT, related_name="+", verbose_name="照片")

    class Meta:
        verbose_name = "服务照片"
        ordering = ("visit", "id")
