"""导入: firms and places from a table; what is there already is only told what has changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.identities import CreditCode, Malformed
from guangyue.kit.money import Money
from guangyue.kit.sheets import Cell, Column, Problem, Reading, Row, Sheet, Unreadable, day, money, text
from guangyue.organisations.models import Region
from guangyue.registries.facts import About, kind_of, kinds_about
from guangyue.registries.history import holding
from guangyue.registries.models import Fact, Firm, Place
from guangyue.registries.services.recording import owned_kinds, state
from guangyue.registries.shapes import Plain, Point
from guangyue.registries.shapes import Unreadable as NotSuchAValue

SOURCE = "表格导入"
TRADING = "在营"
NUMBER_LENGTH = 12


def credit_code(cell: Cell) -> str:
    try:
        return CreditCode.parse(text(cell)).text
    except Malformed as malformed:
        raise Unreadable(str(malformed).removesuffix("。")) from None


def place_number(cell: Cell) -> str:
    number = text(cell).upper()
    if not number.isascii() or not number.isalnum() or len(number) > NUMBER_LENGTH:
        raise Unreadable(f"编号只用字母和数字，最多 {NUMBER_LENGTH} 位")
    return number


def position(cell: Cell) -> Plain:
    try:
        return Point().read(text(cell), on=date.max)
    except NotSuchAValue as fault:
        raise Unreadable(str(fault).removesuffix("。")) from None


def township(cell: Cell) -> str:
    """By its code, or as 东昌府区古楼街道; whether there is one is asked when the whole table is there."""
    return "".join(text(cell).split())


def _options(about: About, key: str) -> tuple[str, ...]:
    return kind_of(about, key).shape.options


FIRMS = Sheet(
    title="经营主体",
    columns=(
        Column("credit_code", "统一社会信用代码", parse=credit_code, example="913915020000202122", width=24),
        Column("name", "名称", example="聊城荷岳商贸有限公司", width=32),
        Column("kind", "类型", choices=_options(About.FIRM, "kind"), example="企业"),
        Column(
            "industry", "行业", choices=_options(About.FIRM, "industry"), example="批发和零售业", width=28
        ),
        Column("registered_on", "成立日期", parse=day, example="2020-05-01"),
        Column("township", "所在镇街", parse=township, example="东昌府区古楼街道", width=22),
        Column("capital", "注册资本（元）", parse=money, required=False, example="500000"),
    ),
    unique=(("credit_code",),),
)

PLACES = Sheet(
    title="场所",
    columns=(
        Column("number", "编号", parse=place_number, example="P90000001"),
        Column("title", "名称", example="古楼街道荷香花园", width=28),
        Column("kind", "类别", choices=_options(About.PLACE, "kind"), example="住宅小区"),
        Column("township", "所在镇街", parse=township, example="东昌府区古楼街道", width=22),
        Column(
            "position",
            "位置",
            parse=position,
            required=False,
            example="115.985000,36.456000",
            note="经度,纬度",
            width=26,
        ),
    ),
    unique=(("number",),),
)


def firms_beyond(reading: Reading, *, scope: Scope) -> Iterator[Problem]:
    """What speaks against rows that can be read: a township that is unknown, or out of reach."""
    codes = [row["credit_code"] for row in reading.rows]
    kept = dict(Firm.objects.filter(credit_code__in=codes).values_list("credit_code", "region_id"))
    yield from _beyond(reading, "credit_code", kept, About.FIRM, scope)


def places_beyond(reading: Reading, *, scope: Scope) -> Iterator[Problem]:
    numbers = [row["number"] for row in reading.rows]
    kept = dict(Place.objects.filter(number__in=numbers).values_list("number", "region_id"))
    yield from _beyond(reading, "number", kept, About.PLACE, scope)


@transaction.atomic
def take_firms(rows: Sequence[Row], *, by: User, at: datetime) -> tuple[int, int]:
    """Says how many firms are new, and how many facts were stated."""
    regions = _regions()
    kept = {
        firm.credit_code: firm for firm in Firm.objects.filter(credit_code__in=_keys(rows, "credit_code"))
    }
    new = [
        Firm(
            credit_code=row["credit_code"],
            name=row["name"],
            kind=row["kind"],
            industry=row["industry"],
            status=TRADING,
            registered_on=row["registered_on"],
            region_id=regions[row["township"]],
        )
        for row in rows
        if row["credit_code"] not in kept
    ]
    Firm.objects.bulk_create(new)
    made = {firm.credit_code: firm for firm in new}
    stated = _state_all(
        About.FIRM, rows, "credit_code", made, kept, regions, by=by, at=at, also={"status": TRADING}
    )
    return len(new), stated


@transaction.atomic
def take_places(rows: Sequence[Row], *, by: User, at: datetime) -> tuple[int, int]:
    """Says how many places are new, and how many facts were stated."""
    regions = _regions()
    kept = {place.number: place for place in Place.objects.filter(number__in=_keys(rows, "number"))}
    new = [
        Place(
            number=row["number"],
            title=row["title"],
            kind=row["kind"],
            region_id=regions[row["township"]],
            longitude=row["position"][0] if row["position"] else None,
            latitude=row["position"][1] if row["position"] else None,
        )
        for row in rows
        if row["number"] not in kept
    ]
    Place.objects.bulk_create(new)
    made = {place.number: place for place in new}
    return len(new), _state_all(About.PLACE, rows, "number", made, kept, regions, by=by, at=at)


def _state_all(
    about: About,
    rows: Sequence[Row],
    key: str,
    made: Mapping[str, Firm | Place],
    kept: Mapping[str, Firm | Place],
    regions: Mapping[str, str],
    *,
    by: User,
    at: datetime,
    also: Mapping[str, Plain] | None = None,
) -> int:
    """All facts of what is new, in one statement; of what was there, those that differ, one by one."""
    facts: list[Fact] = []
    changed = 0
    for row in rows:
        values = _values(about, row, key, regions)
        if subject := made.get(row[key]):
            since = row.values.get("registered_on") or localdate(at)
            facts += [
                Fact(
                    kind=kind,
                    value=value,
                    since=since,
                    recorded_at=at,
                    source=SOURCE,
                    recorded_by=by,
                    **{about.value: subject},
                )
                for kind, value in {**values, **(also or {})}.items()
            ]
        else:
            changed += _state_changes(kept[row[key]], about, values, by=by, at=at)
    Fact.objects.bulk_create(facts, batch_size=5000)
    return len(facts) + changed


def _state_changes(
    subject: Firm | Place, about: About, values: Mapping[str, Plain], *, by: User, at: datetime
) -> int:
    stated: dict[str, list[Fact]] = {}
    for fact in subject.facts.filter(kind__in=values).order_by("recorded_at", "id"):
        stated.setdefault(fact.kind, []).append(fact)
    changed = 0
    for key, value in values.items():
        present = holding(stated.get(key, []), on=localdate(at), known_at=at)
        if present is None or present.value != value:
            kind = kind_of(about, key)
            state(subject=subject, kind=kind, value=value, since=localdate(at), source=SOURCE, by=by, at=at)
            changed += 1
    return changed


def _values(about: About, row: Row, key: str, regions: Mapping[str, str]) -> dict[str, Plain]:
    """What a row says, as facts are kept; an empty cell says nothing."""
    said = {name: value for name, value in row.values.items() if name != key and value is not None}
    return {name: regions[value] if name == "township" else _plain(value) for name, value in said.items()}


def _plain(value: Any) -> Plain:
    match value:
        case Money():
            return value.fen
        case date():
            return value.isoformat()
        case str() | list():
            return value
    raise TypeError(f"no fact is kept as {value!r}")


def _beyond(
    reading: Reading, key: str, kept: Mapping[str, str], about: About, scope: Scope
) -> Iterator[Problem]:
    """A township that is unknown; and facts that are not for the bringer's department to state there."""
    regions = _regions()
    kinds = kinds_about(about)
    owned = {region: owned_kinds(kinds=kinds, region=region, scope=scope) for region in set(regions.values())}
    for row in reading.rows:
        region = regions.get(row["township"])
        if region is None:
            yield reading.problem(row, "没有这个镇街，请写成“东昌府区古楼街道”的样子", key="township")
            continue
        both = {region, kept.get(row[key], region)}
        for name in _values(about, row, key, regions):
            if any(kind_of(about, name) not in owned[there] for there in both):
                yield reading.problem(row, "这一项不由您的单位在这个镇街登记", key=name)


def _keys(rows: Sequence[Row], key: str) -> list[str]:
    return [row[key] for row in rows]


def _regions() -> dict[str, str]:
    """Codes of townships, by the code and by the names they are written with."""
    found = {}
    for code, name, district in Region.objects.of_township_level().values_list(
        "code", "name", "parent__name"
    ):
        found[code] = found[f"{district}{name}"] = code
    return found
