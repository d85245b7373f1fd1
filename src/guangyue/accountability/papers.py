"""约谈纪要 as an official paper."""

from collections.abc import Iterator

from guangyue.accountability.models import Interview
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import day


def minutes_paper(interview: Interview) -> PlainPaper:
    return PlainPaper(title=f"{interview.step.title}纪要", dated=interview.on, body=[*_body(interview)])


def _body(interview: Interview) -> Iterator[Part]:
    case = interview.step.case
    yield f"时间：{day(interview.on)}"
    yield f"地点：{interview.place}"
    yield f"主持：{interview.chair}"
    yield f"约谈对象：{interview.invited}"
    yield f"参加人员：{interview.attendees}"
    yield f"依据：{case.cites}"
    yield "一、指出的问题"
    yield from _paragraphs(interview.questions)
    yield "二、表态和要求"
    yield from _paragraphs(interview.minutes)
    yield "三、承诺整改"
    yield Table(
        ("承诺", "期限", "进度"),
        [(one.said, day(one.due_on), one.standing) for one in interview.commitments.all()],
        widths=(6, 3, 2),
    )


def _paragraphs(text: str) -> Iterator[str]:
    yield from (line.strip() for line in text.splitlines() if line.strip())
