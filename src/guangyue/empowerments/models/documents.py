"""赋权文件: the document that grants, to whom, how many matters, and within which limit."""

from datetime import date, datetime

from django.db import models

from guangyue.empowerments.counting import Expected, last_day, work_clock
from guangyue.gazette.fields import ClauseField
from guangyue.kit.clocks import Reading
from guangyue.kit.workdays import Calendar
from guangyue.organisations.models import Organisation

NEW_LIST, DIRECT_LIST = "赋权事项清单", "原直接实施的事项清单"


class GrantingDocument(models.Model):
    """赋权文件: serves the bodies it names and no others. It counts its matters, the lists themselves are
    loaded."""

    number = models.CharField("文号", max_length=40, unique=True)
    title = models.CharField("标题", max_length=200)
    cites = ClauseField("依据")
    issued_on = models.DateField("印发日期")
    days = models.PositiveSmallIntegerField("落实期限（工作日）")
    new_matters = models.PositiveIntegerField("新赋权事项数")
    direct_matters = models.PositiveIntegerField("原直接实施事项数")
    bodies = models.ManyToManyField(Organisation, related_name="+", verbose_name="承接主体")

    class Meta:
        verbose_name = "赋权文件"
        ordering = ("issued_on", "id")

    def __str__(self) -> str:
        return self.number

    @property
    def expects_new(self) -> Expected:
        return Expected(NEW_LIST, self.new_matters)

    @property
    def expects_direct(self) -> Expected:
        return Expected(DIRECT_LIST, self.direct_matters)

    def last_day(self, calendar: Calendar) -> date:
        """期满之日 of what has to be made ready."""
        return last_day(self.issued_on, days=self.days, calendar=calendar)

    def reading(self, calendar: Calendar, *, at: datetime) -> Reading:
        return work_clock(self.issued_on, days=self.days).read(calendar, at=at)
