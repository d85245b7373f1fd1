"""名册核定: many cases of one rule from one table."""

from uuid import uuid4

from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.grants.models.within import rows_within
from guangyue.jobs.models import Work
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person
from guangyue.rules.verdicts import Status
from guangyue.systems.offered import Offered, offered_as

SETTLED = (Status.ELIGIBLE.name, Status.INELIGIBLE.name, Status.FOR_A_PERSON.name)


class RosterQuerySet(models.QuerySet["Roster"]):
    def within(self, scope: Scope) -> "RosterQuerySet":
        return self.filter(rows_within(scope))


class Roster(models.Model):
    """名册: brought in by an official, judged row by row, and kept as decisions when confirmed."""

    class State(models.TextChoices):
        JUDGING = "judging", "正在核算"
        JUDGED = "judged", "待确认"
        KEEPING = "keeping", "正在保存"
        KEPT = "kept", "已核定"

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    code = models.CharField("政策", max_length=60)
    name = models.CharField("名册", max_length=200)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    on = models.DateField("核定日期")
    state = models.CharField("状态", max_length=10, choices=State, default=State.JUDGING)
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="+", verbose_name="长任务")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("上传时间")
    known_at = models.DateTimeField("参数截至")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="确认人")
    confirmed_at = models.DateTimeField("确认时间", null=True)
    granted = models.BooleanField("需人工核定的予以发放", null=True)
    reason = models.CharField("理由", max_length=500, blank=True)

    objects = RosterQuerySet.as_manager()

    class Meta:
        verbose_name = "名册"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("grants:roster", args=[self.key])

    @property
    def offered(self) -> Offered | None:
        return offered_as(self.code)

    @property
    def title(self) -> str:
        offered = self.offered
        return offered.title if offered else self.code


class RosterLineQuerySet(models.QuerySet["RosterLine"]):
    def bad(self) -> "RosterLineQuerySet":
        """Those that cannot be judged as they were filled in."""
        return self.exclude(problems=[])

    def to_judge(self) -> "RosterLineQuerySet":
        return self.filter(problems=[], status="")

    def judged(self) -> "RosterLineQuerySet":
        return self.exclude(status="")

    def settled(self) -> "RosterLineQuerySet":
        """Those of which something can be decided."""
        return self.filter(status__in=SETTLED)


class RosterLine(models.Model):
    """名册的一行: as it was read; what it comes to, or why it cannot be judged."""

    roster = models.ForeignKey(Roster, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField("行号")
    payee_name = models.CharField("姓名或者名称", max_length=200, blank=True)
    payee_number = models.CharField("证件号码", max_length=40, blank=True)
    item = models.CharField("事由", max_length=80, blank=True)
    on = models.DateField("依据哪一天的规定", null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="+")
    facts = models.JSONField("事实", default=list)
    problems = models.JSONField("问题", default=list)  # in words, each with its column
    status = models.CharField("结果", max_length=16, blank=True)  # of `verdicts.Status`; empty: not judged
    amount = MoneyField("金额", null=True)
    why = models.CharField("说明", max_length=500, blank=True)

    objects = RosterLineQuerySet.as_manager()

    class Meta:
        verbose_name = "名册行"
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["roster", "number"], name="roster_line_once"),)

    @property
    def result(self) -> str:
        if self.problems:
            return "不能核算"
        return Status[self.status].value if self.status else "等待核算"

    @property
    def said(self) -> str:
        """What is wrong with the row, or why it came out as it did."""
        return "；".join(self.problems) or self.why
