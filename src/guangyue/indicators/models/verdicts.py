"""评判: what was concluded of a target on a day; another conclusion is another row, and the former stays."""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models.targets import RESULTS, Target
from guangyue.indicators.wording import measured
from guangyue.organisations.models import Organisation

# Of targets and of parts: open, or short of what was only striven for, and nobody has said so yet.
WAITING = Q(verdict__result=Result.TO_JUDGE.name) | Q(verdict__aspirational=True, verdict__by=None)


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def of_whole(self) -> "VerdictQuerySet":
        """Not of a county's part."""
        return self.filter(organisation=None)


class Verdict(models.Model):
    """结论 of a target or of the part of one of them. Without a judge it was computed."""

    target = models.ForeignKey(
        Target, models.PROTECT, db_index=False, related_name="verdicts", verbose_name="目标"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="承担单位"
    )
    due_on = models.DateField("期限")
    as_of = models.DateField("实际数截至", null=True)
    result = models.CharField("结论", max_length=8, choices=RESULTS)
    actual = models.DecimalField("实际", max_digits=28, decimal_places=6, null=True)
    rate = models.DecimalField("完成率", max_digits=28, decimal_places=4, null=True)
    projected = models.DecimalField("推算到期末", max_digits=28, decimal_places=4, null=True)
    behind = models.BooleanField("按推算达不到", default=False)
    aspirational = models.BooleanField("力争", default=False)
    exceeded = models.BooleanField("超出上限", default=False)
    reason = models.CharField("理由", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="评判人")
    at = models.DateTimeField("时间")

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = "评判结论"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(by=None) | ~Q(reason=""), name="a_judge_gives_a_reason"),
        )
        indexes = (models.Index(fields=["target", "-id"], name="verdicts_of_target"),)

    def __str__(self) -> str:
        return f"{self.target} {self.get_result_display()}"

    @property
    def words(self) -> str:
        """未达标（力争）."""
        return f"{self.get_result_display()}{'（力争）' if self.aspirational else ''}"

    @property
    def look(self) -> str:
        if self.aspirational and self.by_id is None:
            return "notice"
        looks = {Result.MET: "good", Result.MISSED: "bad", Result.TO_JUDGE: "notice", Result.NO_DATA: "bad"}
        return looks.get(Result[self.result], "plain")

    @property
    def reached(self) -> str:
        return measured(self.actual, self.target.unit)

    @property
    def projection(self) -> str:
        return measured(self.projected, self.target.unit)

    @property
    def waits_for_a_person(self) -> bool:
        return self.by_id is None and (self.result == Result.TO_JUDGE.name or self.aspirational)

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, to be compared with what is computed again."""
        return (self.due_on, self.as_of, self.result, self.actual, self.projected, self.reason)
