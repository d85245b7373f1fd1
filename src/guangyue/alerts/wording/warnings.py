"""预警的话: what a warning, its adjustment and its lifting say, wherever they are read."""

from collections.abc import Iterator

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Sheet, Warning
from guangyue.alerts.services.telling import marked
from guangyue.kit.wording import moment

LEVEL = "level"  # the part that the sheet's own level says


def heading_of(warning: Warning) -> str:
    return marked(warning, f"{response_plan().voice.event}{warning.level.title}")


def paragraphs_of(warning: Warning) -> Iterator[str]:
    """正文: part by part as the plan names them, then what begins with it."""
    if warning.exercise:
        yield "本预警是应急演练，不是真实的预警，请勿误传。"
    yield from parts_of(warning.sheet)
    if warning.responds:
        yield f"自{moment(warning.starts_at)}起启动{warning.level.response}{_ends_former(warning)}。"


def parts_of(sheet: Sheet) -> Iterator[str]:
    for part in response_plan().parts:
        said = sheet.level.title if part.key == LEVEL else sheet.said.get(part.key, "")
        yield f"{part.title}：{said.rstrip('。')}。"


def lifting_of(warning: Warning) -> str:
    sheet = warning.lifted_by
    assert sheet is not None
    reason = sheet.remark.rstrip("。") or "空气质量改善，达到解除条件"
    response = f"，{warning.level.response}同时终止" if warning.responds else ""
    return f"{reason}，自{moment(sheet.lifts_at)}起解除{warning.level.title}{response}。"


def _ends_former(warning: Warning) -> str:
    """Of an adjustment: what was asked for until now is over. A hint asked for nothing."""
    former = warning.follows
    return f"，{former.level.title}同时终止" if former is not None and former.responds else ""
