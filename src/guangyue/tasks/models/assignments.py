"""督查事项: the unit of supervision, who holds it in which role, and the road it has travelled."""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation
from guangyue.tasks.models.documents import Task, TaskDocument
from guangyue.tasks.states import OPEN, OVER, DueKind, Light, Role, State

STATES = [(one.name, one.value) for one in State]
ROLES = [(one.name, one.value) for one in Role]
DUE_KINDS = [(one.name, one.value) for one in DueKind]
IS_OPEN = Q(state__in=OPEN)


def in_light(light: Light, on: date, *, of: str = "") -> Q:
    """Which assignments show it on a day: read from their dates, so that no night has to turn it. `of` leads
    to the assignment from another row."""
    if light is Light.GREY:
        return Q(**{f"{of}state__in": OVER})
    is_open, due, yellow = Q(**{f"{of}state__in": OPEN}), f"{of}due_on", f"{of}yellow_on"
    if light is Light.RED:
        return is_open & Q(**{f"{due}__lt": on})
    in_time = is_open & (Q(**{f"{due}__gte": on}) | Q(**{due: None}))
    if light is Light.YELLOW:
        return in_time & Q(**{f"{yellow}__lte": on})
    return in_time & (Q(**{f"{yellow}__gt": on}) | Q(**{yellow: None}))


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def within(self, scope: Scope) -> "AssignmentQuerySet":
        """Those that a unit within reach holds, in whatever role."""
        if scope.everywhere:
            return self
        held = AssignmentUnit.objects.within(scope).filter(assignment=OuterRef("pk"))
        return self.filter(Exists(held))

    def printed(self) -> "AssignmentQuerySet":
        """As the document has them, without what units have divided further."""
        return self.filter(parent=None)

    def open(self) -> "AssignmentQuerySet":
        return self.filter(IS_OPEN)

    def overdue(self, on: date) -> "AssignmentQuerySet":
        """逾期: from the day after the due day on."""
        return self.filter(in_light(Light.RED, on))

    def falling_due(self, on: date, *, days: int) -> "AssignmentQuerySet":
        """Open, and due from that day on within so many days."""
        return self.open().filter(due_on__range=(on, on + timedelta(days=days)))

    def held_by(self, organisation: Organisation, *roles: Role) -> "AssignmentQuerySet":
        held = AssignmentUnit.objects.filter(organisation=organisation)
        if roles:
            held = held.filter(role__in=[role.name for role in roles])
        return self.filter(pk__in=held.values("assignment"))

    def answered_by(self, organisation: Organisation) -> "AssignmentQuerySet":
        """For which it answers: which it leads, or for which nobody leads and it is responsible."""
        held = AssignmentUnit.objects.filter(organisation=organisation, answers=True)
        return self.filter(pk__in=held.values("assignment"))


class Assignment(models.Model):
    """督查事项: a piece of a task with a note of its own. `yellow_on` is the day from which it is due soon,
    or as its progress now stands behind; `percent` is the least that any of those who answer has reported."""

    document = models.ForeignKey(
        TaskDocument, models.PROTECT, db_index=False, related_name="assignments", verbose_name="文件"
    )
    task = models.ForeignKey(Task, models.PROTECT, related_name="assignments", verbose_name="任务")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, db_index=False, related_name="parts", verbose_name="分自"
    )
    order = models.PositiveIntegerField("次序")
    label = models.CharField("编号", max_length=60)
    text = models.TextField("内容")
    clause = models.CharField("条款", max_length=120, blank=True)
    first_line = models.PositiveIntegerField("首行", null=True)
    last_line = models.PositiveIntegerField("末行", null=True)
    leaders = ArrayField(models.CharField(max_length=40), verbose_name="牵头领导", default=list, blank=True)
    answering = models.CharField("负责单位", max_length=300)  # those who answer, as printed
    due_on = models.DateField("完成时限", null=True)
    due_kind = models.CharField("时限来历", max_length=10, choices=DUE_KINDS)
    due_text = models.CharField("时限原文", max_length=120, blank=True)
    recurring = models.BooleanField("每年都要", default=False)
    strength = models.CharField("力度", max_length=20, blank=True)  # 力争、基本 …
    state = models.CharField("状态", max_length=10, choices=STATES, default=State.ISSUED.name)
    percent = models.PositiveSmallIntegerField("进度", default=0)
    yellow_on = models.DateField("亮黄灯", null=True)
    issued_at = models.DateTimeField("下达时间")
    answer_by = models.DateField("认领期限")
    reported_on = models.DateField("最近报送", null=True)
    over_on = models.DateField("了结日期", null=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="下达人")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "督查事项"
        constraints = (
            models.UniqueConstraint(fields=["document", "label"], name="one_assignment_of_a_label"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="progress_is_a_share"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, due_kind=DueKind.NONE.name)
                | Q(due_on__isnull=False) & ~Q(due_kind=DueKind.NONE.name),
                name="a_due_day_says_where_it_comes_from",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER) & Q(over_on__isnull=False)
                | ~Q(state__in=OVER) & Q(over_on__isnull=True),
                name="what_is_over_has_its_day",
            ),
        )
        indexes = (
            models.Index(fields=["document", "order", "id"], name="assignments_of_document"),
            models.Index(
                fields=["document"],
                include=["state", "due_on"],
                condition=Q(parent__isnull=True),
                name="assignments_counted",
            ),
            models.Index(fields=["due_on", "id"], name="assignments_by_due"),
            models.Index(fields=["due_on", "id"], condition=IS_OPEN, name="assignments_open"),
            models.Index(fields=["yellow_on", "due_on", "id"], condition=IS_OPEN, name="assignments_yellow"),
            models.Index(fields=["state", "due_on", "id"], name="assignments_by_state"),
            models.Index(fields=["-percent", "id"], name="assignments_by_percent"),
            models.Index(fields=["parent"], condition=Q(parent__isnull=False), name="assignments_divided"),
            models.Index(
                fields=["answer_by"], condition=Q(state=State.ISSUED.name), name="assignments_to_answer"
            ),
            GinIndex(fields=["leaders"], name="assignments_of_leader"),
        )

    def __str__(self) -> str:
        return f"{self.document.number} 第 {self.label} 项"

    def get_absolute_url(self) -> str:
        return reverse("tasks:assignment", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def light(self, on: date) -> Light:
        if not self.is_open:
            return Light.GREY
        if self.due_on is not None and self.due_on < on:
            return Light.RED
        return Light.YELLOW if self.yellow_on is not None and self.yellow_on <= on else Light.GREEN


class AssignmentUnitQuerySet(models.QuerySet["AssignmentUnit"]):
    def within(self, scope: Scope) -> "AssignmentUnitQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))

    def answering(self) -> "AssignmentUnitQuerySet":
        return self.filter(answers=True)

    def silent(self) -> "AssignmentUnitQuerySet":
        """Who has neither accepted nor disputed what was issued to it."""
        return self.filter(answers=True, answer="", assignment__state=State.ISSUED.name)


class AssignmentUnit(models.Model):
    """承担单位: an organisation under its printed name. A collective name keeps its row, and each of those
    it stands for has one of its own that says so."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "认领"
        SILENT = "silent", "期满没有答复，视为认领"
        DISPUTED = "disputed", "有异议"

    assignment = models.ForeignKey(
        Assignment, models.CASCADE, db_index=False, related_name="units", verbose_name="督查事项"
    )
    order = models.PositiveSmallIntegerField("次序")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="机构"
    )
    name = models.CharField("原文名称", max_length=120)
    role = models.CharField("角色", max_length=12, choices=ROLES)
    qualifier = models.CharField("限定", max_length=40, blank=True)  # 分别负责、按职责分工负责
    collective = models.BooleanField("统称", default=False)
    standing_in = models.CharField("所属统称", max_length=120, blank=True)
    answers = models.BooleanField("负责", default=False)  # it accepts, plans, reports and closes
    answer = models.CharField("答复", max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    percent = models.PositiveSmallIntegerField("最近报的进度", default=0)

    objects = AssignmentUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "承担单位"
        ordering = ("assignment", "order", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["assignment", "organisation", "role"], name="one_role_of_a_unit_once"
            ),
            models.CheckConstraint(
                condition=Q(answers=False) | Q(organisation__isnull=False), name="who_answers_is_known"
            ),
        )
        indexes = (
            models.Index(fields=["assignment", "order"], name="units_of_assignment"),
            models.Index(fields=["organisation", "role", "assignment"], name="assignments_of_unit"),
            models.Index(
                fields=["organisation", "assignment"], condition=Q(answers=True), name="answered_by_unit"
            ),
        )

    def __str__(self) -> str:
        return self.name


class AssignmentMove(models.Model):
    """流转: the assignment came to this state, by whom and why; rows are only added."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="moves", verbose_name="督查事项")
    to = models.CharField("状态", max_length=10, choices=STATES)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="单位"
    )
    said = models.CharField("说明", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "督查事项流转"
        ordering = ("assignment", "pk")


class SameFact(models.Model):
    """同一事项: two documents set the same; both stand, what is reported of one is offered to the other."""

    first = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="督查事项")
    second = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="同一事项")
    said = models.CharField("说明", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "同一事项"
        constraints = (
            models.UniqueConstraint(fields=["first", "second"], name="linked_once"),
            models.CheckConstraint(condition=Q(first__lt=models.F("second")), name="linked_in_one_order"),
        )
