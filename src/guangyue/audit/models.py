"""The trail: records, the links that seal them, heads noted down, and what each verification found.

The tables of the first three are made in SQL, by the migration: rows can only be added, and are never
flushed.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db import connection, models
from django.urls import reverse

from guangyue.audit.wording import Change, called, changes, table_title

ACTIONS = """
with recursive found as (
    select min(action) as action from audit_record
    union all
    select (select min(action) from audit_record where action > found.action)
    from found where found.action is not null
)
select action from found where action is not null
"""


class RecordQuerySet(models.QuerySet["Record"]):
    def actions(self) -> list[str]:
        """Each action there is, by skipping along the index from one to the next."""
        with connection.cursor() as cursor:
            cursor.execute(ACTIONS)
            return [action for (action,) in cursor.fetchall()]

    def of_row(self, row: models.Model) -> "RecordQuerySet":
        return self.filter(table_name=row._meta.db_table, row_key=str(row.pk))


class Record(models.Model):
    """审计记录: one row that was added, changed or deleted; or an act that changes none, such as a look."""

    at = models.DateTimeField("时间")
    by_id = models.BigIntegerField("账户号", null=True)
    by_name = models.TextField("操作人")
    reference = models.TextField("参考编号")
    action = models.TextField("操作")
    table_name = models.TextField("表")
    row_key = models.TextField("行")
    before = models.JSONField("此前", null=True)
    after = models.JSONField("此后", null=True)
    detail = models.JSONField("详情", null=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "audit_record"
        verbose_name = "审计记录"

    def __str__(self) -> str:
        return f"审计记录 {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("audit:record", args=[self.pk])

    @property
    def who(self) -> str:
        return self.by_name or "系统"

    @property
    def what(self) -> str:
        """The row, as the table and its key."""
        return f"{self.table} {self.row_key}".strip()

    @property
    def table(self) -> str:
        return table_title(self.table_name)

    @property
    def summary(self) -> str:
        """In a line: what a new or deleted row is called, which columns changed, what is known of an act."""
        if self.detail:
            return "，".join(f"{key}：{value}" for key, value in self.detail.items())
        if self.before and self.after:
            return "、".join(change.column for change in self.changes())
        return called(self.table_name, self.after or self.before or {})

    def changes(self) -> Iterator[Change]:
        return changes(self.table_name, self.before or {}, self.after or {})


class Link(models.Model):
    """链上的一环: seals one record, and hangs on the link before."""

    number = models.BigIntegerField("链上序号", primary_key=True)
    record = models.OneToOneField(Record, models.DO_NOTHING, verbose_name="审计记录")
    algorithm = models.TextField("算法")
    digest = models.TextField("摘要")

    class Meta:
        managed = False
        db_table = "audit_link"
        verbose_name = "审计链"


class Anchor(models.Model):
    """留存的链头: what the chain came to at a moment, noted down, to be compared with it ever after."""

    link = models.OneToOneField(
        Link, models.DO_NOTHING, primary_key=True, db_column="number", verbose_name="链上序号"
    )
    digest = models.TextField("摘要")
    at = models.DateTimeField("留存时间")

    class Meta:
        managed = False
        db_table = "audit_anchor"
        verbose_name = "留存的链头"


class Verification(models.Model):
    """核验: one walk along the whole chain, and what was found."""

    at = models.DateTimeField("核验时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="核验人"
    )
    head_number = models.BigIntegerField("链头序号")
    head_digest = models.TextField("链头摘要")
    faults = models.PositiveBigIntegerField("问题数")
    sentences = models.JSONField("问题", default=list)

    class Meta:
        verbose_name = "审计链核验"
        get_latest_by = ("at", "pk")

    @property
    def passed(self) -> bool:
        return self.faults == 0
