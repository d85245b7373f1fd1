"""应急减排清单: in by table with every bad row named, out as it came in; and whether it saves enough."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Order, OrderCheck, ReductionBase, Source
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.reduction_pictures import floored, raised
from guangyue.alerts.reduction_proof import ProvenList, prove_list
from guangyue.alerts.services.bases import set_base
from guangyue.alerts.services.checking import check_order, hand_over_check
from guangyue.alerts.services.listing import enter_sources, strike_source
from guangyue.alerts.services.proofs import show_reading
from guangyue.alerts.tests.ordering_factories import AT, COUNTY, LATER, a_source, an_order, ordered, saving
from guangyue.alerts.tests.ordering_factories import a_warning as warning_of
from guangyue.alerts.workbooks.sources import check_sources, rows_of, source_sheet, sources_of
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Reading, read_rows, write_table
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import a_country

YELLOW = "yellow"
FOUNDRY = {
    "编号": "91371502MA3C000001-1",
    "类别": "工业企业",
    "名称": "东湖铸造厂",
    "地区代码": COUNTY,
    "行业": "铸造",
    "绩效等级": "D",
    "日排颗粒物": "120.5",
    "手机": "13800000001",
    "生产线": "一号线 60% 80000 30%；二号线 40%",
    "黄色措施": "停二号线",
    "黄色减颗粒物": "40.25",
}


@pytest.fixture
def region(db: None) -> Region:
    a_country()
    return Region.objects.get(code=COUNTY)


@pytest.fixture
def official(region: Region) -> User:
    return a_user()


def read(*rows: dict[str, str]) -> Reading:
    sheet = source_sheet()
    headers = [column.header for column in sheet.columns]
    lines = [headers, *([row.get(header, "") for header in headers] for row in rows)]
    table = "\n".join(",".join(line) for line in lines)
    reading = read_rows(BytesIO(table.encode()), sheet)
    return reading.with_problems(check_sources(reading, EVERYWHERE))


def take(reading: Reading, by: User) -> int:
    return enter_sources(rows=sources_of(reading.taken(), EVERYWHERE), by=by, at=AT)


def test_the_list_goes_out_by_table_as_it_came_in(official: User) -> None:
    take(read(FOUNDRY), official)
    before = list(rows_of(Source.objects.with_measures()))
    file = BytesIO()
    write_table(file, "清单", [column.header for column in source_sheet().columns], before, as_="xlsx")

    reading = read_rows(file, source_sheet())
    take(reading.with_problems(check_sources(reading, EVERYWHERE)), official)

    source = Source.objects.get()
    assert list(rows_of(Source.objects.with_measures())) == before
    assert [
        (line.name, line.share, line.pm, line.daily_value, line.least_load) for line in source.lines.all()
    ] == [
        ("一号线", Decimal(60), Decimal("72.300"), 80000, 30),
        ("二号线", Decimal(40), Decimal("48.200"), 0, 0),
    ]
    assert source.level_measures.get().pm == Decimal("40.25")


def test_every_row_that_is_wrong_is_named_and_none_is_taken(official: User) -> None:
    wrong = {
        "编号": "A/1",
        "地区代码": "999999",
        "行业": "",
        "绩效等级": "E",
        "日排颗粒物": "-1",
        "手机": "123",
        "生产线": "一号线 60%；一号线 40%",
        "黄色措施": "",
        "黄色减颗粒物": "9.995",
        "保障类": "是",
        "轮流停产批次": "4",
    }
    readings = [read({**FOUNDRY, header: value}) for header, value in wrong.items()]
    twice = read(FOUNDRY, FOUNDRY)

    named = {problem.header for reading in readings for problem in reading.problems}
    assert all(len(reading.problems) == 1 for reading in (*readings, twice))
    assert named == {*wrong, "保障任务"} - {"保障类"}
    with pytest.raises(Refused):
        take(readings[0], official)
    assert not Source.objects.exists()


def proven(level: str = YELLOW) -> ProvenList:
    return prove_list(response_plan().level(level), ReductionBase.objects.get())


def test_a_list_that_lacks_a_tenth_of_a_percent_of_dust_fails(region: Region, official: User) -> None:
    totals = {"so2": Decimal(1000), "nox": Decimal(1000), "pm": Decimal(1000), "vocs": Decimal(1000)}
    set_base(year=2025, totals=totals, basis="排放清单", by=official, at=AT)
    gases: dict[str, Any] = {"so2": Decimal(300), "nox": Decimal(300), "vocs": Decimal(300)}
    saving(a_source(region, pm=Decimal(66), **gases), YELLOW, so2=100, nox=100, vocs=100, pm=Decimal("50.00"))
    saving(a_source(region, kind="SITE", industry="", pm=Decimal(66)), YELLOW, pm=100)
    saving(a_source(region, kind="SITE", guaranteed=True, pm=Decimal(900)), YELLOW, pm=100)

    short = proven()
    saving(a_source(region, kind="HAULIER", industry="", pm=Decimal(1)), YELLOW, pm=100)

    (missed,) = short.proof.missed
    assert (missed.name, missed.saved) == ("颗粒物", Fraction(99, 10))
    assert (floored(missed.saved), raised(short.lacking(missed))) == (9.9, 0.1)
    assert [(part.title, part.kilograms[Emitted.PM]) for part in short.lists] == [
        ("工业源", Decimal(33)),
        ("移动源", Decimal(0)),
        ("扬尘源", Decimal(66)),
    ]
    assert {part.title: part.percents[Emitted.PM] * 10 for part in short.sectors} == {
        "铸造": 33,
        "施工工地": 66,
    }
    assert [part.title for part in short.districts] == [region.name]
    assert proven().proof.met


def test_who_is_struck_off_has_nothing_to_do_any_more(region: Region, official: User) -> None:
    order = an_order(region)

    strike_source(source=order.source, reason="已搬迁", by=official, at=LATER)
    ordered(warning_of("red", follows=order.warning))

    assert not Order.objects.open().exists()


def test_what_was_not_done_is_handed_on_and_an_exercise_is_not(region: Region, official: User) -> None:
    order = an_order(region)
    ordered(warning_of("red", exercise=True))
    drilled = Order.objects.get(exercise=True)
    visit: dict[str, Any] = {"photo": None, "checked_at": LATER, "by": official, "at": LATER}
    found = OrderCheck.Finding

    good = check_order(order=order, finding=found.DONE, said="", **visit)
    bad = check_order(order=order, finding=found.NOT_DONE, said="仍在生产", **visit)
    drill = check_order(order=drilled, finding=found.NOT_DONE, said="没有演练", **visit)
    hand_over_check(check=bad, by=official, at=LATER)

    assert list(OrderCheck.objects.failed()) == [drill, bad]
    assert not OrderCheck.objects.to_hand_over().exists()
    for check in (good, bad, drill):
        with pytest.raises(Refused):
            hand_over_check(check=check, by=official, at=LATER)
    with pytest.raises(Refused, match="写明情况"):
        check_order(order=order, finding=found.PARTLY, said=" ", **visit)
    with pytest.raises(Refused, match="早于"):
        check_order(order=order, finding=found.DONE, said="", **{**visit, "checked_at": AT - timedelta(1)})
    with pytest.raises(Refused, match="不能晚于"):
        show_reading(
            order=order,
            emitted=Emitted.PM,
            concentration=Decimal("6.2"),
            measured_at=LATER + timedelta(minutes=1),
            said="",
            by=None,
            at=LATER,
        )
