"""清单的表样: what a row of the abatement list says, checked before it is written; out as it came in."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Field

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Source
from guangyue.alerts.models.amounts import COLUMNS, amounts_of
from guangyue.alerts.models.sources import KINDS
from guangyue.alerts.plans import Level
from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.services.listing import MeasureSaid, SourceSaid
from guangyue.alerts.workbooks import source_cells as cells
from guangyue.kit.access import Scope
from guangyue.kit.sheets import (
    Column,
    Problem,
    Reading,
    Row,
    Sheet,
    Value,
    credit_code,
    day,
    yes_no,
)
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

KIND_OF = {title: name for name, title in KINDS}
GRADE_OF = {one.value: one.name for one in Grade}
NO_REGION = "没有这个县（市、区），或者不在您的管辖范围"
ENTERPRISE = RecipientKind.ENTERPRISE.name


def asking_levels() -> list[Level]:
    """The levels at which something is saved."""
    return [level for level in response_plan().levels if level.reduction]


def _flag(key: str, header: str) -> Column:
    return Column(key, header, parse=yes_no, required=False, example="否")


PLAIN = (
    Column(
        "code",
        "编号",
        parse=cells.code,
        example="91371502MA3C000001-1",
        note="统一社会信用代码加厂址序号，或者自编编号",
        longest=40,
        width=24,
    ),
    Column("kind", "类别", choices=tuple(KIND_OF), example=RecipientKind.ENTERPRISE.value),
    Column("name", "名称", example="东湖铸造厂", longest=120, width=30),
    Column(
        "firm",
        "统一社会信用代码",
        parse=credit_code,
        required=False,
        note="写明以后，指令也出现在它的账户里",
        width=24,
    ),
    Column("region", "地区代码", example="371502", note="县（市、区）的区划代码"),
    Column("address", "地址", required=False, example="东湖路 1 号", width=30),
    Column("industry", "行业", required=False, example="铸造", longest=40, note="企业必填"),
    Column("processes", "涉气工序", parse=cells.words, required=False, note="几道的用顿号隔开"),
    Column("grade", "绩效等级", required=False, choices=tuple(GRADE_OF), example=Grade.C.value),
    _flag("micro", "小微涉气企业"),
    Column("listed", "列入清单", parse=yes_no, required=False, example="是", note="不填就是列入"),
    _flag("guaranteed", "保障类"),
    Column("tasks", "保障任务", parse=cells.tasks, required=False, note="、".join(cells.TASK_OF), width=30),
    Column("guarantee_ends", "保障期至", parse=day, required=False, example="2027-03-15"),
    Column("dust_measures_met", "达到扬尘管控要求", parse=yes_no, required=False, example="是"),
    *(
        Column(
            column, f"日排{emitted.value}", parse=cells.kilograms, required=False, example="12.5", note="千克"
        )
        for emitted, column in COLUMNS.items()
    ),
    Column("daily_trips", "日进出车辆", parse=cells.count, required=False, example="12"),
    _flag("peoples_supply", "民生保障类物流"),
    Column("batch", "轮流停产批次", parse=cells.batch, required=False, example="1"),
    _flag("uninterruptible", "工序不可中断"),
    _flag("cems", "CEMS"),
    Column("dcs_months", "DCS记录月数", parse=cells.count, required=False, example="0"),
    Column("contact", "联系人", required=False, example="王工", longest=50),
    Column("phone", "手机", parse=cells.mobile, required=False, example="13800000001"),
    Column("email", "电子邮箱", parse=cells.mailbox, required=False, example="name@example.com"),
    Column("own_person", "企业责任人", required=False, note="姓名", longest=50),
    Column("area_person", "属地责任人", required=False, note="姓名", longest=50),
    Column("department_person", "主管部门责任人", required=False, note="姓名", longest=50),
    Column("plan_filed_with", "方案备案单位", required=False, note="操作方案向谁备案", longest=60),
    Column("plan_filed_on", "方案备案日期", parse=day, required=False, example="2026-10-08"),
)
LINES = Column(
    "lines",
    "生产线",
    parse=cells.lines,
    required=False,
    example=f"{cells.LINE_EXAMPLE}；二号线 40%",
    note=f"每条线写{cells.LINE_PARTS}；各条之间用分号隔开",
    width=40,
)
NOT_SAID = {
    "kind": None,
    "region": None,
    "grade": Grade.UNRATED.name,
    "listed": True,
    "dust_measures_met": True,
}


def _of_level(level: Level) -> Iterator[Column]:
    said = level.title.removesuffix("预警")
    yield Column(
        f"{level.key}_text", f"{said}措施", required=False, example="停用二号线", longest=500, width=30
    )
    for emitted, column in COLUMNS.items():
        yield Column(
            f"{level.key}_{column}", f"{said}减{emitted.value}", parse=cells.percent, required=False, note="%"
        )


def source_sheet() -> Sheet:
    """The plain columns, the lines, and for each level what is done and what it saves."""
    levels = (column for level in asking_levels() for column in _of_level(level))
    return Sheet("应急减排清单", (*PLAIN, LINES, *levels), unique=(("code",),))


def check_sources(reading: Reading, scope: Scope) -> Iterator[Problem]:
    """What a row as a whole gets wrong, and whose it is not to fill in."""
    regions = Region.objects.within(scope).of_county_level().in_bulk()
    firms = _firms(reading.rows)
    foreign = set(Source.objects.exclude(pk__in=Source.objects.within(scope)).values_list("code", flat=True))
    for row in reading.rows:
        if row["region"] not in regions:
            yield reading.problem(row, NO_REGION, key="region")
        if row["firm"] and row["firm"] not in firms:
            yield reading.problem(row, cells.NO_FIRM, key="firm")
        if row["code"] in foreign:
            yield reading.problem(row, "这个编号是别的地区的清单对象", key="code")
        yield from _faults(reading, row)


def _faults(reading: Reading, row: Row) -> Iterator[Problem]:
    is_enterprise = KIND_OF[row["kind"]] == ENTERPRISE
    if is_enterprise and not row["industry"]:
        yield reading.problem(row, "企业要写明行业", key="industry")
    if row["guaranteed"] and is_enterprise and not row["tasks"]:
        yield reading.problem(row, "保障类企业要写明保障任务", key="tasks")
    elif row["guaranteed"] and not Source(**_told(row)).guarantee.eligible:
        yield reading.problem(row, "不符合列入保障类的条件", key="guaranteed")
    for level in asking_levels():
        saves = any(row[f"{level.key}_{column}"] for column in COLUMNS.values())
        if saves and not row[f"{level.key}_text"]:
            yield reading.problem(row, "写了减排比例，要写明措施", key=f"{level.key}_text")


def sources_of(rows: Iterable[Row], scope: Scope) -> list[SourceSaid]:
    kept = list(rows)
    regions, firms = Region.objects.within(scope).of_county_level().in_bulk(), _firms(kept)
    return [
        SourceSaid(
            code=row["code"],
            told={**_told(row), "region": regions[row["region"]], "firm": firms.get(row["firm"])},
            lines=row["lines"] or (),
            measures={
                level.key: _measure(row, level) for level in asking_levels() if row[f"{level.key}_text"]
            },
        )
        for row in kept
    ]


def rows_of(sources: Iterable[Source]) -> Iterator[list[Value]]:
    """The list as the same sheet would bring it in again."""
    for source in sources:
        measures = {one.level: one for one in source.level_measures.all()}
        told: list[Value] = [_cell(source, column.key) for column in PLAIN]
        told.append("；".join(map(cells.line_said, source.lines.all())))
        for level in asking_levels():
            measure = measures.get(level.key)
            amounts = amounts_of(measure) if measure else dict.fromkeys(Emitted)
            told += [measure.text if measure else "", *amounts.values()]
        yield told


def _told(row: Row) -> dict[str, Any]:
    """The plain columns as the model keeps them; what a row leaves out is as if it were new."""
    told = {column.key: row[column.key] for column in PLAIN if column.key not in ("code", "region", "firm")}
    told |= {"kind": KIND_OF[row["kind"]], "grade": GRADE_OF.get(row["grade"] or "", Grade.UNRATED.name)}
    return {name: _default(name) if value is None else value for name, value in told.items()}


def _firms(rows: Iterable[Row]) -> dict[str, Firm]:
    """Those that rows name, by their codes."""
    return Firm.objects.in_bulk({row["firm"] for row in rows if row["firm"]}, field_name="credit_code")


def _default(name: str) -> Any:
    if name in NOT_SAID:
        return NOT_SAID[name]
    field = Source._meta.get_field(name)
    assert isinstance(field, Field)
    return field.get_default()


def _measure(row: Row, level: Level) -> MeasureSaid:
    percents = {column: row[f"{level.key}_{column}"] or Decimal(0) for column in COLUMNS.values()}
    return MeasureSaid(row[f"{level.key}_text"], percents)


def _cell(source: Source, key: str) -> Value:
    match key:
        case "kind" | "grade":
            shown: str = getattr(source, f"get_{key}_display")()
            return shown
        case "region":
            return source.region_id
        case "firm":
            return source.credit_code
        case "processes":
            return "、".join(source.processes)
        case "tasks":
            return source.tasks_said
        case _:
            value: Value = getattr(source, key)
            return value
