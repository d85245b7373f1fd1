"""What the kit keeps: holiday notices, limits that run, and the views of lists that people save."""

from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.db.models import Q

from guangyue.kit.clocks import Clock, Pause
from guangyue.kit.holidays import Announcement, NamedDay
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.lists.saved_views import SavedView  # noqa: F401  (Django looks for models here)
from guangyue.kit.workdays import Calendar, kept_calendar


class HolidayNoticeQuerySet(models.QuerySet["HolidayNotice"]):
    def calendar(self) -> Calendar:
        """工作日历 as it stands: the kept years, and over them the notices in the order they were entered."""
        return _calendar_with(tuple(self.order_by("pk").values_list("pk", "at")))

    def latest_first(self) -> "HolidayNoticeQuerySet":
        return self.order_by("-pk").select_related("by").prefetch_related("days")


class HolidayNotice(models.Model):
    """放假通知: which days of a year are off, and which weekends are worked for them. Rows are only added."""

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("通知标题", max_length=120)
    number = models.CharField("文号", max_length=40, blank=True)
    whole_year = models.BooleanField("全年安排")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")

    objects = HolidayNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "放假通知"

    def __str__(self) -> str:
        return self.title

    @property
    def announcement(self) -> Announcement:
        days = tuple(NamedDay(day.day, day.works, day.name) for day in self.days.all())
        return Announcement(self.year, self.title, self.number, self.whole_year, days)


@lru_cache(maxsize=8)
def _calendar_with(entered: tuple[tuple[int, datetime], ...]) -> Calendar:
    """Notices are only added: the same ones make the same calendar, so it is made once."""
    calendar = kept_calendar()
    notices = HolidayNotice.objects.filter(pk__in=[pk for pk, _ in entered])
    for notice in notices.order_by("pk").prefetch_related("days"):
        calendar = notice.announcement.applied_to(calendar)
    return calendar


class CalendarDay(models.Model):
    """A day that a notice names: off, or worked in exchange."""

    notice = models.ForeignKey(HolidayNotice, models.PROTECT, related_name="days", verbose_name="放假通知")
    day = models.DateField("日期")
    works = models.BooleanField("上班")
    name = models.CharField("节日", max_length=20)

    class Meta:
        verbose_name = "放假通知所列日期"
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=["notice", "day"], name="day_once_in_a_notice"),)


class RunningLimitQuerySet(models.QuerySet["RunningLimit"]):
    def open(self) -> "RunningLimitQuerySet":
        return self.filter(ended=None)


class RunningLimit(models.Model):
    """在办时限: a limit somebody answers for.

    Its start, its terms and its pauses are what is kept. `due` and `provisional` are only what the calendar
    last made of them, so that a list can be sorted by them; a new notice has them made again.
    """

    title = models.CharField("事项", max_length=100)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="责任人"
    )
    amount = models.PositiveSmallIntegerField("数量")
    unit = models.CharField("单位", max_length=20, choices=[(unit.name, unit.value) for unit in Unit])
    started = models.DateTimeField("起算时间")
    ended = models.DateTimeField("办结时间", null=True)
    due = models.DateTimeField("到期时间", null=True)
    provisional = models.BooleanField("暂定", default=False)

    objects = RunningLimitQuerySet.as_manager()

    class Meta:
        verbose_name = "在办时限"
        indexes = (models.Index(fields=["responsible", "due"], name="open_limits", condition=Q(ended=None)),)

    @property
    def limit(self) -> Limit:
        return Limit(self.amount, Unit[self.unit])

    @property
    def clock(self) -> Clock:
        pauses = tuple(Pause(pause.since, pause.until, pause.ground) for pause in self.pauses.all())
        return Clock(self.limit, self.started, pauses)


class LimitPause(models.Model):
    """中止: from when to when a limit stands still, on what ground, and who said so."""

    running = models.ForeignKey(RunningLimit, models.PROTECT, related_name="pauses", verbose_name="在办时限")
    ground = models.CharField("中止原因", max_length=60)
    since = models.DateTimeField("中止时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="中止人")
    until = models.DateTimeField("恢复时间", null=True)
    resumed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="恢复人"
    )

    class Meta:
        verbose_name = "时限中止"
        ordering = ("since",)
        constraints = (
            models.UniqueConstraint(fields=["running"], condition=Q(until=None), name="one_open_pause"),
        )
