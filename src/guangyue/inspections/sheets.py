"""两库的表样: what a row of the tables says, checked before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils import timezone

from guangyue.inspections.kinds import Class, OfficerRole
from guangyue.inspections.models import Inspector, Item, Subject
from guangyue.inspections.services.pools import InspectorSaid, SubjectSaid, check_number
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import (
    Cell,
    Column,
    Problem,
    Reading,
    Row,
    Sheet,
    Unreadable,
    day,
    text,
    whole_number,
)
from guangyue.organisations.models import Organisation, Region

LETTERS = tuple(one.name for one in Class)
STATUSES = {label: value for value, label in Subject.Status.choices}
NO_REGION = "没有这个地区，或者不在您的管辖范围"
MOST_LOAD = 1000
ROLES = {role.value: role for role in OfficerRole}


def _number(cell: Cell) -> str:
    number = text(cell)
    try:
        check_number(number, on=timezone.localdate())
    except Refused as refusal:
        raise Unreadable(refusal.sentence.removesuffix("。")) from None
    return number


def _load(cell: Cell) -> int:
    number = whole_number(cell)
    if not 1 <= number <= MOST_LOAD:
        raise Unreadable(f"应当在 1 和 {MOST_LOAD} 之间")
    return number


def _words(cell: Cell) -> tuple[str, ...]:
    said = text(cell).replace("，", "、").replace(",", "、").replace("；", "、").replace(";", "、")
    words = tuple(filter(None, map(str.strip, said.split("、"))))
    if any("|" in word for word in words):
        raise Unreadable("不能有竖线")
    return words


SUBJECTS = Sheet(
    "检查对象",
    (
        Column(
            "number",
            "编号",
            parse=_number,
            example="91371502MA3C000001",
            note="统一社会信用代码，或者自编编号",
        ),
        Column("name", "名称", example="东湖一号商行", width=30),
        Column("region", "地区代码", example="371502", note="区划代码，到县或者到镇街"),
        Column(
            "items", "抽查事项编码", parse=_words, example="food-sales", note="几项的用顿号隔开", width=30
        ),
        Column("address", "地址", required=False, width=30),
        Column("risk_class", "风险等级", required=False, choices=LETTERS, example="B"),
        Column("credit_class", "信用等级", required=False, choices=LETTERS, example="A"),
        Column("status", "状态", required=False, choices=tuple(STATUSES), example="正常"),
    ),
    unique=(("number",),),
)
INSPECTORS = Sheet(
    "执法人员",
    (
        Column("number", "编号", parse=_number, example="SC-0001", note="不能用身份证号码"),
        Column("name", "姓名", example="王小明"),
        Column("organisation", "部门", example="市场监督管理局", note="机构名录里的全称", width=24),
        Column("region", "地区代码", example="371502"),
        Column("role", "类别", choices=tuple(ROLES), example=OfficerRole.CIVIL_SERVANT.value, width=20),
        Column("qualifications", "执法资质", parse=_words, example="通用、食品", note="几项的用顿号隔开"),
        Column("specialities", "业务专长", parse=_words, required=False, example="餐饮"),
        Column("certificate_number", "执法证号", required=False, example="15000001"),
        Column("valid_until", "证件有效期至", parse=day, required=False, example="2025-12-31"),
        Column("max_load", "每批最多检查", parse=_load, required=False, example="10"),
    ),
    unique=(("number",),),
)


def check_subjects(reading: Reading, scope: Scope) -> Iterator[Problem]:
    """Regions and items that are not there, or not one's own to fill in."""
    regions, items = _regions(scope), _items(scope)
    for row in reading.rows:
        if row["region"] not in regions:
            yield reading.problem(row, NO_REGION, key="region")
        if unknown := [code for code in row["items"] if code not in items]:
            yield reading.problem(row, f"没有这个抽查事项：{'、'.join(unknown)}", key="items")


def check_inspectors(reading: Reading, scope: Scope) -> Iterator[Problem]:
    regions, organisations = _regions(scope), _organisations(scope)
    foreign = set(
        Inspector.objects.exclude(pk__in=Inspector.objects.within(scope)).values_list("number", flat=True)
    )
    for row in reading.rows:
        if row["region"] not in regions:
            yield reading.problem(row, NO_REGION, key="region")
        if row["organisation"] not in organisations:
            yield reading.problem(row, "没有这个部门，或者不在您的管辖范围", key="organisation")
        if row["number"] in foreign:
            yield reading.problem(row, "这个编号是别的部门的人员", key="number")


def subjects_of(rows: Iterable[Row], scope: Scope) -> list[SubjectSaid]:
    regions, items = _regions(scope), _items(scope)
    return [
        SubjectSaid(
            number=row["number"],
            name=row["name"],
            region=regions[row["region"]],
            items=[items[code] for code in row["items"]],
            address=row.values.get("address") or "",
            risk_class=row.values.get("risk_class") or "",
            credit_class=row.values.get("credit_class") or "",
            status=STATUSES[row.values.get("status") or "正常"],
        )
        for row in rows
    ]


def inspectors_of(rows: Sequence[Row], scope: Scope) -> list[InspectorSaid]:
    regions, organisations = _regions(scope), _organisations(scope)
    return [
        InspectorSaid(
            number=row["number"],
            name=row["name"],
            organisation=organisations[row["organisation"]],
            region=regions[row["region"]],
            role=ROLES[row["role"]],
            qualifications=row["qualifications"],
            specialities=row.values.get("specialities") or (),
            certificate_number=row.values.get("certificate_number") or "",
            valid_until=row.values.get("valid_until"),
            max_load=row.values.get("max_load") or 10,
        )
        for row in rows
    ]


def _regions(scope: Scope) -> Mapping[str, Region]:
    return Region.objects.within(scope).in_bulk()


def _items(scope: Scope) -> Mapping[str, Item]:
    return {item.code: item for item in Item.objects.within(scope)}


def _organisations(scope: Scope) -> Mapping[str, Any]:
    return {one.name: one for one in Organisation.objects.within(scope)}
