"""应急减排清单: entered one by one or by table. What changes an open order changes it at once."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F

from guangyue.accounts.models import User
from guangyue.alerts.models import LevelMeasure, Line, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.proof import PERCENT
from guangyue.alerts.services.renewing import renew_orders
from guangyue.kit.refusals import Refused

AT_A_TIME = 1000
CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,39}")
ENTERED, STRUCK = "清单更新", "移出应急减排清单"


class UnfitCode(Refused):
    sentence = "编号只能有数字、字母和短横线。"


class StruckAlready(Refused):
    sentence = "已经不在清单里。"


@dataclass(frozen=True)
class LineSaid:
    """What a row says of a production line."""

    name: str
    share: Decimal
    daily_value: int = 0
    least_load: int = 0


@dataclass(frozen=True)
class MeasureSaid:
    """What a source does at a level, and how many percent of each pollutant that saves."""

    text: str
    percents: Mapping[str, Decimal]  # by the name of the column


@dataclass(frozen=True)
class SourceSaid:
    """What a row says of a source: `told` are plain columns, by name; what is left out stays as it is."""

    code: str
    told: Mapping[str, Any]
    lines: Sequence[LineSaid] = ()
    measures: Mapping[str, MeasureSaid] = field(default_factory=dict)


def check_code(code: str) -> None:
    """It stands in addresses."""
    if not CODE.fullmatch(code):
        raise UnfitCode(field="code")


@transaction.atomic
def enter_sources(*, rows: Collection[SourceSaid], by: User, at: datetime) -> int:
    """登记: what is there is brought up to date, what is new is added; lines and measures are the row's."""
    for said in rows:
        check_code(said.code)
    known = Source.objects.in_bulk([said.code for said in rows], field_name="code")
    added = [Source(code=said.code, updated_at=at, **said.told) for said in rows if said.code not in known]
    Source.objects.bulk_create(added, batch_size=AT_A_TIME)
    changed = [_told(known[said.code], said, at=at) for said in rows if said.code in known]
    told = sorted({name for said in rows for name in said.told} | {"in_use", "updated_at"})
    Source.objects.bulk_update(changed, told, batch_size=AT_A_TIME)
    sources = {source.code: source for source in (*added, *changed)}
    _replace_parts(rows, sources)
    renew_orders(sources=list(sources.values()), reason=ENTERED, by=by, at=at)
    return len(sources)


@transaction.atomic
def enter_source(*, source: Source | None, told: Mapping[str, Any], by: User, at: datetime) -> Source:
    """登记 one by hand; its lines and measures stay."""
    if source is None:
        check_code(told["code"])
        if Source.objects.filter(code=told["code"]).exists():
            raise Refused("这个编号已经在清单里。", field="code")
    if told["kind"] == RecipientKind.ENTERPRISE.name and not told["industry"]:
        raise Refused("企业要写明行业。", field="industry")
    if (told["latitude"] is None) != (told["longitude"] is None):
        raise Refused("经度和纬度要一起填。", field="longitude")
    entered = source or Source()
    for name, value in told.items():
        setattr(entered, name, value)
    entered.updated_at = at
    entered.save()
    shares = {column: F("share") * getattr(entered, column) / PERCENT for column in COLUMNS.values()}
    entered.lines.update(**shares)
    renew_orders(sources=[entered], reason=ENTERED, by=by, at=at)
    return entered


@transaction.atomic
def strike_source(*, source: Source, reason: str, by: User, at: datetime) -> Source:
    """移出: its order ends; what it was told stays to be read."""
    held = Source.objects.select_for_update(no_key=True).get(pk=source.pk)
    if not held.in_use:
        raise StruckAlready
    held.in_use, held.updated_at = False, at
    held.save(update_fields=["in_use", "updated_at"])
    renew_orders(sources=[held], reason=f"{STRUCK}：{reason}", by=by, at=at)
    return held


@transaction.atomic
def set_measure(*, source: Source, level: str, said: MeasureSaid, by: User, at: datetime) -> LevelMeasure:
    """分级措施 of one source at one level."""
    measure, _ = LevelMeasure.objects.update_or_create(
        source=source, level=level, defaults={"text": said.text, **said.percents}
    )
    renew_orders(sources=[source], reason=ENTERED, by=by, at=at)
    return measure


@transaction.atomic
def set_lines(*, source: Source, lines: Sequence[LineSaid], by: User, at: datetime) -> None:
    """生产线 of one source; each bears its share of what the source emits."""
    source.lines.all().delete()
    Line.objects.bulk_create(_lines(source, lines))
    renew_orders(sources=[source], reason=ENTERED, by=by, at=at)


def _told(source: Source, said: SourceSaid, *, at: datetime) -> Source:
    for name, value in said.told.items():
        setattr(source, name, value)
    source.in_use, source.updated_at = True, at
    return source


def _replace_parts(rows: Collection[SourceSaid], sources: Mapping[str, Source]) -> None:
    pks = [source.pk for source in sources.values()]
    Line.objects.filter(source__in=pks).delete()
    LevelMeasure.objects.filter(source__in=pks).delete()
    lines = (line for said in rows for line in _lines(sources[said.code], said.lines))
    measures = (
        LevelMeasure(source=sources[said.code], level=level, text=measure.text, **measure.percents)
        for said in rows
        for level, measure in said.measures.items()
    )
    Line.objects.bulk_create(lines, batch_size=AT_A_TIME)
    LevelMeasure.objects.bulk_create(measures, batch_size=AT_A_TIME)


def _lines(source: Source, lines: Sequence[LineSaid]) -> list[Line]:
    return [
        Line(
            source=source,
            name=line.name,
            share=line.share,
            daily_value=line.daily_value,
            least_load=line.least_load,
            **{column: getattr(source, column) * line.share / PERCENT for column in COLUMNS.values()},
        )
        for line in lines
    ]
