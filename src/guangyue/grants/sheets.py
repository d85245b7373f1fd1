"""名册的表样: for each rule a table with whose row it is, and a column for each fact it asks about."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.utils.timezone import localdate

from guangyue.grants.cases import facts_asked_by
from guangyue.kit.identities import IdNumber, Malformed
from guangyue.kit.sheets import (
    Cell,
    Column,
    Row,
    Sheet,
    Unreadable,
    credit_code,
    day,
    money,
    text,
    whole_number,
    yes_no,
)
from guangyue.rules.answers import month_said
from guangyue.rules.authoring import MONTH, Rule
from guangyue.rules.facts import FactRefused, Facts, Field
from guangyue.rules.offers import Audience
from guangyue.rules.ratios import read_ratio
from guangyue.rules.tree import Kind
from guangyue.systems.offered import Offered

MOST_ROWS = 20_000
LONGEST_LIST = 4000
NAME, NUMBER, OCCASION, FOR_MONTH = "name", "number", "item", "month"
NOTHING, NOT_KNOWN = "没有", "?"
EXAMPLES = {
    Kind.FLAG: "是",
    Kind.MONEY: "1234.50",
    Kind.NUMBER: "12",
    Kind.RATIO: "50%",
    Kind.DAY: "2020-05-01",
    Kind.TEXT: "",
}


def sheet_of(offered: Offered, rule: Rule) -> Sheet:
    """名册: the same columns whoever fills it in."""
    whose = (
        (
            Column(NAME, "姓名", example="王小明"),
            Column(NUMBER, "公民身份号码", parse=_id_number, example="390000199001010015", width=22),
        )
        if offered.offer.audience is Audience.PERSON
        else (
            Column(NAME, "名称", example="东湖一号商行", width=24),
            Column(NUMBER, "统一社会信用代码", parse=credit_code, example="913915020000202122", width=22),
        )
    )
    monthly = (
        (Column(FOR_MONTH, "月份", parse=_month, example="2020-05", note="这一行是哪一个月的"),)
        if rule.per is MONTH
        else ()
    )
    occasion = (Column(OCCASION, "事由", required=False, longest=80, note="同一人有几项的，用来区分"),)
    facts = [_column(place, of, rule) for place, of in facts_asked_by(rule)]
    return Sheet(f"{offered.title}名册", (*whose, *monthly, *occasion, *facts), most_rows=MOST_ROWS)


def subjects_of_row(rule: Rule, row: Row) -> tuple[Facts, ...]:
    """What a row says of each subject; an empty cell says nothing."""
    return tuple(
        kind(
            **{
                name: value
                for name in kind.fields
                if (value := row.values.get(f"{place}.{name}")) is not None
            }
        )
        for place, kind in enumerate(rule.subjects)
    )


def _column(place: int, of: Field[Any], rule: Rule) -> Column:
    titles = [one.title for _, one in facts_asked_by(rule)]
    header = of.title if titles.count(of.title) == 1 else f"{of.title}（{place + 1}）"
    return Column(
        f"{place}.{of.name}",
        header,
        parse=partial(_fact, of),
        required=False,
        example=of.words[0] if of.words else EXAMPLES.get(of.kind, NOTHING),
        note=_note(of),
        choices=of.words if of.kind is Kind.WORD else ("是", "否") if of.kind is Kind.FLAG else (),
        longest=LONGEST_LIST if of.kind in (Kind.ROWS, Kind.WORDS) else 200,
    )


def _note(of: Field[Any]) -> str:
    match of.kind:
        case Kind.WORDS:
            return f"可以填几项，用顿号隔开；都不是的填“{NOTHING}”。可选：{'、'.join(of.words)}"
        case Kind.ROWS:
            assert of.rows is not None
            parts = " | ".join(one.title for one in of.rows.fields.values())
            return f"每条依次填：{parts}；各条用分号隔开，不清楚的项填 ?，一条都没有的填“{NOTHING}”"
        case Kind.MONEY:
            return "单位为元"
    return ""


def _fact(of: Field[Any], cell: Cell) -> object:
    """The value of a cell, as a fact takes it; what cannot be is said in a sentence."""
    try:
        value = READERS[of.kind](of, cell)
        of.carried(value)
    except (FactRefused, ValueError) as error:
        sentence = error.sentence if isinstance(error, FactRefused) else str(error)
        raise Unreadable(sentence.removeprefix(f"{of.title}：").removesuffix("。")) from None
    return value


def _words(of: Field[Any], cell: Cell) -> frozenset[str]:
    said = text(cell).replace("，", "、").replace(",", "、")
    return frozenset() if said == NOTHING else frozenset(filter(None, map(str.strip, said.split("、"))))


def _rows(of: Field[Any], cell: Cell) -> tuple[Facts, ...]:
    said = text(cell)
    if said == NOTHING:
        return ()
    return tuple(
        _row(of, line) for line in said.replace(";", "；").replace("\n", "；").split("；") if line.strip()
    )


def _row(of: Field[Any], line: str) -> Facts:
    assert of.rows is not None
    cells = [cell.strip() for cell in line.replace("｜", "|").split("|")]
    inner = of.rows.fields
    if len(cells) != len(inner):
        raise Unreadable(f"“{line.strip()}”应当有 {len(inner)} 项，现有 {len(cells)} 项")
    said = {
        name: _fact(one, cell)
        for (name, one), cell in zip(inner.items(), cells, strict=True)
        if cell not in ("", NOT_KNOWN)
    }
    return of.rows(**said)


READERS: Mapping[Kind, Callable[[Field[Any], Cell], object]] = {
    Kind.FLAG: lambda of, cell: yes_no(cell),
    Kind.MONEY: lambda of, cell: money(cell),
    Kind.NUMBER: lambda of, cell: whole_number(cell),
    Kind.RATIO: lambda of, cell: read_ratio(text(cell)),
    Kind.DAY: lambda of, cell: day(cell),
    Kind.WORD: lambda of, cell: text(cell),
    Kind.TEXT: lambda of, cell: text(cell),
    Kind.WORDS: _words,
    Kind.ROWS: _rows,
}


def _id_number(cell: Cell) -> str:
    try:
        return IdNumber.parse(text(cell), on=localdate()).text
    except Malformed as malformed:
        raise Unreadable(str(malformed).removesuffix("。")) from None


def _month(cell: Cell) -> date:
    """The first day of a month; a spreadsheet makes a date of 2020-05."""
    if isinstance(cell, date):
        return date(cell.year, cell.month, 1)
    said = text(cell).replace("年", "-").removesuffix("月").replace("/", "-").replace(".", "-")
    try:
        return month_said(said, FOR_MONTH)
    except FactRefused:
        raise Unreadable("应当是月份，如 2020-05") from None
