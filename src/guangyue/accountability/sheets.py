"""年度排名 by file: a table of Excel or CSV, one ranking to a file."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.models import Ranking
from guangyue.accountability.services.ranking import Placed, enter_ranking
from guangyue.accounts.models import User
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, whole_number
from guangyue.organisations.resolution import NameIndex


def ranking_sheet(trigger: Trigger) -> Sheet:
    return Sheet(
        title="年度排名",
        columns=(
            Column("year", "年度", parse=whole_number, example="2020"),
            Column("title", "排名名称", example="“放管服”改革考核", longest=100),
            Column("source", "来源", example="考核结果的文号", longest=120),
            Column("group", "组别", choices=tuple(last.group for last in trigger.lasts)),
            Column("unit", "单位", example="东阿县人民政府", longest=80),
            Column("place", "名次", parse=whole_number, example="1", note="并列的写同一个名次"),
        ),
        unique=(("unit",),),
        most_rows=300,
    )


def problems_of(reading: Reading, *, on: date) -> Iterator[Problem]:
    """Units that nobody knows, and rows of another ranking."""
    names, first = NameIndex.load(), next(iter(reading.rows), None)
    for row in reading.rows:
        if names.resolve(row["unit"], on) is None:
            yield reading.problem(row, "机构名录里没有这个单位", key="unit")
        if first and (row["year"], row["title"]) != (first["year"], first["title"]):
            yield reading.problem(row, "一张表只登记一年的一个排名", key="title")
        if row["place"] < 1:
            yield reading.problem(row, "名次从 1 开始", key="place")


def take_ranking(rows: Sequence[Row], *, trigger: Trigger, on: date, by: User, at: datetime) -> Ranking:
    names = NameIndex.load()
    found = [(row, names.resolve(row["unit"], on)) for row in rows]
    return enter_ranking(
        trigger=trigger,
        title=rows[0]["title"],
        year=rows[0]["year"],
        source=rows[0]["source"],
        placed=[Placed(unit.organisation, row["group"], row["place"]) for row, unit in found if unit],
        by=by,
        at=at,
    )
