"""意见, by article, each with its answer; one answer may be that of many who said the same."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.masks import mask_name
from guangyue.legislation.articles import fit_to_show
from guangyue.legislation.kinds import INDIVIDUALLY_ANSWERED, NAMED, Speaker, Stance, Uptake
from guangyue.legislation.models.consultations import PublicConsultation
from guangyue.legislation.models.drafting import Article

CODE_LENGTH = 8


def new_code() -> str:
    return new_check_code(CODE_LENGTH)


class ReplyQuerySet(models.QuerySet["Reply"]):
    def standing(self) -> "ReplyQuerySet":
        """Those that somebody still rests on: an answer that was given again leaves none with the first."""
        return self.annotate(many=Count("comments")).filter(many__gt=0)


class Reply(models.Model):
    """答复: taken or not and why, to one comment or to all of an article that say the same."""

    consultation = models.ForeignKey(PublicConsultation, models.PROTECT, related_name="replies")
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+", verbose_name="条文")
    summary = models.CharField("意见摘要", max_length=500)
    uptake = models.CharField("采纳情况", max_length=10, choices=Uptake)
    reason = models.CharField("理由", max_length=1000)
    single = models.BooleanField("单独答复")
    said_by = models.CharField("提出人", max_length=120, blank=True)  # as it may be shown; of a group, nobody
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="答复人")
    at = models.DateTimeField("答复时间")

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = "意见答复"
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_reply_says_why"),)


class CommentQuerySet(models.QuerySet["Comment"]):
    def within(self, scope: Scope) -> "CommentQuerySet":
        return self.filter(
            scope.rows(region="consultation__unit__region_id", organisation="consultation__unit_id")
        )

    def unanswered(self) -> "CommentQuerySet":
        return self.filter(reply=None)

    def answered_together(self) -> "CommentQuerySet":
        """All but those that must be answered one by one."""
        return self.exclude(speaker__in=INDIVIDUALLY_ANSWERED)


class Comment(models.Model):
    """意见: what somebody says of an article or of the whole. What comes together shares a receipt."""

    class Source(models.TextChoices):
        ONLINE = "online", "网上提出"
        LETTER = "letter", "来信、电话、座谈"

    receipt = models.CharField("回执编号", max_length=24)
    code = models.CharField("查询码", max_length=CODE_LENGTH, default=new_code)
    consultation = models.ForeignKey(
        PublicConsultation, models.PROTECT, db_index=False, related_name="comments", verbose_name="征求意见"
    )
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="条文"
    )
    stance = models.CharField("态度", max_length=8, choices=Stance)
    text = models.TextField("意见", max_length=2000)
    speaker = models.CharField("身份", max_length=16, choices=Speaker)
    name = models.CharField("姓名或者单位", max_length=100, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    name_shown = models.BooleanField("同意公开姓名", default=False)
    source = models.CharField("来源", max_length=8, choices=Source)
    received_at = models.DateTimeField("收到时间")
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    reply = models.ForeignKey(Reply, models.PROTECT, null=True, related_name="comments", verbose_name="答复")

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "意见"
        ordering = ("id",)
        indexes = (
            models.Index(fields=["receipt"], name="comments_of_a_receipt"),
            models.Index(fields=["consultation", "id"], name="comments_of_consultation"),
            models.Index(fields=["consultation", "article", "stance"], name="comments_of_article"),
            models.Index(fields=["consultation", "id"], condition=Q(reply=None), name="comments_to_answer"),
        )

    def __str__(self) -> str:
        return self.text[:40]

    def get_absolute_url(self) -> str:
        return reverse("legislation:comment", args=[self.pk])

    @property
    def alone(self) -> bool:
        """单独答复: of deputies and committee members."""
        return self.speaker in INDIVIDUALLY_ANSWERED

    @property
    def shown_by(self) -> str:
        """提出人, as it may be shown: units by their names, people only when they agreed, else masked."""
        title = str(self.get_speaker_display())
        if not self.name:
            return title
        whole = self.name_shown or self.speaker in NAMED
        return f"{title}（{self.name if whole else mask_name(self.name)}）"

    @property
    def fit_text(self) -> str:
        return fit_to_show(self.text, on=self.received_at.date())
