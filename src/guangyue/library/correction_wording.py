"""Corrections in words, for the list beside the lines."""

from guangyue.gazette.reading.corrections import (
    AssignLines,
    Confirm,
    CorrectHead,
    Correction,
    CorrectLevel,
    EditLine,
)
from guangyue.gazette.reading.shapes import Level
from guangyue.kit.wording import day


def said_of(correction: Correction) -> tuple[int, str]:
    """The line it hangs on, and what it says."""
    match correction:
        case EditLine(at, after):
            return at.line, f"改为：{after}"
        case AssignLines(first, last, to):
            where = f"归第{to.line}行起的公文" if to else "不属于公文"
            return first.line, where if first == last else f"到第{last.line}行，{where}"
        case CorrectLevel(at, level):
            return at.line, f"层次是 {Level[level].value}" if level else "接着上一行"
        case Confirm(at):
            return at.line, "存疑已确认无误"
        case CorrectHead(at):
            return at.line, "；".join(_of_head(correction)) or "公文从这里开始"


def _of_head(head: CorrectHead) -> list[str]:
    said = {
        "文号": head.number,
        "标题": head.title,
        "发文机关": "、".join(head.issuers) if head.issuers else None,
        "成文日期": day(head.day) if head.day else None,
    }
    return [f"{name} {value}" for name, value in said.items() if value]
