"""监管行为 by file: a table of Excel or CSV, in which every bad row is named before anything is taken."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, day
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import SourceSystem
from guangyue.supervision.sending import Arrival, Fault, SentAct
from guangyue.supervision.services.keeping import refuse_untrained
from guangyue.supervision.services.receiving import fault_in, item_for, receive_act

KINDS = {one.value: one for one in ItemKind}
SUBJECT_KINDS = {one.value: one for one in SubjectKind}

ACTS = Sheet(
    title="监管行为",
    columns=(
        Column("source", "来源系统", example="market-enforcement", note="接入系统的标识", longest=60),
        Column("source_id", "来源编号", example="SJ-2021-0001", note="在来源系统里的编号", longest=80),
        Column("item_code", "监管事项编码", example="37-SC-001", longest=40),
        Column("subject_kind", "对象类别", example="经营主体", choices=tuple(SUBJECT_KINDS)),
        Column(
            "subject", "对象标识", example="91371500MA3C00000X", note="统一社会信用代码、身份证号或者场所编号"
        ),
        Column("subject_name", "对象名称", required=False, example="某某食品店"),
        Column("day", "监管日期", parse=day, example="2021-04-29"),
        Column("kind", "监管方式", example="检查", choices=tuple(KINDS)),
        Column("result", "结果", example="未发现问题", longest=500),
        Column("officers", "执法人员", required=False, example="张某、李某", longest=100),
        Column("paper", "文书文号", required=False, example="聊市监检〔2021〕1号", longest=60),
        Column("batch", "抽查批次", required=False, example="2021-03", longest=60),
        Column(
            "ground",
            "抽查以外的理由",
            required=False,
            example="投诉举报",
            note="检查不在抽查之内的要写",
            longest=300,
        ),
        Column("project", "工程项目代码", required=False, example="2021-371500-47-01-000001", longest=40),
    ),
    unique=(("source", "source_id"),),
    most_rows=1_000,
)


def problems_of(reading: Reading, *, scope: Scope, on: date) -> Iterator[Problem]:
    """Rows of systems out of reach, and acts that would be sent back."""
    systems = _systems(scope)
    for row in reading.rows:
        system = systems.get(row["source"])
        if system is None:
            yield reading.problem(row, "没有登记这个接入系统，或者不是本部门的", key="source")
            continue
        sent = sent_in(row).tidied
        fault = fault_in(sent, item=item_for(sent, office=system.office), on=on)
        if fault:
            yield reading.problem(row, fault.sentence.rstrip("。"), key=fault.field)


@transaction.atomic
def take_acts(rows: Sequence[Row], *, scope: Scope, by: User, at: datetime) -> dict[Arrival, int]:
    """All or none; how many were new, changed and there already."""
    refuse_untrained(by, at=at)
    systems = _systems(scope)
    came = dict.fromkeys(Arrival, 0)
    for row in rows:
        received = receive_act(sent=sent_in(row), office=systems[row["source"]].office, by=by, at=at)
        if isinstance(received, Fault):
            raise Refused(f"第 {row.number} 行：{received.sentence}")
        came[received.arrival] += 1
    return came


def sent_in(row: Row) -> SentAct:
    said: dict[str, Any] = {key: value or "" for key, value in row.values.items()}
    said["kind"], said["subject_kind"] = KINDS[said["kind"]], SUBJECT_KINDS[said["subject_kind"]]
    return SentAct(**said)


def _systems(scope: Scope) -> Mapping[str, SourceSystem]:
    rows = SourceSystem.objects.live().within(scope).select_related("office")
    return {system.key: system for system in rows}
