"""信用等级: computed for a sector at a time, each with what it was computed from."""

from datetime import date

from django.db import models

from guangyue.accounts.models import User
from guangyue.credit.declaration import CreditClass, titles
from guangyue.credit.models.declared import ModelVersion
from guangyue.credit.models.subjects import CreditSubject


class ClassRun(models.Model):
    """分级运行: all subjects of a sector, by one version of its model, as things stood on a day."""

    sector = models.CharField("领域", max_length=20)
    model = models.ForeignKey(ModelVersion, models.PROTECT, related_name="runs", verbose_name="模型")
    on = models.DateField("基准日")
    at = models.DateTimeField("运行时间")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="运行人")
    subjects = models.PositiveIntegerField("主体数", default=0)

    class Meta:
        verbose_name = "信用分级运行"
        ordering = ("-id",)


class RiskClassQuerySet(models.QuerySet["RiskClass"]):
    def of_last_run(self, sector: str, on: date) -> "RiskClassQuerySet":
        """Of the last run that was of this day or before."""
        runs = ClassRun.objects.filter(sector=sector, on__lte=on).order_by("-on", "-id")
        return self.filter(run=runs.values("pk")[:1])


class RiskClass(models.Model):
    """等级 of one subject in one run, with its frozen inputs. Rows are only added."""

    run = models.ForeignKey(ClassRun, models.PROTECT, db_index=False, related_name="classes")
    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="classes", verbose_name="主体")
    letter = models.CharField("等级", max_length=1, choices=titles(CreditClass))
    points = models.SmallIntegerField("得分")
    inputs = models.JSONField("依据")

    objects = RiskClassQuerySet.as_manager()

    class Meta:
        verbose_name = "信用等级"
        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=["run", "subject"], name="one_class_in_a_run"),)
