"""放假安排 as a table that an official keeps: one row for each day, in Excel or CSV."""

from collections.abc import Iterable

from guangyue.kit.holidays import NamedDay
from guangyue.kit.sheets import Column, Row, Sheet, day

OFF, WORKED = "放假", "上班"

HOLIDAY_TABLE = Sheet(
    title="放假安排",
    columns=(
        Column("day", "日期", parse=day, example="1999-10-01", note="一天一行"),
        Column("works", "安排", choices=(OFF, WORKED), example=OFF, note="放假，或者调休上班"),
        Column("name", "节日", example="国庆节", longest=20),
    ),
    unique=(("day",),),
    most_rows=200,
)


def days_named(rows: Iterable[Row]) -> list[NamedDay]:
    return [NamedDay(row["day"], row["works"] == WORKED, row["name"]) for row in rows]
