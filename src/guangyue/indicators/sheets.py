"""实际数 by file: a table of Excel or CSV, every bad row named before anything is taken."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.services.figures import FigureSaid, checked, enter_figure
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Cell, Column, Problem, Reading, Row, Sheet, Unreadable, day, text, yes_no
from guangyue.organisations.models import Organisation

LARGEST = Decimal(10) ** 13


def number(cell: Cell) -> Decimal:
    """With up to six decimals."""
    try:
        value = round(Decimal(text(cell).replace(",", "").removesuffix("%")), 6)
    except InvalidOperation:
        raise Unreadable("应当是数字") from None
    if not value.is_finite() or abs(value) >= LARGEST:
        raise Unreadable("数字太大")
    return value


FIGURES = Sheet(
    title="实际数",
    columns=(
        Column("target", "目标编号", example="TA71", longest=24),
        Column(
            "organisation",
            "承担单位",
            required=False,
            example="东阿县人民政府",
            note="全市的数不填",
            longest=80,
        ),
        Column("on", "截至日期", parse=day, example="2021-03-31"),
        Column("value", "实际数", parse=number, example="58.5"),
        Column("unit", "单位", example="微克/立方米", longest=20),
        Column("base", "基期数", required=False, parse=yes_no, example="否"),
        Column("source", "来源文件", example="某某统计月报（2021年3月）", longest=120),
    ),
    unique=(("target", "organisation", "on", "base"),),
    most_rows=2_000,
)


def problems_of(reading: Reading, *, scope: Scope, on: date) -> Iterator[Problem]:
    """Rows of targets out of reach, and numbers that would be refused."""
    targets, offices = _targets(reading.rows, scope), _offices(reading.rows)
    for row in reading.rows:
        try:
            checked(_said(row, targets, offices, scope), on=on)
        except Refused as refused:
            yield reading.problem(row, refused.sentence.rstrip("。"), key=refused.field)


@transaction.atomic
def take_figures(rows: Sequence[Row], *, scope: Scope, office: Organisation, by: User, at: datetime) -> int:
    """All or none; they are drafts until each has its evidence."""
    targets, offices = _targets(rows, scope), _offices(rows)
    for row in rows:
        said = _said(row, targets, offices, scope)
        try:
            enter_figure(said=said, office=office, by=by, at=at, way=Figure.Way.TABLE)
        except Refused as refused:
            raise Refused(f"第 {row.number} 行：{refused.sentence}") from refused
    return len(rows)


def may_report(target: Target, organisation: Organisation | None, scope: Scope) -> bool:
    """The whole by its owner, a part by whoever bears it or by the owner."""
    offices = [one for one in (target.owner, organisation) if one is not None]
    return scope.everywhere or any(scope.covers(region=one.region_id, organisation=one.pk) for one in offices)


def _said(
    row: Row, targets: Mapping[str, Target], offices: Mapping[str, Organisation], scope: Scope
) -> FigureSaid:
    target = targets.get(row["target"])
    if target is None:
        raise Refused("没有这个目标，或者不是本单位的。", field="target")
    named = row["organisation"]
    if named and named not in offices:
        raise Refused("没有这个单位，请写全称。", field="organisation")
    organisation = offices.get(named) if named else None
    if not may_report(target, organisation, scope):
        raise Refused("这个数不由本单位填报。", field="organisation")
    return FigureSaid(
        target=target,
        organisation=organisation,
        on=row["on"],
        value=row["value"],
        unit=row["unit"],
        source=row["source"],
        base=bool(row["base"]),
    )


def _targets(rows: Sequence[Row], scope: Scope) -> Mapping[str, Target]:
    codes = {row["target"] for row in rows}
    within = Target.objects.within(scope).filter(code__in=codes)
    return {one.code: one for one in within.select_related("indicator", "owner")}


def _offices(rows: Sequence[Row]) -> Mapping[str, Organisation]:
    names = {row["organisation"] for row in rows if row["organisation"]}
    return {one.name: one for one in Organisation.objects.filter(name__in=names)}
