"""放假安排 as a table that an official keeps: one row for each day, in Excel or CSV."""

from typing import BinaryIO

from guangyue.kit.holidays import NamedDay
from guangyue.kit.sheets import Column, Sheet, day, read_rows

OFF, WORKED = "放假", "上班"

HOLIDAY_TABLE = Sheet(
    title="放假安排",
    columns=(
        Column("day", "日期", parse=day, example="1999-10-01", note="一天一行"),
        Column("works", "安排", choices=(OFF, WORKED), example=OFF, note="调休的周末填“上班”"),
        Column("name", "节日", example="国庆节", longest=20),
    ),
    unique=(("day",),),
    most_rows=200,
)


def read_table(file: BinaryIO) -> list[NamedDay]:
    """The days of a table, all of them or a refusal that names the bad rows."""
    return [
        NamedDay(row["day"], row["works"] == WORKED, row["name"])
        for row in read_rows(file, HOLIDAY_TABLE).taken()
    ]
