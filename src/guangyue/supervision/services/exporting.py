"""省级报送: what the province has not got yet, in its own item codes, with counts that must agree."""

from collections.abc import Iterator
from datetime import datetime
from tempfile import TemporaryFile

from django.db import transaction
from django.db.models import F, QuerySet

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.sheets import Receipt, Value, write_table
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import ActRevision, ExportLine, ProvincialExport, SupervisionAct
from guangyue.supervision.refusals import NothingToExport

NO_CODE = "监管事项没有省级编码"
HEADINGS = (
    "省级事项编码",
    "来源系统",
    "来源编号",
    "第几次报送",
    "监管部门",
    "监管方式",
    "监管日期",
    "对象类别",
    "对象标识",
    "对象名称",
    "执法人员",
    "结果",
    "文书文号",
)


@transaction.atomic
def export_acts(*, by: User | None, at: datetime) -> ProvincialExport:
    """A batch of all that is new or was changed; what has no provincial code waits for one."""
    acts = SupervisionAct.objects.to_export().select_for_update(of=("self",)).select_related("item")
    waiting = {act.pk: act for act in acts.order_by("pk")}
    if not waiting:
        raise NothingToExport
    day = local_day(at)
    last = ProvincialExport.objects.filter(day=day).order_by("-batch").first()
    coded = [pk for pk, act in waiting.items() if act.item.provincial_code]
    batch = ProvincialExport.objects.create(
        day=day,
        batch=last.batch + 1 if last else 1,
        taken=len(coded),
        left_out=len(waiting) - len(coded),
        by=by,
        at=at,
    )
    ExportLine.objects.bulk_create(_line(batch, one, waiting[one.act_id]) for one in _last_forms(waiting))
    SupervisionAct.objects.filter(pk__in=coded).update(exported=F("revision"))
    batch.sha256 = _written(batch).contents
    batch.save(update_fields=["sha256"])
    return batch


def rows_of(batch: ProvincialExport) -> Iterator[tuple[Value, ...]]:
    """The file's rows: the same whenever they are asked for."""
    lines = batch.lines.filter(reason="").select_related("revision__act__office").order_by("revision__act")
    for line in lines.iterator():
        yield _row(line)


def name_of(batch: ProvincialExport) -> str:
    return f"监管行为省级报送{batch.day:%Y%m%d}第{batch.batch}批"


def _last_forms(waiting: dict[int, SupervisionAct]) -> QuerySet[ActRevision]:
    return ActRevision.objects.filter(act__in=waiting, number=F("act__revision")).order_by("act")


def _line(batch: ProvincialExport, form: ActRevision, act: SupervisionAct) -> ExportLine:
    code = act.item.provincial_code
    return ExportLine(export=batch, revision=form, provincial_code=code, reason="" if code else NO_CODE)


def _written(batch: ProvincialExport) -> Receipt:
    with TemporaryFile() as file:
        return write_table(file, name_of(batch), HEADINGS, rows_of(batch), as_="csv")


def _row(line: ExportLine) -> tuple[Value, ...]:
    """As it was sent then, whatever the act has become."""
    said = line.revision.content
    return (
        line.provincial_code,
        said["source"],
        said["source_id"],
        line.revision.number,
        line.revision.act.office.name,
        ItemKind[said["kind"]].value,
        said["day"],
        SubjectKind[said["subject_kind"]].value,
        said["subject"],
        said.get("subject_name", ""),
        said.get("officers", ""),
        said["result"],
        said.get("paper", ""),
    )
