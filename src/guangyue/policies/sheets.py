"""参数值 as a table that people fill in: one row for each value, as the list of entries is exported."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, day
from guangyue.organisations.models import Region
from guangyue.policies.fact_forms import field_for
from guangyue.policies.figures import carried
from guangyue.policies.forms import CITYWIDE
from guangyue.policies.services import Proposed, require_fit
from guangyue.rules.facts import UNKNOWN, Field
from guangyue.rules.parameters import Figure
from guangyue.systems.offered import declared_figures

ENDED = "没有数值"


def figure_sheet() -> Sheet:
    """With the figures that the city's systems declare."""
    return Sheet(
        title="参数值",
        columns=(
            Column(
                "figure",
                "参数项",
                choices=tuple(_by_title()),
                example=next(iter(_by_title()), ""),
                width=32,
            ),
            Column("region", "区划", required=False, example=CITYWIDE, note="县（市、区）名称；全市的留空"),
            Column("since", "起始日", parse=day, example="2021-10-01"),
            Column("value", "数值", example="1700", note=f"元、整数或者比例；停止执行的填“{ENDED}”"),
            Column("source", "来源", example="规定这个数值的文件文号和条款", width=40),
        ),
        unique=(("figure", "region", "since"),),
        most_rows=2000,
    )


def proposed_in(rows: Iterable[Row]) -> list[Proposed]:
    """What rows without a problem propose."""
    regions = _regions()
    return [_proposed(row, regions) for row in rows]


def problems_of(reading: Reading, *, scope: Scope, at: datetime) -> Iterator[Problem]:
    """What speaks against rows that can be read: a value that the figure cannot have, an unknown region."""
    regions, unread = _regions(), {problem.row for problem in reading.problems}
    for row in reading.rows:
        if row.number in unread:
            continue
        try:
            require_fit(_proposed(row, regions), scope=scope, at=at)
        except Refused as refusal:
            yield reading.problem(row, refusal.sentence.removesuffix("。"), key=refusal.field)


def _proposed(row: Row, regions: dict[str, Region]) -> Proposed:
    figure, where = _by_title()[row["figure"]], row["region"] or CITYWIDE
    if where != CITYWIDE and where not in regions:
        raise Refused(f"没有“{where}”这个县（市、区）。", field="region")
    value = None if row["value"] == ENDED else _value(figure, row["value"])
    return Proposed(figure, regions.get(where), row["since"], value, row["source"])


def _value(figure: Figure[Any], written: str) -> int | None:
    try:
        value = field_for(Field("数值", figure.kind)).clean(written.lstrip("¥"))
    except ValidationError as error:
        raise Refused(error.messages[0], field="value") from None
    if value is UNKNOWN:
        raise Refused("请填数值。", field="value")
    return carried(value)


def _regions() -> dict[str, Region]:
    return {region.name: region for region in Region.objects.of_county_level()}


def _by_title() -> dict[str, Figure[Any]]:
    return {figure.title: figure for figure in declared_figures().values()}
