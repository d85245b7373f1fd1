"""纸: the sheet that is signed, the warning, its lifting, and the pack of an evaluation."""

from collections.abc import Iterator

from guangyue.alerts.declared import response_plan
from guangyue.alerts.evaluating import Air, Figures, course_of
from guangyue.alerts.models import Evaluation, Sheet, Warning
from guangyue.alerts.services.telling import marked
from guangyue.alerts.wording.warnings import heading_of, lifting_of, paragraphs_of, parts_of
from guangyue.kit.clocks import local_day
from guangyue.kit.typesetting import OfficialPaper, Part, PlainPaper, Table
from guangyue.kit.wording import NOTHING_SAID, moment, said

WORDS = (2, 7)
NUMBERS = (5, 2, 2, 2)


def sheet_paper(sheet: Sheet) -> PlainPaper:
    """审批表: what is asked for, and a line for each hand."""
    event, kind = response_plan().voice.event, sheet.get_kind_display()
    return PlainPaper(
        title=marked(sheet, f"{event}预警信息{kind}审批表"),
        number=sheet.number,
        dated=local_day(sheet.drafted_at),
        author=response_plan().voice.office,
        body=(
            Table(("项目", "内容"), [*_content(sheet)], widths=WORDS),
            Table(
                ("环节", "姓名", "职务", "时间"),
                [*_hands(sheet)],
                widths=(2, 2, 3, 3),
                title="签字",
            ),
        ),
    )


def warning_paper(warning: Warning) -> OfficialPaper:
    return OfficialPaper(
        issuer=response_plan().voice.office,
        number=warning.number,
        title=f"{response_plan().voice.office}关于发布{heading_of(warning)}的通知",
        dated=local_day(warning.published_at),
        addressed_to="各县（市、区）人民政府，市属开发区管委会，市政府有关部门",
        body=tuple(paragraphs_of(warning)),
        two_sided=False,
    )


def lifting_paper(warning: Warning) -> OfficialPaper:
    """Of a warning whose lifting has been announced."""
    assert warning.lifted_by is not None
    assert warning.lifted_by.sent_at is not None
    return OfficialPaper(
        issuer=response_plan().voice.office,
        number=f"{warning.number}（解除）",
        title=f"{response_plan().voice.office}关于解除{heading_of(warning)}的通知",
        dated=local_day(warning.lifted_by.sent_at),
        addressed_to="各县（市、区）人民政府，市属开发区管委会，市政府有关部门",
        body=(lifting_of(warning),),
        two_sided=False,
    )


def evaluation_paper(warning: Warning, figures: Figures, evaluation: Evaluation | None) -> PlainPaper:
    """评估材料: the figures, and what the third party made of them if it has."""
    ended = warning.ended_at or warning.published_at
    return PlainPaper(
        title=f"{heading_of(warning)}应急响应评估材料",
        number=warning.number,
        dated=local_day(ended),
        author=evaluation.evaluator if evaluation else response_plan().voice.office,
        body=tuple(_evaluated(warning, figures, evaluation)),
    )


def _content(sheet: Sheet) -> Iterator[tuple[str, str]]:
    if sheet.warning is not None:
        yield "原预警", f"{sheet.warning.number} {sheet.warning.level.title}"
    yield "预警级别", f"{sheet.level.title} {sheet.level.response}".strip()
    if sheet.kind == Sheet.Kind.LIFT:
        yield "解除时间", moment(sheet.lifts_at)
    else:
        for text in parts_of(sheet):
            title, _, words = text.partition("：")
            yield title, words.rstrip("。")
        yield "预计时段", f"{moment(sheet.predicted_start)}至{moment(sheet.predicted_end)}"
    if sheet.of_haste:
        yield "不足提前量的理由", sheet.of_haste.value
    yield "依据", "；".join(str(one) for one in (sheet.consultation, sheet.regional) if one) or NOTHING_SAID
    if sheet.remark:
        yield "说明", sheet.remark


def _hands(sheet: Sheet) -> Iterator[tuple[str, str, str, str]]:
    yield "起草", str(sheet.drafted_by), "", moment(sheet.drafted_at)
    yield "核准", said(sheet.checked_by), sheet.checked_post, moment(sheet.checked_at)
    if sheet.needs_approval:
        yield "审批", said(sheet.approved_by), sheet.approved_post, moment(sheet.approved_at)
    yield "发布", said(sheet.sent_by), "", moment(sheet.sent_at)


def _evaluated(warning: Warning, figures: Figures, evaluation: Evaluation | None) -> Iterator[Part]:
    begun = course_of(warning)[0].starts_at
    until = moment(warning.ended_at) if warning.ended_at else "今"
    yield f"自{moment(begun)}至{until}，共 {figures.hours} 小时，级别：{'、'.join(figures.levels)}。"
    yield "一、响应情况"
    yield Table(
        ("工作", "应办", "已办", "超时"),
        [(one.title, f"{one.whole:,}", f"{one.done:,}", f"{one.late:,}") for one in figures.tallies],
        widths=NUMBERS,
        alignments=("left", "right", "right", "right"),
    )
    yield "二、空气质量"
    yield Table(
        ("AQI", "最高小时值", "平均", "重污染小时"),
        [_air("发布时的预报", figures.foreseen), _air("实测", figures.measured)],
        widths=NUMBERS,
        alignments=("left", "right", "right", "right"),
    )
    if evaluation is not None:
        yield "三、采取的措施"
        yield evaluation.measures
        yield "四、取得的成效"
        yield evaluation.effects
        yield "五、发现的问题"
        yield evaluation.problems
        yield "六、改进建议"
        yield evaluation.advice


def _air(title: str, air: Air) -> tuple[str, str, str, str]:
    return title, said(air.peak), said(air.mean), said(air.heavy_hours)
