"""会议: proposed, approved, held, its minutes issued, its decisions followed, closed."""

from datetime import date

from django.db import models
from django.urls import reverse

from guangyue.kit.access import Scope
from guangyue.kit.wording import day
from guangyue.organisations.models.bodies import Body, Seat
from guangyue.organisations.models.organisations import Organisation
from guangyue.organisations.models.people import Person, Post


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def held(self) -> "MeetingQuerySet":
        return self.exclude(held_on=None)

    def within(self, scope: Scope) -> "MeetingQuerySet":
        return self.filter(body__in=Body.objects.within(scope))


class Meeting(models.Model):
    """会议: 议题征集 → 召集人审定 → 召开 → 纪要印发 → 督办 → 办结."""

    class Kind(models.TextChoices):
        REGULAR = "regular", "例会"
        EXTRA = "extra", "临时会议"
        SPECIAL = "special", "专题会议"

    class State(models.TextChoices):
        PROPOSED = "proposed", "议题已提出"
        APPROVED = "approved", "议题已审定"
        HELD = "held", "已召开"
        MINUTED = "minuted", "纪要已印发"
        FOLLOWED = "followed", "督办中"
        CLOSED = "closed", "已办结"

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name="议事协调机构")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    planned_on = models.DateField("拟开日期")
    place = models.CharField("地点", max_length=60, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    approved_by_post = models.ForeignKey(
        Post, models.PROTECT, null=True, related_name="+", verbose_name="审定职务"
    )
    approved_by_person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="审定人"
    )
    held_on = models.DateField("召开日期", null=True)
    minutes_number = models.CharField("纪要编号", max_length=40, blank=True)
    minutes = models.TextField("纪要内容", blank=True)
    minutes_on = models.DateField("纪要印发", null=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "会议"
        ordering = ("-planned_on", "-id")

    def __str__(self) -> str:
        return f"{self.body}{self.get_kind_display()}（{day(self.day)}）"

    def get_absolute_url(self) -> str:
        return reverse("organisations:meeting", args=[self.pk])

    @property
    def day(self) -> date:
        return self.held_on or self.planned_on


class MeetingMove(models.Model):
    """The meeting came to this state, by whom and when."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=Meeting.State)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")
    remark = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "会议流转"
        ordering = ("id",)


class AgendaItem(models.Model):
    """议题."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField("次序")
    title = models.CharField("议题", max_length=120)

    class Meta:
        verbose_name = "议题"
        ordering = ("order",)


class Attendance(models.Model):
    """到会: whether the seat was filled at the meeting, and by whom."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendances")
    present = models.BooleanField("到会")
    attended_by = models.CharField("到会人", max_length=60, blank=True)

    class Meta:
        verbose_name = "到会"
        ordering = ("seat__order",)
        constraints = (models.UniqueConstraint(fields=["meeting", "seat"], name="one_attendance_once"),)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def open(self) -> "DecisionQuerySet":
        return self.filter(done_on=None)

    def overdue(self, on: date) -> "DecisionQuerySet":
        """Not done, and the day by which it should have been is past."""
        return self.open().filter(due__lt=on)

    def within(self, scope: Scope) -> "DecisionQuerySet":
        """Those owned by, or decided in a body of, what is within reach."""
        return self.filter(
            models.Q(owner__in=Organisation.objects.within(scope))
            | models.Q(meeting__body__in=Body.objects.within(scope))
        )


class Decision(models.Model):
    """议定事项: every one has an owner and a day."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    order = models.PositiveSmallIntegerField("次序")
    text = models.CharField("议定事项", max_length=300)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="decisions", verbose_name="责任单位")
    due = models.DateField("完成时限")
    needs_government = models.BooleanField("须报市政府审定", default=False)
    government_approved_on = models.DateField("市政府审定", null=True)
    done_on = models.DateField("完成", null=True)
    evidence = models.CharField("完成情况", max_length=300, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "议定事项"
        ordering = ("order",)

    def __str__(self) -> str:
        return self.text

    def is_overdue(self, on: date) -> bool:
        return self.done_on is None and self.due < on


class DutyReport(models.Model):
    """年度报告: what the body's office owes once a year."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField("年度")
    due = models.DateField("应报")
    sent_on = models.DateField("报送")
    title = models.CharField("标题", max_length=120)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "年度报告"
        ordering = ("-year",)
        constraints = (models.UniqueConstraint(fields=["body", "year"], name="one_report_a_year"),)

    @property
    def late(self) -> bool:
        return is_late(sent=self.sent_on, due=self.due)


def is_late(*, sent: date, due: date) -> bool:
    """Sent after the day it was due; on the day is in time."""
    return sent > due
