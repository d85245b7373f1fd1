"""解读要点: what the automatic reading proposed of a clause, and what an official made of it.

A point hangs on the number of its document, the path of its clause and its printed words, not on the rows of
an edition: an issue that is imported again finds its confirmed points where they were.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.digest.plain import from_plain
from guangyue.gazette.reading.digest.points import LONGEST, Field, Meaning
from guangyue.organisations.models import Organisation


class DigestPointQuerySet(models.QuerySet["DigestPoint"]):
    def of(self, document: PrintedDocument) -> "DigestPointQuerySet":
        return self.filter(document_key=document.key)

    def proposed(self) -> "DigestPointQuerySet":
        return self.filter(state=DigestPoint.State.PROPOSED)

    def decided(self) -> "DigestPointQuerySet":
        return self.exclude(state=DigestPoint.State.PROPOSED)

    def valid(self) -> "DigestPointQuerySet":
        """What the public may rely on: confirmed or corrected, and still printed."""
        return self.filter(state__in=(DigestPoint.State.CONFIRMED, DigestPoint.State.CORRECTED), lost=False)

    def to_look_at(self) -> "DigestPointQuerySet":
        """What an official has not decided, and what was decided of words that are printed no more."""
        return self.filter(Q(state=DigestPoint.State.PROPOSED) | Q(lost=True))


class DigestPoint(models.Model):
    """要点: one thing that a clause says, in the words `printed` at `start` to `end` of one of its fields."""

    class Kind(models.TextChoices):
        BENEFICIARY = "Beneficiary", "适用对象"
        AMOUNT = "Amount", "金额"
        DEADLINE = "Deadline", "时限"
        BODY = "Body", "责任单位"
        REPEAL = "Repeal", "废止文件"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待确认"
        CONFIRMED = "confirmed", "已确认"
        CORRECTED = "corrected", "已更正"
        REJECTED = "rejected", "已剔除"

    document_key = models.CharField("公文标识", max_length=80, db_index=True)
    path = models.CharField("条款号", max_length=60)
    kind = models.CharField("种类", max_length=12, choices=Kind)
    field = models.CharField("所在", max_length=8, choices=[(one.value, one.name) for one in Field])
    printed = models.CharField("原文", max_length=LONGEST)
    occurrence = models.PositiveSmallIntegerField("第几处")  # of the same words in the same field
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    order = models.PositiveIntegerField("序")  # through the document
    read = models.JSONField("识别结果")
    corrected = models.JSONField("更正为", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    lost = models.BooleanField("原文已变", default=False)  # not found in the latest edition
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="机构"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="确认人",
    )
    decided_at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = DigestPointQuerySet.as_manager()

    class Meta:
        verbose_name = "解读要点"
        ordering = ("document_key", "order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["document_key", "path", "kind", "field", "printed", "occurrence"],
                name="one_point_of_the_same_words",
            ),
        )
        indexes = (models.Index(fields=["document_key", "state"], name="points_of_a_document"),)

    def __str__(self) -> str:
        return f"{self.document_key} {self.path} {self.get_kind_display()}：{self.printed}"

    @property
    def meaning(self) -> Meaning:
        """What the official said, or else what was read."""
        return from_plain(self.kind, self.corrected or self.read)

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED


def with_points_counted(documents: QuerySet[PrintedDocument]) -> QuerySet[Any]:
    """Each with how many `points` it has, how many are `waiting` for somebody and how many `settled`."""
    points = DigestPoint.objects.filter(document_key=OuterRef("key")).order_by().values("document_key")
    everyone = points.annotate(many=Count("pk")).values("many")
    waiting = points.filter(Q(state=DigestPoint.State.PROPOSED) | Q(lost=True)).annotate(many=Count("pk"))
    return documents.annotate(
        points=Coalesce(Subquery(everyone), 0),
        waiting=Coalesce(Subquery(waiting.values("many")), 0),
    ).annotate(settled=F("points") - F("waiting"))
