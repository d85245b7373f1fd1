"""例会 and 关联: the meetings that are numbered through, and the documents that followed on an event."""

from django.db import models
from django.db.models import Q

from guangyue.chronicle.models.events import Event
from guangyue.chronicle.models.months import Month
from guangyue.chronicle.reading.meetings import Held


class SeriesMeetingQuerySet(models.QuerySet["SeriesMeeting"]):
    def public(self) -> "SeriesMeetingQuerySet":
        """Of printed months, and those that only a document names."""
        return self.filter(Q(event=None) | Q(event__month__state=Month.State.PRINTED))

    def held(self, series: str) -> list[Held]:
        return [Held(one.number, one.on) for one in self.filter(series=series)]


class SeriesMeeting(models.Model):
    """例会: 市政府第93次常务会议 has its number once, and numbers do not fall (R11)."""

    series = models.CharField("例会", max_length=40)
    number = models.PositiveIntegerField("次数")
    on = models.DateField("日期")
    topics = models.JSONField("议题", default=list)
    event = models.OneToOneField(
        Event, models.CASCADE, null=True, blank=True, related_name="meeting", verbose_name="事件"
    )
    source = models.CharField("出处", max_length=120, blank=True)  # the document, where no event names it

    objects = SeriesMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "例会"
        ordering = ("series", "-number")
        constraints = (models.UniqueConstraint(fields=["series", "number"], name="one_meeting_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.series}第{self.number}次"


class LinkQuerySet(models.QuerySet["Link"]):
    def proposed(self) -> "LinkQuerySet":
        return self.filter(state=Link.State.PROPOSED)

    def shown(self) -> "LinkQuerySet":
        return self.exclude(state=Link.State.DECLINED)


class Link(models.Model):
    """关联: from an event to a document that followed, or to a task. What nobody confirmed is 推断 (R12)."""

    class Kind(models.TextChoices):
        DISCUSSED = "discussed", "研究"
        LAUNCHED = "launched", "发布"
        BEGUN = "begun", "开工"
        INFERRED = "inferred", "推断"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待确认"
        CONFIRMED = "confirmed", "已确认"
        DECLINED = "declined", "不成立"

    event = models.ForeignKey(Event, models.CASCADE, related_name="links", verbose_name="事件")
    target = models.CharField("公文", max_length=80, db_index=True)  # its key
    title = models.CharField("标题", max_length=300)
    kind = models.CharField("关联", max_length=10, choices=Kind)
    state = models.CharField("状态", max_length=10, choices=State)
    evidence = models.CharField("理由", max_length=300)
    by = models.CharField("确认人", max_length=100, blank=True)
    at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = "大事记关联"
        ordering = ("event", "target")
        constraints = (models.UniqueConstraint(fields=["event", "target"], name="one_link_of_a_document"),)

    def __str__(self) -> str:
        return f"{self.target} {self.title}"
