"""月报: how cases went in a month, as a paper to be printed."""

from collections.abc import Iterator, Sequence
from datetime import date

from guangyue.cases.reports import InHand, Record, together
from guangyue.kit.typesetting import Part, PlainPaper, Table


def paper_of(
    month: date,
    *,
    departments: Sequence[Record],
    now: Sequence[InHand],
    reasons: Sequence[tuple[str, int]],
    author: str,
    on: date,
) -> PlainPaper:
    return PlainPaper(
        title=f"政务服务办件效能月报\n（{month.year}年{month.month}月）",
        dated=on,
        author=author,
        body=tuple(_body(departments, now, reasons)),
    )


def _body(
    departments: Sequence[Record], now: Sequence[InHand], reasons: Sequence[tuple[str, int]]
) -> Iterator[Part]:
    whole = together(departments)
    yield "一、总体情况"
    yield (
        f"本月办结 {whole.closed} 件，其中作出决定 {whole.decided} 件，按时办结率 {said(whole.in_time)}%。"
        f"平均承诺 {said(whole.mean_promised)} 个工作日，平均用时 {said(whole.mean_used)} 个工作日，"
        f"用时中位数 {said(whole.median)} 个、九成位 {said(whole.ninetieth)} 个工作日。"
        f"容缺受理占 {said(whole.deferred_share)}%，秒批占 {said(whole.instant_share)}%，"
        f"退件和不予受理 {whole.sent_back} 件。"
    )
    yield "二、各部门办结情况"
    yield Table(
        ("部门", "办结", "按时率", "平均用时", "中位数", "九成位"),
        [
            (
                one.title,
                str(one.closed),
                said(one.in_time),
                said(one.mean_used),
                said(one.median),
                said(one.ninetieth),
            )
            for one in departments
        ],
        widths=(6, 2, 2, 2, 2, 2),
    )
    yield "三、在办和超期"
    yield Table(
        ("部门", "在办", "超期", "临期", "中止"),
        [(one.title, str(one.cases), str(one.overdue), str(one.near), str(one.standing)) for one in now],
        widths=(6, 2, 2, 2, 2),
    )
    if reasons:
        yield "四、退件和不予受理的理由"
        yield Table(("理由", "件数"), [(said_, str(many)) for said_, many in reasons], widths=(8, 2))


def said(value: float | None) -> str:
    return "—" if value is None else f"{value:g}"
