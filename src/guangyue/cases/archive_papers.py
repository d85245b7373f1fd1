"""卷内目录: what lies in the archive package of a case, to be read without a computer's help."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.timezone import localdate

from guangyue.cases.models import Case
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import moment

HASH_SHOWN = 16


def contents_of(case: Case, index: Mapping[str, Any]) -> PlainPaper:
    return PlainPaper(
        title=f"卷内目录\n{case.title}",
        number=case.number,
        dated=localdate(case.closed_at),
        author=str(case.unit),
        body=tuple(_body(case, index)),
    )


def _body(case: Case, index: Mapping[str, Any]) -> Iterator[Part]:
    yield "一、办件"
    yield Table(
        ("项目", "内容"),
        [
            ("事项和情形", f"{case.title} {case.situation.title}"),
            ("申请人", case.applicant_name),
            ("决定机关", str(case.unit)),
            ("提交", moment(case.handed_in_at)),
            ("受理", moment(case.accepted_at)),
            ("决定", moment(case.decided_at)),
            ("办结", f"{moment(case.closed_at)}（{case.get_phase_display()}{case.get_outcome_display()}）"),
            (
                "承诺和实际工作日",
                f"{case.promised_days} / {'—' if case.used_days is None else case.used_days}",
            ),
        ],
        widths=(1, 3),
    )
    yield "二、文书"
    yield _listed(
        ("文书", "编号", "校验值"), [(one["kind"], one["number"], one["hash"]) for one in index["letters"]]
    )
    yield "三、申请材料"
    yield _listed(
        ("材料", "状态和文件", "指纹"),
        [
            (paper["title"], file["name"] if file else paper["state"], file["sha256"] if file else "")
            for paper in index["papers"]
            for file in paper["files"] or [None]
        ],
    )
    yield "四、办理经过"
    yield Table(
        ("时间", "做了什么", "经办机构", "理由或者说明"),
        [
            (moment(move.at), move.title, str(move.desk or "—"), move.said)
            for move in case.moves.select_related("desk").order_by("pk")
        ],
        widths=(3, 2, 3, 4),
    )


def _listed(headers: tuple[str, ...], rows: list[tuple[str, str, str]]) -> Part:
    """With as much of a fingerprint as a line holds."""
    if not rows:
        return "没有。"
    return Table(headers, [(*row[:2], row[2][:HASH_SHOWN]) for row in rows], widths=(4, 4, 3))
