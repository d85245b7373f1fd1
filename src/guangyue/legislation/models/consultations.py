"""征求意见: a draft or another matter laid before the public, experts, departments and counties."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.legislation.kinds import Audience, Secrecy
from guangyue.legislation.models.drafting import LegalDraft
from guangyue.legislation.models.projects import LawProject
from guangyue.organisations.models import Organisation


class ConsultedMatter(models.Model):
    """应当征求意见的事项: what a document wants laid before certain audiences."""

    key = models.SlugField("标识", unique=True)
    title = models.CharField("名称", max_length=120)
    audiences = ArrayField(models.CharField(max_length=12, choices=Audience), verbose_name="征求对象")
    cites = ClauseField("依据")

    class Meta:
        verbose_name = "应当征求意见的事项"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class PublicConsultationQuerySet(models.QuerySet["PublicConsultation"]):
    def within(self, scope: Scope) -> "PublicConsultationQuerySet":
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))

    def public(self) -> "PublicConsultationQuerySet":
        """What anybody may read: neither prepared only, nor secret, nor meant for others alone."""
        return self.filter(
            opens__isnull=False, secrecy__in=(Secrecy.NONE, Secrecy.PARTS), audiences__contains=["public"]
        )

    def open_on(self, on: date) -> "PublicConsultationQuerySet":
        return self.filter(closed_at=None, opens__lte=on, closes__gte=on)

    def to_answer(self, on: date) -> "PublicConsultationQuerySet":
        """The period is over and the answers are not all published."""
        return self.filter(closed_at=None, closes__lt=on)


class PublicConsultation(models.Model):
    """征求意见: opened for so many days, answered whole, and only then closed."""

    number = models.CharField("编号", max_length=24, unique=True)
    title = models.CharField("标题", max_length=160)
    project = models.ForeignKey(
        LawProject, models.PROTECT, null=True, related_name="consultations", verbose_name="立法项目"
    )
    draft = models.ForeignKey(
        LegalDraft, models.PROTECT, null=True, related_name="consultations", verbose_name="草案"
    )
    matter = models.ForeignKey(
        ConsultedMatter, models.PROTECT, null=True, related_name="consultations", verbose_name="事项"
    )
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="征求单位")
    text = models.TextField("征求意见的内容", max_length=50_000, blank=True)  # of a matter
    explanation = models.TextField("说明", max_length=20_000)
    audiences = ArrayField(models.CharField(max_length=12, choices=Audience), verbose_name="征求对象")
    channels = models.CharField("提出意见的途径", max_length=500)
    secrecy = models.CharField("公开", max_length=6, choices=Secrecy, default=Secrecy.NONE)
    withheld = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, verbose_name="不公开的条文"
    )
    secrecy_reason = models.CharField("不公开的理由", max_length=500, blank=True)
    secrecy_decider = models.CharField("不公开的决定人", max_length=100, blank=True)
    opens = models.DateField("开始", null=True)
    closes = models.DateField("截止", null=True)
    min_days = models.PositiveSmallIntegerField("最短天数", null=True)  # as it stood at the opening
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    closed_at = models.DateTimeField("办结时间", null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办结人")

    objects = PublicConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "征求意见"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=~Q(explanation=""), name="a_consultation_explains_itself"),
            models.CheckConstraint(
                condition=Q(opens=None) | Q(closes__gte=F("opens") + F("min_days")),
                name="a_consultation_is_long_enough",
            ),
            models.CheckConstraint(
                condition=Q(secrecy="none") | (~Q(secrecy_reason="") & ~Q(secrecy_decider="")),
                name="what_is_secret_says_why_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("legislation:consultation", args=[self.number])

    @property
    def desk_address(self) -> str:
        return reverse("legislation:desk_consultation", args=[self.number])

    def is_open(self, on: date) -> bool:
        return self.closed_at is None and self.opens is not None and self.opens <= on <= self.last_day

    def days_left(self, on: date) -> int:
        return (self.last_day - on).days

    @property
    def last_day(self) -> date:
        return self.closes or date.min

    @property
    def audience_titles(self) -> list[str]:
        return [Audience(one).label for one in self.audiences]

    def stands(self, on: date) -> str:
        if self.closed_at:
            return "已公布反馈"
        if self.opens is None:
            return "准备中"
        if on < self.opens:
            return "即将开始"
        return "正在征求" if on <= self.last_day else "整理答复"
