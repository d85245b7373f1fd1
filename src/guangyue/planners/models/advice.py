"""意见建议: from a planner by way of the office to a district, and back with what became of it."""

from datetime import date, datetime, time

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.kit.clocks import SHANGHAI, Clock, Reading
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Calendar
from guangyue.planners.models.people import Group, reached
from guangyue.planners.models.visits import Visit


class AdviceQuerySet(models.QuerySet["Advice"]):
    def within(self, scope: Scope) -> "AdviceQuerySet":
        return self.filter(reached(scope, "group__area__"))

    def to_send(self) -> "AdviceQuerySet":
        return self.filter(state=Advice.State.GIVEN)

    def unanswered(self) -> "AdviceQuerySet":
        return self.filter(state=Advice.State.SENT)

    def to_do(self) -> "AdviceQuerySet":
        """Accepted, and not carried out yet."""
        return self.filter(state=Advice.State.ACCEPTED)

    def open(self) -> "AdviceQuerySet":
        """未落实: stands in every report until it is done or declined."""
        return self.filter(state__in=Advice.OPEN)

    def to_report(self) -> "AdviceQuerySet":
        return self.filter(state__in=(Advice.State.DONE, Advice.State.DECLINED))

    def overdue(self, on: date) -> "AdviceQuerySet":
        return self.unanswered().filter(answer_due__lt=on)

    def published(self) -> "AdviceQuerySet":
        return self.exclude(published_at=None)


class Advice(models.Model):
    """意见建议: it is advice, and no approval of anything."""

    class State(models.TextChoices):
        GIVEN = "given", "已提出"
        SENT = "sent", "待答复"
        ACCEPTED = "accepted", "已采纳"
        DECLINED = "declined", "不采纳"
        DONE = "done", "已落实"
        REPORTED = "reported", "已反馈"

    OPEN = (State.GIVEN, State.SENT, State.ACCEPTED)

    number = models.CharField("编号", max_length=20, unique=True)
    group = models.ForeignKey(Group, models.PROTECT, related_name="advice", verbose_name="小组")
    visit = models.ForeignKey(
        Visit, models.PROTECT, null=True, related_name="advice", verbose_name="哪次服务"
    )
    topic = models.CharField("题目", max_length=80)
    text = models.TextField("意见建议", max_length=4000)
    state = models.CharField("状态", max_length=10, choices=State, default=State.GIVEN)
    given_on = models.DateField("提出日期")
    sent_at = models.DateTimeField("函告时间", null=True)
    limit_days = models.PositiveSmallIntegerField("答复期限（工作日）", null=True)
    answer_due = models.DateField("答复期限", null=True)
    answer = models.TextField("答复", max_length=2000, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    result = models.TextField("落实情况", max_length=2000, blank=True)
    public_words = models.CharField("公开的说法", max_length=500, blank=True)
    published_at = models.DateTimeField("公开时间", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="提出人")
    at = models.DateTimeField("提出时间")

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name = "规划师意见建议"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="given") | Q(sent_at__isnull=False, answer_due__isnull=False),
                name="advice_sent_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="declined_advice_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | ~Q(public_words=""), name="published_advice_has_words"
            ),
        )
        indexes = (models.Index(fields=["group", "state"], name="advice_of_group"),)

    def __str__(self) -> str:
        return f"{self.number} {self.topic}"

    def get_absolute_url(self) -> str:
        return reverse("planners:advice", args=[self.number])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def was_answered_late(self) -> bool:
        if self.answered_at is None or self.answer_due is None:
            return False
        return self.answered_at > datetime.combine(self.answer_due, time.max, SHANGHAI)

    def clock(self, calendar: Calendar, *, at: datetime) -> Reading | None:
        """How long there is for an answer."""
        if self.state != self.State.SENT or self.sent_at is None or self.limit_days is None:
            return None
        return Clock(Limit(self.limit_days, Unit.WORKING_DAY), self.sent_at).read(calendar, at=at)


class AdviceMove(models.Model):
    """流转: who did what with a piece of advice; a chase leaves it where it is."""

    class Kind(models.TextChoices):
        GIVEN = "given", "提出"
        SENT = "sent", "函告区政府（管委会）"
        CHASED = "chased", "催办"
        ACCEPTED = "accepted", "采纳"
        DECLINED = "declined", "不采纳"
        DONE = "done", "落实"
        REPORTED = "reported", "反馈规划师，写入报告"
        PUBLISHED = "published", "公开"

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="moves", verbose_name="意见建议")
    kind = models.CharField("办理", max_length=10, choices=Kind)
    said = models.CharField("说明", max_length=2000, blank=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="佐证")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("办理时间")

    class Meta:
        verbose_name = "意见建议流转"
        ordering = ("advice", "id")
