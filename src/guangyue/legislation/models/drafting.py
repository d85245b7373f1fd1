"""What a drafting unit hands in: study, impact, the draft by articles, and the powers it creates."""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.legislation.kinds import Piece
from guangyue.legislation.models.projects import LawProject
from guangyue.legislation.obligations import Flag
from guangyue.organisations.models import Organisation


class StudyPiece(models.Model):
    """调研成果: a report or a frame of the text."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="pieces")
    piece = models.CharField("成果", max_length=8, choices=Piece)
    summary = models.TextField("内容摘要", max_length=5000)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="文件")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提交人")
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "调研成果"
        ordering = ("id",)


class ImpactQuerySet(models.QuerySet["Impact"]):
    def newest(self) -> "ImpactQuerySet":
        """What holds of each flag now."""
        return self.order_by("project_id", "flag", "-id").distinct("project_id", "flag")


class Impact(models.Model):
    """影响认定: whether a condition holds, by whom and why. The drafting unit says it, the overseer may
    correct it; the newest counts, and all are kept."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="impacts")
    flag = models.CharField("情形", max_length=1, choices=Flag)
    holds = models.BooleanField("属于")
    reason = models.CharField("理由", max_length=500)
    corrects = models.BooleanField("更正")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="认定人")
    at = models.DateTimeField("认定时间")

    objects = ImpactQuerySet.as_manager()

    class Meta:
        verbose_name = "影响认定"
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="an_impact_says_why"),)


class LegalDraft(models.Model):
    """草案: a version of the text with its explanation; a change is a new version."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="drafts")
    version = models.PositiveSmallIntegerField("稿次")
    explanation = models.TextField("起草说明", max_length=20_000, blank=True)
    creates_powers = models.BooleanField("设定行政权力")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="提交人")
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "草案"
        ordering = ("-version",)
        constraints = (models.UniqueConstraint(fields=["project", "version"], name="one_draft_a_version"),)

    def __str__(self) -> str:
        return f"{self.project.name}（草案第 {self.version} 稿）"


class Article(models.Model):
    """条文."""

    draft = models.ForeignKey(LegalDraft, models.PROTECT, related_name="articles")
    position = models.PositiveSmallIntegerField("序号")
    chapter = models.CharField("章", max_length=120, blank=True)
    label = models.CharField("条", max_length=20)
    text = models.TextField("内容")

    class Meta:
        verbose_name = "条文"
        ordering = ("draft", "position")
        constraints = (models.UniqueConstraint(fields=["draft", "label"], name="one_article_a_label"),)

    def __str__(self) -> str:
        return self.label


class CreatedPower(models.Model):
    """设定的权力: what it is, what it rests on, and which unit answers for it (职权法定)."""

    draft = models.ForeignKey(LegalDraft, models.PROTECT, related_name="powers")
    article = models.CharField("条文", max_length=20)
    name = models.CharField("权力事项", max_length=200)
    basis = models.CharField("上位法依据", max_length=300)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="责任单位")

    class Meta:
        verbose_name = "设定的权力"
        ordering = ("id",)
