"""检索库: what the search looks in. Made from released editions, and made again at every release."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from guangyue.gazette.models import Edition, PrintedClause, PrintedDocument


class Passage(models.Model):
    """段: a clause, or what stands in the head of a document, as it is searched."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+", verbose_name="版次")
    document = models.ForeignKey(PrintedDocument, models.CASCADE, related_name="+", verbose_name="公文")
    clause = models.ForeignKey(
        PrintedClause, models.CASCADE, null=True, related_name="+", verbose_name="条款"
    )
    folded = models.TextField("归一后的文字")
    printed = models.TextField("原文写法", blank=True)  # where it is printed otherwise than it reads
    tokens = SearchVectorField("词元")
    length = models.PositiveIntegerField("词元数")

    class Meta:
        verbose_name = "检索段"
        # Without a list of pending entries: the search after a release is as quick as any other.
        indexes = (
            GinIndex(fields=["tokens"], name="passages_by_token", fastupdate=False),
            GinIndex(
                fields=["tokens"], name="titles_by_token", fastupdate=False, condition=Q(clause__isnull=True)
            ),
        )


class Lexeme(models.Model):
    """词频: in how many passages a lexeme stands."""

    word = models.TextField("词元", primary_key=True)
    passages = models.IntegerField("段数")

    class Meta:
        verbose_name = "词频"


class Holding(models.Model):
    """入检版次: an edition that the search looks in, how much there is of it, and whose documents of which
    kinds and years it has."""

    edition = models.OneToOneField(
        Edition, models.CASCADE, primary_key=True, related_name="+", verbose_name="版次"
    )
    passages = models.PositiveIntegerField("段数")
    length = models.PositiveBigIntegerField("词元数")
    issuers = ArrayField(models.CharField(max_length=60), verbose_name="发文机关", default=list)
    series = ArrayField(models.CharField(max_length=20), verbose_name="文种", default=list)
    years = ArrayField(models.PositiveSmallIntegerField(), verbose_name="年份", default=list)

    class Meta:
        verbose_name = "入检版次"
