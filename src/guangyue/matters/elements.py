"""三级十同: the ten elements that every level says alike, and what a declaration says of each."""

import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum

from guangyue.matters.declaration import Declaration

Said = str | int | list[str]


class Element(Enum):
    """统一要素, in the words and the order of 聊政办字〔2019〕35号（十二）."""

    NAME = "事项名称"
    CODE = "编码"
    KIND = "类型"
    BASIS = "设定依据"
    LEVELS = "行使层级"
    CONDITIONS = "受理条件"
    AUDIENCE = "服务对象"
    MATERIALS = "申请材料"
    LIMIT = "办理时限"
    FEES = "收费项目"


LISTED = (Element.BASIS, Element.LEVELS, Element.MATERIALS, Element.FEES)


def said_of(declaration: Declaration) -> dict[Element, Said]:
    """The ten elements of a declaration, each as text, as days or as a list."""
    return {
        Element.NAME: declaration.name,
        Element.CODE: declaration.code,
        Element.KIND: declaration.kind.value,
        Element.BASIS: [f"《{one.title}》{one.article}" for one in declaration.bases],
        Element.LEVELS: [one.value for one in declaration.levels],
        Element.CONDITIONS: declaration.conditions,
        Element.AUDIENCE: declaration.audience.value,
        Element.MATERIALS: [one.title for one in declaration.materials],
        Element.LIMIT: declaration.promised_days,
        Element.FEES: [f"{one.item}：{one.standard}" for one in declaration.fees],
    }


def missing_of(said: Mapping[Element, Said], *, on_application: bool = True) -> Iterator[Element]:
    """The elements that are not there. No fee is a fee list too; what nobody applies for has no papers."""
    for element in Element:
        if element is Element.FEES or (element is Element.MATERIALS and not on_application):
            continue
        value = said.get(element)
        if not value or (element is Element.LIMIT and (not isinstance(value, int) or value < 1)):
            yield element


def alike(element: Element, one: Said, other: Said) -> bool:
    """Whether two units say the same: lists in any order, texts whatever their spaces and widths."""
    return _plain(element, one) == _plain(element, other)


def _plain(element: Element, said: Said) -> object:
    if element in LISTED:
        rows = said if isinstance(said, list) else [str(said)]
        return sorted(_tidy(row) for row in rows if row)
    return _tidy(str(said))


def _tidy(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip("。;")
