"""台账 by file: columns of every problem and those of the campaign, and what speaks against a row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Cell, Column, Problem, Reading, Row, Sheet, Unreadable, day, text
from guangyue.ledgers.fields import NO, YES, BadFact, FieldKind, LedgerField, read_facts
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Campaign
from guangyue.ledgers.plans import CampaignPlan
from guangyue.ledgers.services.registering import ProblemSaid, register_problem
from guangyue.organisations.models import Organisation, Region

EXAMPLES = {FieldKind.NUMBER: "12", FieldKind.DAY: "2019-06-01", FieldKind.YES_NO: NO, FieldKind.TEXT: "某某"}
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Known:
    """What the cells of a table may name, within reach of whoever brings it."""

    regions: Mapping[str, Region]
    organisations: Mapping[str, Organisation]
    places: frozenset[tuple[str, str, str]]
    old_numbers: frozenset[str]


def sheet_of(campaign: Campaign, plan: CampaignPlan) -> Sheet:
    own = (
        Column("region", "县（市、区）", example="东阿县", longest=40),
        Column("organisation", "整改责任单位", example="东阿县人民政府", longest=80),
        Column("subject", "问题名称", example="某某鱼塘养殖侵占缓冲区", longest=120),
        Column("place", plan.place_title, example="某某镇某某村东", longest=120),
        Column("source", "发现渠道", example=plan.sources[0], choices=plan.sources),
        Column("found_on", "发现日期", parse=day, example="2019-06-01"),
        Column("kind", "问题类别", required=False, example=plan.classes[0], choices=plan.classes),
        *_zone_of(plan),
        Column("old_number", "原台账编号", required=False, example="LD2017-001", longest=40),
        Column("description", "问题描述", required=False, example="现场看到的情况", longest=1000),
        Column("longitude", "经度", parse=degrees, required=False, example="116.05"),
        Column("latitude", "纬度", parse=degrees, required=False, example="36.33"),
    )
    return Sheet(
        title=f"{campaign}台账",
        columns=(*own, *map(_column_of, plan.fields)),
        unique=(("region", "place", "subject"),),
        most_rows=MOST_ROWS,
    )


def _zone_of(plan: CampaignPlan) -> Iterator[Column]:
    if plan.zones:
        example = plan.zones[0]
        yield Column("zone", plan.zone_title, required=False, example=example, choices=plan.zones)


def degrees(cell: Cell) -> Decimal:
    try:
        return Decimal(text(cell)).quantize(Decimal("0.000001"))
    except InvalidOperation:
        raise Unreadable("应当是度数，如 116.05") from None


def problems_of(
    reading: Reading, campaign: Campaign, plan: CampaignPlan, *, scope: Scope, at: datetime
) -> Iterator[Problem]:
    """Names that are unknown or out of reach, days to come, and what stands in the ledger already."""
    known = known_to(campaign, plan, scope=scope)
    for row in reading.rows:
        yield from (
            reading.problem(row, reason, key=key)
            for key, reason in _faults(row, plan, known, on=local_day(at))
        )


@transaction.atomic
def take_rows(
    rows: Sequence[Row], campaign: Campaign, plan: CampaignPlan, *, scope: Scope, by: User, at: datetime
) -> int:
    """All or none."""
    known = known_to(campaign, plan, scope=scope)
    for row in rows:
        try:
            register_problem(campaign=campaign, said=said_in(row, plan, known), by=by, at=at)
        except Refused as refusal:
            raise Refused(f"第 {row.number} 行：{refusal.sentence}") from refusal
    return len(rows)


def known_to(campaign: Campaign, plan: CampaignPlan, *, scope: Scope) -> Known:
    regions = Region.objects.of_county_level().within(scope)
    standing = campaign.problems.exclude(state=State.MERGED.name)
    return Known(
        {one.name: one for one in regions if not plan.regions or one.code in plan.regions},
        {one.name: one for one in Organisation.objects.apart_from_bodies().within(scope)},
        frozenset(standing.values_list("region__name", "place", "subject")),
        frozenset(standing.exclude(old_number="").values_list("old_number", flat=True)),
    )


def said_in(row: Row, plan: CampaignPlan, known: Known) -> ProblemSaid:
    own = {
        name: row.values.get(name) or ""
        for name in ("subject", "place", "source", "kind", "zone", "old_number", "description")
    }
    return ProblemSaid(
        region=known.regions[row["region"]],
        organisation=known.organisations[row["organisation"]],
        found_on=row["found_on"],
        longitude=row["longitude"],
        latitude=row["latitude"],
        facts={field.key: row[field.key] for field in plan.fields},
        **own,
    )


def _faults(row: Row, plan: CampaignPlan, known: Known, *, on: date) -> Iterator[tuple[str, str]]:
    if row["region"] not in known.regions:
        yield "region", "不是这次整治范围内、您管辖的县（市、区）"
    if row["organisation"] not in known.organisations:
        yield "organisation", "登记册里没有这个单位，或者不在您的管辖范围"
    if row["found_on"] > on:
        yield "found_on", "不能晚于今天"
    if (row["longitude"] is None) != (row["latitude"] is None):
        yield "latitude", "经度和纬度要一起填写"
    if (row["region"], row["place"], row["subject"]) in known.places:
        yield "subject", "台账里已有这个问题；已经销号又出现的，在原问题上办理复发"
    if row["old_number"] in known.old_numbers:
        yield "old_number", "台账里已有这个原编号"
    for field in plan.fields:
        try:
            read_facts((field,), {field.key: row[field.key]})
        except BadFact as fault:
            yield field.key, str(fault).rstrip("。")


def _column_of(field: LedgerField) -> Column:
    """A declared field as a column; what is wrong in it is said by the field itself."""
    choices = (YES, NO) if field.kind is FieldKind.YES_NO else field.choices
    parse: Callable[[Cell], Any] = day if field.kind is FieldKind.DAY else text
    return Column(
        field.key,
        field.title,
        parse=parse,
        required=False,
        example=field.choices[0] if field.choices else EXAMPLES[field.kind],
        choices=choices,
        note=field.hint,
        longest=field.longest,
    )
