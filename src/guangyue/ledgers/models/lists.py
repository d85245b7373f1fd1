"""整改措施清单、责任清单、时限清单: what is done, by whom, until when; each round has its own."""

from django.db import models

from guangyue.ledgers.models.problems import Problem


class Measure(models.Model):
    """整改措施: `standard` says what must then be so, which is more than that work was done."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="measures", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    kind = models.CharField("措施类型", max_length=40)
    text = models.CharField("具体措施", max_length=500)
    standard = models.CharField("完成标准", max_length=300)
    done_on = models.DateField("完成日期", null=True)

    class Meta:
        verbose_name = "整改措施"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.kind


class Responsibility(models.Model):
    """责任: a natural person with his post. The telephone is for officials alone."""

    class Role(models.TextChoices):
        LEADS = "leads", "包保领导"
        ANSWERS = "answers", "整改责任人"
        CARRIES_OUT = "carries_out", "整改实施"

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="responsibilities", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    role = models.CharField("责任", max_length=12, choices=Role)
    unit = models.CharField("单位", max_length=80)
    person = models.CharField("责任人", max_length=30)
    post = models.CharField("职务", max_length=60)
    phone = models.CharField("电话", max_length=20, blank=True)

    class Meta:
        verbose_name = "责任"
        verbose_name_plural = "责任"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.unit} {self.person}"


class Deadline(models.Model):
    """时限: a milestone and its day; the last of them is that of the whole problem."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="deadlines", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    milestone = models.CharField("节点", max_length=80)
    due = models.DateField("期限")

    class Meta:
        verbose_name = "时限"
        ordering = ("due", "id")

    def __str__(self) -> str:
        return f"{self.milestone} {self.due}"
