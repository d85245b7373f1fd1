"""事件: what happened on which days, in the words that were printed, and who took part."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.chronicle.models.months import Month
from guangyue.chronicle.reading.events import Marker
from guangyue.chronicle.reading.kinds import Kind
from guangyue.chronicle.reading.roles import Role
from guangyue.organisations.models import Person


class EventQuerySet(models.QuerySet["Event"]):
    def printed(self) -> "EventQuerySet":
        """What anyone may read."""
        return self.filter(month__state=Month.State.PRINTED)

    def on(self, day: date) -> "EventQuerySet":
        """Those of a day; a range counts on each of its days (R8)."""
        return self.filter(start__lte=day, end__gte=day)

    def between(self, first: date, last: date) -> "EventQuerySet":
        """Those with a day in a period."""
        return self.filter(start__lte=last, end__gte=first)

    def of_name(self, name: str) -> "EventQuerySet":
        """Those that name somebody so; who of the name it was is another matter."""
        return self.filter(Q(pk__in=Attendance.objects.filter(name=name).values("event_id")))

    def of_person(self, person: Person) -> "EventQuerySet":
        mine = Attendance.objects.filter(Q(person=person) | Q(person__merged_into=person))
        return self.filter(pk__in=mine.values("event_id"))

    def in_print_order(self) -> "EventQuerySet":
        return self.order_by("month__first", "order", "pk")

    def by_day(self) -> "EventQuerySet":
        """By start, and of one day as they are printed (R6)."""
        return self.order_by("start", "order", "pk")

    def with_people(self) -> "EventQuerySet":
        return self.select_related("month").prefetch_related(
            models.Prefetch("attendances", Attendance.objects.select_related("person"))
        )


class Event(models.Model):
    """事件. The text is kept as printed; its kind, its people and its links lie over it (R14)."""

    class Markers(models.TextChoices):
        DATED = Marker.DATED.name, Marker.DATED.value
        SAME_DAY = Marker.SAME_DAY.name, Marker.SAME_DAY.value
        UNMARKED = Marker.UNMARKED.name, Marker.UNMARKED.value

    month = models.ForeignKey(Month, models.PROTECT, related_name="events", verbose_name="月份")
    order = models.PositiveSmallIntegerField("序")
    start = models.DateField("开始日期")
    end = models.DateField("结束日期")
    printed_days = models.CharField("日期写法", max_length=20, blank=True)
    marker = models.CharField("起首", max_length=10, choices=Markers)
    text = models.TextField("内容")
    kind = models.CharField("种类", max_length=12, choices=[(kind.name, kind.value) for kind in Kind])
    spans = models.JSONField("行段", default=list)  # [[first, last], …] in the file of the issue
    doubtful = models.BooleanField("待核", default=False)  # somebody should look whether it is one event
    kept_by = models.CharField(
        "核定人", max_length=100, blank=True
    )  # who said it is right: no reading undoes it
    kept_at = models.DateTimeField("核定时间", null=True, blank=True)
    written_by = models.CharField("起草人", max_length=100, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "大事记事件"
        ordering = ("-start", "-order", "-id")
        indexes = (
            models.Index(fields=["start", "order", "id"], name="events_by_start"),
            models.Index(fields=["end"], name="events_by_end"),
            models.Index(fields=["month", "order"], name="events_by_order"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="event_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.days}，{self.text[:40]}"

    def get_absolute_url(self) -> str:
        day = reverse("chronicle:day", args=[self.start.year, self.start.month, self.start.day])
        return f"{day}#event-{self.pk}"

    @property
    def days(self) -> str:
        """2019年3月17日, 2019年3月17日至21日."""
        start, end = self.start, self.end
        said = f"{start.year}年{start.month}月{start.day}日"
        if end == start:
            return said
        month = "" if end.month == start.month else f"{end.month}月"
        return f"{said}至{month}{end.day}日"

    @property
    def is_range(self) -> bool:
        return self.start != self.end

    @property
    def place(self) -> str:
        """Where in the file it stands."""
        lines = "、".join(str(first) if first == last else f"{first}–{last}" for first, last in self.spans)
        return f"第{lines}行" if lines else ""


class EventVersion(models.Model):
    """版本: the words of an event that a correction has replaced, and the last is those that hold (R14)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("版次")
    start = models.DateField("开始日期")
    end = models.DateField("结束日期")
    text = models.TextField("内容")
    reason = models.CharField("更正理由", max_length=200, blank=True)
    by = models.CharField("更正人", max_length=100, blank=True)
    at = models.DateTimeField("更正时间", null=True, blank=True)

    class Meta:
        verbose_name = "大事记版本"
        ordering = ("event", "number")
        constraints = (models.UniqueConstraint(fields=["event", "number"], name="one_version_of_a_number"),)


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def printed(self) -> "AttendanceQuerySet":
        return self.filter(event__month__state=Month.State.PRINTED)

    def unresolved(self) -> "AttendanceQuerySet":
        return self.filter(person=None)


class Attendance(models.Model):
    """参加: a name as printed, the title printed with it, the parts taken; and who of the name it was, where
    the register of organisations or a person says so (R9)."""

    class Roles(models.TextChoices):
        HOST = Role.HOST.name, Role.HOST.value
        SPEECH = Role.SPEECH.name, Role.SPEECH.value
        ADDRESS = Role.ADDRESS.name, Role.ADDRESS.value
        PRESENT = Role.PRESENT.name, Role.PRESENT.value
        OBSERVER = Role.OBSERVER.name, Role.OBSERVER.value
        ACCOMPANIES = Role.ACCOMPANIES.name, Role.ACCOMPANIES.value
        VISITOR = Role.VISITOR.name, Role.VISITOR.value
        LECTURER = Role.LECTURER.name, Role.LECTURER.value

    event = models.ForeignKey(Event, models.CASCADE, related_name="attendances")
    order = models.PositiveSmallIntegerField("序")
    name = models.CharField("姓名", max_length=30, db_index=True)
    title = models.CharField("职务", max_length=120, blank=True)
    roles = ArrayField(models.CharField(max_length=12, choices=Roles), verbose_name="参加方式", default=list)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="attendances", verbose_name="人员"
    )
    settled_by = models.CharField("认定人", max_length=100, blank=True)
    settled_for = models.CharField("认定理由", max_length=200, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "参加情况"
        ordering = ("event", "order")
        constraints = (models.UniqueConstraint(fields=["event", "name"], name="one_attendance_of_a_name"),)

    def __str__(self) -> str:
        return f"{self.title}{self.name}"

    @property
    def roles_said(self) -> str:
        return "、".join(self.Roles(role).label for role in self.roles)
