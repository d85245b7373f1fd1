"""From an official paper to its PDF/A-2b: the same paper gives the same bytes."""

import json
import re
import unicodedata
from dataclasses import asdict
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from django.http import FileResponse

from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting.fonts import collection, faces
from guangyue.kit.typesetting.papers import Bars, Paper

TEMPLATE = Path(__file__).with_name("paper.typ")
PICTURE = Path(__file__).with_name("picture.typ")
PICTURE_DOTS = 200  # to the inch

_UNSHOWN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_LONG_WORD = re.compile(r"[!-~]{20}")
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"


class CharactersMissing(Refused):
    """No font at hand has them."""

    advice = "请改用字库里有的字，或请管理员安装收字更全的字体。"

    def __init__(self, characters: str) -> None:
        super().__init__(f"已安装的字体里没有“{characters}”，公文没有生成。")


class UnreadableSeal(Refused):
    """The picture of the seal is none."""

    sentence = "印章图片读不出来，公文没有生成。"
    advice = "请重新上传印章图片（PNG，底色透明）。"


def typeset(paper: Paper) -> bytes:
    """The paper as PDF, its fonts embedded."""
    layout = paper.laid_out()
    dated = datetime(layout["year"], layout["month"], layout["day"], tzinfo=UTC)
    try:
        return typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            font_paths=collection(),
            sys_inputs={
                "paper": json.dumps(_printable(layout), ensure_ascii=False),
                "faces": json.dumps(asdict(faces())),
            },
            pdf_standards=["a-2b"],
            timestamp=dated,
        )
    except typst.TypstError as failure:
        if unshown := _UNSHOWN.search(failure.message):
            raise CharactersMissing(unshown[1]) from failure
        if "image" in failure.message:
            raise UnreadableSeal from failure
        raise


def draw(bars: Bars) -> bytes:
    """Bars as a PNG, for papers that are no PDF."""
    return typst.compile(
        PICTURE,
        root=PICTURE.parent,
        font_paths=collection(),
        sys_inputs={
            "part": json.dumps(_printable(bars.laid_out()), ensure_ascii=False),
            "faces": json.dumps(asdict(faces())),
        },
        format="png",
        ppi=PICTURE_DOTS,
    )


def answer_with(paper: Paper) -> FileResponse:
    """The paper, opened in the browser and saved under its number and title."""
    name = f"{paper.number} {paper.laid_out()['title']}.pdf".strip()
    return FileResponse(BytesIO(typeset(paper)), filename=name, content_type="application/pdf")


def _printable(value: Any) -> Any:
    """The same without control characters, and with long runs of Latin letters made breakable."""
    match value:
        case str():
            shown = "".join(character for character in value if unicodedata.category(character)[0] != "C")
            return _LONG_WORD.sub(lambda run: run[0] + _BREAK_HERE, shown)
        case dict():
            return {key: _printable(item) for key, item in value.items()}
        case list():
            return [_printable(item) for item in value]
        case _:
            return value
