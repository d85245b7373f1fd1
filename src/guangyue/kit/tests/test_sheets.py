"""Tables in and out: what is written is read back, and what cannot be read is named."""

import hashlib
import io
import tempfile
import tracemalloc
import zipfile
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.http import FileResponse
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from guangyue.kit.money import Money
from guangyue.kit.sheets import (
    Column,
    Form,
    Reading,
    Sheet,
    SheetHasProblems,
    Unreadable,
    UnreadableFile,
    Value,
    bad_rows_of,
    day,
    export,
    money,
    read_rows,
    template_of,
    text,
    whole_number,
    write_table,
    yes_no,
)
from guangyue.kit.sheets.cells import cleaned
from guangyue.kit.sheets.files import MOST_BYTES
from guangyue.kit.sheets.writing import NoRoomForFile, TooManyRowsForExcel

STAFF = Sheet(
    title="人员名册",
    columns=(
        Column("name", "姓名", example="张三"),
        Column("number", "证件号码", note="18 位", example="990102199001010015"),
        Column("born", "出生日期", parse=day, example="1990-01-01"),
        Column("pay", "工资（元）", parse=money, required=False),
        Column("seats", "编制数", parse=whole_number, required=False),
        Column("level", "级别", choices=("市", "县", "乡"), required=False),
        Column("retired", "已退休", parse=yes_no, required=False),
    ),
    unique=(("number",),),
)
HEADERS = [column.header for column in STAFF.columns]
GOOD = ["李四", "990102199001010023", "1990-01-01", "1.50", "2", "市", "否"]


def csv_of(*rows: Sequence[object], encoding: str = "utf-8") -> io.BytesIO:
    lines = [",".join(str(cell) for cell in row) for row in rows]
    return io.BytesIO("\n".join(lines).encode(encoding))


def workbook_of(*rows: Sequence[Any], sheet: str = "Sheet1") -> io.BytesIO:
    file = io.BytesIO()
    with Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return file


def written(headers: Sequence[str], rows: Sequence[Sequence[Value]], as_: Form) -> bytes:
    file = io.BytesIO()
    write_table(file, "表", headers, rows, as_=as_)
    return file.getvalue()


def cells_of(workbook: bytes, sheet: int = 0) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(sheet).to_python()


def downloaded(response: FileResponse) -> bytes:
    with closing(response):
        return b"".join(response)


def reasons(reading: Reading) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.header, problem.reason) for problem in reading.problems]


# In: what a good file says


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_is_read_in_whatever_encoding_a_spreadsheet_saves_it(encoding: str) -> None:
    reading = read_rows(csv_of(HEADERS, GOOD, encoding=encoding), STAFF)

    (row,) = reading.taken()
    assert row.number == 2
    assert row.values == {
        "name": "李四",
        "number": "990102199001010023",
        "born": date(1990, 1, 1),
        "pay": Money(150),
        "seats": 2,
        "level": "市",
        "retired": False,
    }


def test_a_text_file_parted_by_tabs_is_read_too() -> None:
    lines = "\t".join(HEADERS) + "\r\n" + "\t".join(GOOD)

    reading = read_rows(io.BytesIO(lines.encode("utf-16")), STAFF)

    assert reading.taken()[0]["name"] == "李四"


def test_titles_above_the_header_and_blank_rows_between_are_passed_over() -> None:
    file = workbook_of(["全市人员名册"], [], ["填报单位：", "市人社局"], HEADERS, [], GOOD, [" ", "　"], [])

    reading = read_rows(file, STAFF)

    assert [row.number for row in reading.taken()] == [6]


def test_columns_stand_in_any_order_and_unknown_ones_are_reported() -> None:
    file = csv_of(["备注", "证件号码*", " 姓 名（必填）", "出生日期"], ["x", *GOOD[1::-1], "1990.1.1"])

    reading = read_rows(file, STAFF)

    assert reading.taken()[0]["name"] == "李四"
    assert reading.taken()[0]["pay"] is None
    assert reading.ignored == ("备注",)


@pytest.mark.parametrize(
    "said", ["2026-11-21", "2026年11月21日", "2026.11.21", "2026/11/21", "20261121", 20261121, 46347, 46347.0]
)
def test_a_date_is_read_however_it_is_written(said: Any) -> None:
    assert day(said) == date(2026, 11, 21)


def test_a_date_cell_of_a_workbook_is_read_as_its_day() -> None:
    file = workbook_of(HEADERS, ["李四", "990102199001010023", date(2026, 11, 21)])

    assert read_rows(file, STAFF).taken()[0]["born"] == date(2026, 11, 21)


def test_the_worksheet_of_the_table_is_read_wherever_it_stands() -> None:
    file = io.BytesIO()
    with Workbook(file) as book:
        book.add_worksheet("封面").write_row(0, 0, ["封面"])
        page = book.add_worksheet("人员名册")
        page.write_row(0, 0, HEADERS)
        page.write_row(1, 0, GOOD)

    assert read_rows(file, STAFF).total == 1


def test_the_value_of_a_formula_is_taken() -> None:
    file = io.BytesIO()
    with Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADERS)
        page.write_row(1, 0, GOOD[:3])
        page.write_formula(1, 3, "=1.1+2.2", None, 3.3000000000000003)

    assert read_rows(file, STAFF).taken()[0]["pay"] == Money(330)


def test_characters_nobody_sees_are_left_out() -> None:
    reading = read_rows(csv_of(HEADERS, ["\u200b李四\u202c\u3000", *GOOD[1:]]), STAFF)

    assert reading.taken()[0]["name"] == "李四"


# In: what a bad file says


def test_every_bad_cell_is_named_and_nothing_is_taken() -> None:
    bad = ["", "990102199001010031", "1990-02-30", "1.505", "两个", "省", "也许"]

    reading = read_rows(csv_of(HEADERS, GOOD, bad), STAFF)

    assert reasons(reading) == [
        (3, "姓名", "必须填写"),
        (3, "出生日期", "没有这一天"),
        (3, "工资（元）", "请填写金额，单位为元，最多两位小数，例如 1234.50"),
        (3, "编制数", "应当是数字"),
        (3, "级别", "应当是下列之一：市、县、乡"),
        (3, "已退休", "应当填“是”或“否”"),
    ]
    assert (reading.total, reading.bad_rows, len(reading.rows)) == (2, 1, 1)
    with pytest.raises(SheetHasProblems, match="有 1 行不能导入，没有写入任何数据：第 3 行“姓名”：必须填写"):
        reading.taken()


def test_a_row_that_says_again_what_must_be_said_once_names_the_earlier_row() -> None:
    reading = read_rows(csv_of(HEADERS, GOOD, ["王五", *GOOD[1:]]), STAFF)

    assert reasons(reading) == [(3, "证件号码", "与第 2 行重复")]


def test_a_caller_adds_what_only_it_can_know() -> None:
    reading = read_rows(csv_of(HEADERS, GOOD), STAFF)

    reading = reading.with_problems([reading.problem(row, "已经登记", key="number") for row in reading.rows])

    assert str(reading.problems[0]) == "第 2 行“证件号码”：已经登记（填的是“990102199001010023”）"
    with pytest.raises(SheetHasProblems):
        reading.taken()


def test_a_number_whose_last_figures_the_spreadsheet_has_lost_is_refused() -> None:
    as_number = workbook_of(HEADERS, ["李四", 990102199001010023, "1990-01-01"])
    as_power = csv_of(HEADERS, ["李四", "9.90102E+17", "1990-01-01"])

    assert "超过 15 位" in read_rows(as_number, STAFF).problems[0].reason
    assert "科学计数法" in read_rows(as_power, STAFF).problems[0].reason


def test_a_formula_that_failed_is_not_taken_for_an_empty_cell() -> None:
    file = io.BytesIO()
    with Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(2, 1, HEADERS)
        page.write_row(3, 1, GOOD[:3])
        page.write_formula(3, 4, "=VLOOKUP(1,A1:A2,1,0)", None, "#N/A")

    assert reasons(read_rows(file, STAFF)) == [(4, "工资（元）", "单元格是公式的错误值，请填写实际内容")]


def test_a_text_too_long_for_its_column_is_refused() -> None:
    reading = read_rows(csv_of(HEADERS, ["长" * 201, *GOOD[1:]]), STAFF)

    assert reasons(reading) == [(2, "姓名", "最多 200 个字，现有 201 个")]


def test_missing_headers_are_named() -> None:
    with pytest.raises(UnreadableFile, match="表头不全，缺少：证件号码、出生日期"):
        read_rows(csv_of(["姓名", "工资（元）"], ["李四", 1]), STAFF)


def test_a_table_of_optional_columns_still_needs_one_of_them() -> None:
    optional = Sheet("备注表", (Column("note", "备注", required=False),))

    with pytest.raises(UnreadableFile, match="表头不全，缺少：备注"):
        read_rows(csv_of(["姓名"], ["李四"]), optional)


def test_a_header_that_stands_twice_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="“姓名”出现了两次"):
        read_rows(csv_of([*HEADERS, "姓名"], GOOD), STAFF)


def test_more_rows_than_the_table_allows_are_refused() -> None:
    small = Sheet(STAFF.title, STAFF.columns, most_rows=2)

    with pytest.raises(UnreadableFile, match="超过 2 行"):
        read_rows(csv_of(HEADERS, GOOD, GOOD, GOOD), small)


def test_the_bad_rows_come_back_as_a_workbook_with_their_reasons() -> None:
    reading = read_rows(csv_of(HEADERS, GOOD, ["", *GOOD[1:]]), STAFF)

    response = bad_rows_of(reading)

    header, row = cells_of(downloaded(response))
    assert header == [*HEADERS, "原因", "原行号"]
    assert row[1] == "990102199001010023"
    assert row[-2:] == ["姓名：必须填写；证件号码：与第 2 行重复", 3]


def test_the_template_is_read_as_a_table_without_data() -> None:
    template = io.BytesIO(downloaded(template_of(STAFF)))

    with pytest.raises(UnreadableFile, match="表头下面没有数据"):
        read_rows(template, STAFF)
    notes = cells_of(template.getvalue(), sheet=1)
    assert ["证件号码", "是", "18 位", "990102199001010015"] in notes


def test_the_template_offers_the_choices_of_a_column() -> None:
    template = downloaded(template_of(STAFF))

    assert [row[0] for row in cells_of(template, sheet=2)] == ["市", "县", "乡"]


# In: files that are no tables

FILES = Path(__file__).parent / "files"
WHOLE = workbook_of(HEADERS, GOOD).getvalue()


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="空的"):
        read_rows(io.BytesIO(), STAFF)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n\xff\xff\xff\xff\x80",
        b"PK\x03\x04" + bytes(100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        bytes(range(256)) * 20,
    ],
)
def test_a_file_of_another_kind_is_refused_whatever_its_name(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_rows(io.BytesIO(content), STAFF)


def test_a_web_page_that_calls_itself_a_workbook_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableFile, match="网页格式"):
        read_rows(io.BytesIO("<html><table><tr><td>姓名".encode()), STAFF)


def test_a_file_of_a_hundred_megabytes_is_refused_without_being_read() -> None:
    class Large(io.BytesIO):
        def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
            return 100 * 1024 * 1024 if whence == io.SEEK_END else super().seek(offset)

        def read(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("read although it is too large")

    with pytest.raises(UnreadableFile, match="文件有 100 MB，超过 20 MB"):
        read_rows(Large(), STAFF)


def test_a_workbook_that_unpacks_to_more_than_memory_holds_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(4):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(80 * 1024 * 1024))

    assert len(bomb.getvalue()) < MOST_BYTES
    with pytest.raises(UnreadableFile, match="解压以后超过 300 MB"):
        read_rows(bomb, STAFF)


def test_a_workbook_with_a_single_cell_at_the_far_end_is_refused() -> None:
    file = io.BytesIO()
    with Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADERS)
        page.write_string(1_048_575, 16_383, "x")

    with pytest.raises(UnreadableFile, match="到了第 1048576 行、第 16384 列"):
        read_rows(file, STAFF)


def test_half_a_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="不完整或已损坏"):
        read_rows(io.BytesIO(WHOLE[: len(WHOLE) // 2]), STAFF)


def test_an_old_workbook_is_read() -> None:
    with (FILES / "legacy.xls").open("rb") as file:
        (row,) = read_rows(file, STAFF).taken()

    assert (row.number, row["name"], row["born"]) == (3, "李四", date(1990, 1, 1))


def test_a_workbook_that_opens_with_a_password_is_refused() -> None:
    with (FILES / "locked.xlsx").open("rb") as file, pytest.raises(UnreadableFile, match="设了打开密码"):
        read_rows(file, STAFF)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    torn = bytearray(data.draw(st.sampled_from([WHOLE, (FILES / "legacy.xls").read_bytes()])))
    place = data.draw(st.integers(0, len(torn) - 1))
    torn[place] = data.draw(st.integers(0, 255))

    with suppress(UnreadableFile):
        read_rows(io.BytesIO(bytes(torn)), STAFF)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_rows(io.BytesIO(content), STAFF)


times = st.one_of(st.dates(), st.datetimes(), st.times(), st.timedeltas())
cells = st.one_of(st.text(), st.booleans(), st.floats(), st.integers(), times)


@pytest.mark.parametrize("parse", [day, money, whole_number, yes_no, text])
@given(cell=cells)
def test_a_cell_is_read_or_refused_and_never_breaks(parse: Any, cell: Any) -> None:
    with suppress(Unreadable):
        parse(cell)


# Out

printable = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), max_size=12)
words = printable.filter(cleaned)
amounts = st.integers(-(10**12), 10**12).map(Money)


@pytest.mark.parametrize("as_", ["csv", "xlsx"])
@settings(max_examples=20, deadline=None)
@given(rows=st.lists(st.tuples(words, st.dates(date(1900, 3, 1)), amounts), min_size=1))
def test_what_is_written_is_read_back(as_: Form, rows: list[tuple[str, date, Money]]) -> None:
    sheet = Sheet("表", (Column("a", "甲"), Column("b", "乙", parse=day), Column("c", "丙", parse=money)))

    reading = read_rows(io.BytesIO(written(["甲", "乙", "丙"], rows, as_)), sheet)

    assert [tuple(row.values.values()) for row in reading.taken()] == [(cleaned(a), b, c) for a, b, c in rows]


def test_both_forms_carry_the_same_count_and_hash() -> None:
    rows: list[Sequence[Value]] = [("李四", 1), ("王五", 2)]

    as_csv, as_xlsx = written(["姓名", "次数"], rows, "csv"), written(["姓名", "次数"], rows, "xlsx")

    above, closing = as_csv[:-2].rsplit(b"\r\n", 1)
    contents = hashlib.sha256(above + b"\r\n").hexdigest()
    assert closing.decode() == f"共 2 行；以上内容的 SHA-256：{contents}"
    assert cells_of(as_xlsx, sheet=1) == [["行数", "2"], ["内容 SHA-256", contents]]


def test_the_response_says_how_many_rows_and_which_hash_its_file_has() -> None:
    response = export("机构名录", ["名称"], [("市财政局",)], as_="csv")

    content = downloaded(response)
    assert response["X-Row-Count"] == "1"
    assert response["X-SHA256"] == hashlib.sha256(content).hexdigest() == response.receipt.sha256
    assert response["Content-Disposition"].endswith("%E6%9C%BA%E6%9E%84%E5%90%8D%E5%BD%95.csv")
    assert str(response.receipt).startswith("机构名录.csv：1 行，SHA-256 ")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    as_csv = written(["甲"], [(text,)], "csv").decode("utf-8-sig")
    as_xlsx = zipfile.ZipFile(io.BytesIO(written(["甲"], [(text,)], "xlsx")))

    assert f"'{text}" in as_csv
    assert b"<f>" not in as_xlsx.read("xl/worksheets/sheet1.xml")
    assert b'quotePrefix="1"' in as_xlsx.read("xl/styles.xml")


def test_values_keep_their_kind_in_a_workbook() -> None:
    moment = datetime(2026, 11, 21, 1, 30, tzinfo=ZoneInfo("UTC"))
    day = date(2026, 11, 21)
    row = (
        "990102199001010015",
        Money(1234567),
        Decimal("0.125"),
        day,
        moment,
        True,
        None,
        10**16,
        time(9, 30),
    )

    _, cells = cells_of(written("甲乙丙丁戊己庚辛壬", [row], "xlsx"))

    assert cells == [
        "990102199001010015",
        12345.67,
        0.125,
        day,
        datetime.combine(day, time(9, 30)),
        "是",
        "",
        "10000000000000000",
        time(9, 30),
    ]


def test_a_text_longer_than_a_cell_is_cut_with_a_mark() -> None:
    _, (cell,) = cells_of(written(["甲"], [("长" * 40_000,)], "xlsx"))

    assert len(cell) == 32_767
    assert cell.endswith("其余见 CSV）")


@pytest.mark.parametrize("as_", ["csv", "xlsx"])
def test_many_rows_take_no_more_memory_than_few(as_: Form) -> None:
    def peak(count: int) -> int:
        rows = (("990102199001010015", number, date(2026, 11, 21)) for number in range(count))
        tracemalloc.start()
        with tempfile.TemporaryFile() as file:
            write_table(file, "表", ["甲", "乙", "丙"], rows, as_=as_)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)

    assert peak(8_000) < peak(800) + 500_000


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # zipfile's, of the same disk
@pytest.mark.parametrize("as_", ["csv", "xlsx"])
def test_a_full_disk_is_said_in_a_sentence(as_: Form) -> None:
    with open("/dev/full", "r+b", buffering=0) as disk, pytest.raises(NoRoomForFile, match="磁盘空间不足"):
        write_table(disk, "表", ["甲"], [("乙",)] * 2_000, as_=as_)


def test_more_rows_than_a_worksheet_holds_are_sent_to_csv() -> None:
    with pytest.raises(TooManyRowsForExcel, match="请改用 CSV"):
        written([], [()] * 1_048_576, "xlsx")
