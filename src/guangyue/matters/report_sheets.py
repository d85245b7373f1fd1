"""要素报送表: the ten elements as a unit published them, one matter a line; the same columns in and out."""

from collections.abc import Iterator

from guangyue.kit.access import Scope
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, text, whole_number
from guangyue.matters.comparing import told
from guangyue.matters.elements import LISTED, Element, Said, said_of
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.services.exercising import Report

LONGEST = 4000
EXAMPLES = {
    Element.NAME: "食品经营许可",
    Element.CODE: "131011",
    Element.KIND: "行政许可",
    Element.BASIS: "《中华人民共和国食品安全法》第三十五条",
    Element.LEVELS: "县",
    Element.CONDITIONS: "有固定的经营场所",
    Element.AUDIENCE: "自然人、法人",
    Element.MATERIALS: "营业执照；经营场所平面布局图",
    Element.LIMIT: "5",
    Element.FEES: "",
}
NO_SUCH = "没有这个编码的事项，或者本地不行使"

REPORTS = Sheet(
    "要素报送表",
    (
        Column("region", "地区", example="东昌府区"),
        *(
            Column(
                one.value,
                one.value,
                required=one is not Element.FEES,
                parse=whole_number if one is Element.LIMIT else text,
                example=EXAMPLES[one],
                note="几项用；隔开" if one in LISTED else "工作日" if one is Element.LIMIT else "",
                longest=LONGEST,
                width=40 if one in LISTED else 16,
            )
            for one in Element
        ),
    ),
    unique=(("region", Element.CODE.value),),
)
HEADERS = ("主管部门", "状态", "版本", *(one.value for one in Element))


def problems_in(reading: Reading, scope: Scope) -> Iterator[Problem]:
    """Rows of matters that are not there, or not exercised where the reporter may speak for."""
    exercises = _exercises(reading.rows, scope)
    for row in reading.rows:
        if (row[Element.CODE.value], row["region"]) not in exercises:
            yield reading.problem(row, NO_SUCH, key=Element.CODE.value)


def reports_from(rows: tuple[Row, ...], scope: Scope) -> list[Report]:
    exercises = _exercises(rows, scope)
    return [Report(exercises[row[Element.CODE.value], row["region"]], _elements(row)) for row in rows]


def whole_catalogue() -> Iterator[tuple[str | int, ...]]:
    """Every matter in force with its ten elements, for a table."""
    for matter in Matter.objects.in_force().select_related("current", "owner").order_by("code"):
        assert matter.current is not None
        said = said_of(matter.current.declared)
        elements = (told(said[one]) for one in Element)
        yield matter.owner.name, matter.get_state_display(), matter.current.number, *elements


def _exercises(rows: tuple[Row, ...], scope: Scope) -> dict[tuple[str, str], Exercise]:
    codes = {row[Element.CODE.value] for row in rows}
    found = Exercise.objects.within(scope).filter(matter__code__in=codes).select_related("matter", "region")
    return {(one.matter.code, one.region.name): one for one in found}


def _elements(row: Row) -> dict[str, Said]:
    return {one.value: _said(one, row[one.value]) for one in Element}


def _said(element: Element, value: object) -> Said:
    if element in LISTED:
        return [one.strip() for one in str(value or "").split("；") if one.strip() and one.strip() != "无"]
    return value if isinstance(value, int) else str(value or "")
