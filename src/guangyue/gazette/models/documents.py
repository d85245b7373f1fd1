"""公文 and 条款 as an edition prints them, what they refer to, and when they are in force."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from guangyue.gazette.document import Clause
from guangyue.gazette.models.issues import Edition
from guangyue.gazette.reading.shapes import Category, Level, Relation


class PrintedDocumentQuerySet(models.QuerySet["PrintedDocument"]):
    def released(self) -> "PrintedDocumentQuerySet":
        """What may be cited: the documents of released editions."""
        return self.filter(edition__state=Edition.State.RELEASED)


class PrintedDocument(models.Model):
    """公文: one document of an edition; the month's chronicle is one without a number."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="documents", verbose_name="版次")
    order = models.PositiveIntegerField("序")
    key = models.CharField("标识", max_length=80, db_index=True)  # its number; 大事记2019年3月
    number = models.CharField("文号", max_length=60, blank=True, db_index=True)
    series = models.CharField(
        "文种", max_length=20, blank=True, db_index=True
    )  # 政发, 政办字, 财社, 令, 大事记
    year = models.PositiveSmallIntegerField("年份", null=True, blank=True)
    serial = models.PositiveIntegerField("序号", null=True, blank=True)
    title = models.CharField("标题", max_length=300)
    printed_title = models.CharField("正文标题", max_length=400, blank=True)
    issuers = ArrayField(models.CharField(max_length=60), verbose_name="发文机关", default=list)
    author = models.CharField("被转发文件的起草机关", max_length=60, blank=True)
    category = models.CharField("栏目", max_length=10, choices=[(one.value, one.value) for one in Category])
    page_from = models.PositiveIntegerField("起页", null=True, blank=True)
    page_to = models.PositiveIntegerField("止页", null=True, blank=True)
    pieces = models.JSONField("行段", default=list)  # [{"first", "last", "marker", "by_hand"}, …]
    day = models.DateField("成文日期", null=True, blank=True, db_index=True)
    addressees = ArrayField(models.CharField(max_length=120), verbose_name="主送", default=list)
    signatory = models.CharField("签发人", max_length=40, blank=True)
    adopted = models.CharField("通过会议", max_length=120, blank=True)
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    parts = models.JSONField("组成", default=list)  # [{"kind", "name", "title", "spans"}, …]
    annexes = models.JSONField("附件", default=list)  # [{"number", "title", "omitted", "spans"}, …]
    no_stacking = models.CharField("不得重复享受", max_length=60, blank=True)  # path of the clause
    prevails = models.CharField("优先适用", max_length=60, blank=True)  # path of the clause
    interpreters = ArrayField(models.CharField(max_length=60), verbose_name="解释机关", default=list)

    objects = PrintedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "公文"
        ordering = ("-day", "-serial", "order")
        constraints = (models.UniqueConstraint(fields=["edition", "order"], name="one_document_of_an_order"),)

    def __str__(self) -> str:
        return f"{self.number}{self.title}" if self.number else self.title


class PrintedClause(models.Model):
    """条款: `path` is how it is cited within its document, and may be empty for text that is never cited."""

    document = models.ForeignKey(PrintedDocument, models.CASCADE, related_name="clauses", verbose_name="公文")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="inner", verbose_name="上级"
    )
    order = models.PositiveIntegerField("序")  # through the document, a clause before those within it
    depth = models.PositiveIntegerField("深度")
    part = models.PositiveIntegerField("所在组成")  # index into the document's parts
    path = models.CharField("条款号", max_length=60)
    level = models.CharField("层次", max_length=12, choices=[(one.name, one.value) for one in Level])
    label = models.CharField("编号", max_length=20, blank=True)
    heading = models.CharField("条标", max_length=300, blank=True)
    text = models.TextField("文字", blank=True)
    note = models.TextField("责任单位", blank=True)
    spans = models.JSONField("行段", default=list)  # [[first, last], …]
    rows = models.JSONField("表格", default=list)

    class Meta:
        verbose_name = "条款"
        ordering = ("document", "order")
        constraints = (
            models.UniqueConstraint(fields=["document", "order"], name="one_clause_of_an_order"),
            models.UniqueConstraint(
                fields=["document", "path"], condition=~Q(path=""), name="one_clause_of_a_path"
            ),
        )

    def __str__(self) -> str:
        return str(self.cites)

    @property
    def cites(self) -> Clause:
        return Clause(self.document.key, self.path)


class PrintedReferenceQuerySet(models.QuerySet["PrintedReference"]):
    def released(self) -> "PrintedReferenceQuerySet":
        return self.filter(document__edition__state=Edition.State.RELEASED)


class PrintedReference(models.Model):
    """引用: from a clause to a document, in the library or outside it."""

    document = models.ForeignKey(
        PrintedDocument, models.CASCADE, related_name="references", verbose_name="公文"
    )
    path = models.CharField("条款号", max_length=60, blank=True)
    target = models.CharField("被引公文", max_length=120, db_index=True)
    path_in_target = models.CharField("被引条款", max_length=60, blank=True)
    relation = models.CharField("关系", max_length=10, choices=[(one.name, one.value) for one in Relation])
    printed = models.CharField("原文写法", max_length=200)
    line_first = models.PositiveIntegerField("起行")
    line_last = models.PositiveIntegerField("止行")

    objects = PrintedReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "引用"
        ordering = ("document", "line_first", "id")


class PrintedWindowQuerySet(models.QuerySet["PrintedWindow"]):
    def covering(self, on: date) -> "PrintedWindowQuerySet":
        return self.filter(Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gte=on))


class PrintedWindow(models.Model):
    """效力: from when to when a document, or a clause of it, is in force, and the clause that says so."""

    document = models.ForeignKey(PrintedDocument, models.CASCADE, related_name="windows", verbose_name="公文")
    of = models.CharField("对象条款", max_length=60, blank=True)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)
    said_by = models.CharField("依据条款", max_length=60, blank=True)
    event = models.CharField("终止事件", max_length=120, blank=True)
    remark = models.CharField("说明", max_length=120, blank=True)

    objects = PrintedWindowQuerySet.as_manager()

    class Meta:
        verbose_name = "效力"
        ordering = ("document", "of", "since")
