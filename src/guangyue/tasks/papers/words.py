"""督查周报 and 季度进展报告 in words, tables and bars: as they are signed."""

from collections.abc import Iterator, Sequence
from datetime import date

from guangyue.kit.typesetting import Bars, OfficialPaper, Part, Table
from guangyue.kit.typesetting.papers import Side
from guangyue.kit.wording import percent
from guangyue.organisations.models import Region
from guangyue.tasks.models import Assignment, Prod
from guangyue.tasks.papers.figures import Standing, Told
from guangyue.tasks.papers.periods import Paper

MOST_DRAWN = 15
TO_BE_SIGNED = "　　　　"
NUMERALS = "一二三四五六七八"
PARTS = (("已销号", "done"), ("按期推进", "on_track"), ("滞后或者临期", "behind"), ("逾期", "overdue"))


def paper_of(kind: Paper, told: Told, *, issuer: str, on: date) -> OfficialPaper:
    """With room for a signature; the number of an official paper is put on by hand."""
    return OfficialPaper(
        issuer=issuer,
        banner=kind.value if kind is Paper.WEEKLY else "",
        number=_number(kind, told),
        title=title_of(kind, told),
        dated=on,
        addressed_to=f"{Region.objects.filter(kind=Region.Kind.CITY).first() or '市'}人民政府",
        body=tuple(body_of(kind, told)),
        signatory=TO_BE_SIGNED,
        two_sided=False,
    )


def title_of(kind: Paper, told: Told) -> str:
    if kind is Paper.WEEKLY:
        return f"{told.period.year}年第{told.period.number}周重点任务督查情况"
    return f"关于{told.period.title.replace(' ', '')}重点任务推进情况的报告"


def body_of(kind: Paper, told: Told) -> Iterator[Part]:
    numbers = iter(NUMERALS)

    def headed(title: str) -> str:
        return f"{next(numbers)}、{title}"

    yield headed("总体情况")
    yield _overall(told)
    if told.units:
        yield _bars(told)
    yield headed("本周工作" if kind is Paper.WEEKLY else "本季度工作")
    yield _done(told)
    yield headed("季报报送")
    yield _reported(kind, told)
    if told.units:
        yield headed("各单位情况")
        yield _table("单位", told.worst, reports=True)
    if told.documents:
        yield headed("各文件情况")
        yield _table("文件", told.documents, reports=False)
    yield headed("逾期事项")
    yield from _late(told.late)
    yield headed("催办督办")
    yield from _prods(told.unanswered, told.until)
    if told.missed:
        yield headed("没有达到的指标")
        yield _targets(told)


def _number(kind: Paper, told: Told) -> str:
    return f"第{told.period.number}期" if kind is Paper.WEEKLY else ""


def _overall(told: Told) -> str:
    total = told.sum("total")
    share = percent(told.sum("done") / total if total else None)
    first, until = told.period.first, told.until
    return (
        f"{first.month}月{first.day}日至{until.month}月{until.day}日：截至期末，"
        f"{len(told.documents)} 份文件分解的事项"
        f"由 {len(told.units)} 个单位负责 {total:,} 项次，已销号 {told.sum('done'):,} 项次（{share}），"
        f"按期推进 {told.sum('on_track'):,} 项次，滞后或者临期 {told.sum('behind'):,} 项次，"
        f"逾期 {told.sum('overdue'):,} 项次。"
        "几个单位共同负责的，各计一次。"
    )


def _bars(told: Told) -> Bars:
    drawn = told.worst[:MOST_DRAWN]
    more = "" if len(told.units) <= MOST_DRAWN else f"（逾期、滞后多的 {MOST_DRAWN} 个单位）"
    return Bars(
        f"各单位负责的事项{more}",
        [unit.name for unit in drawn],
        [(title, [getattr(unit, name) for unit in drawn]) for title, name in PARTS],
        stacked=True,
    )


def _done(told: Told) -> str:
    moved = told.moved
    return (
        f"收到进展 {moved.reports:,} 条，申请办结 {moved.asked_to_close:,} 项，"
        f"核查后销号 {moved.closed:,} 项；"
        f"发出催办 {moved.reminders:,} 件、督办 {moved.orders:,} 件，收到答复 {moved.answered:,} 件。"
    )


def _reported(kind: Paper, told: Told) -> str:
    if kind is Paper.WEEKLY:
        many = told.sum("owed")
        if not many:
            return "没有超期未报的季报。"
        silent = "、".join(unit.name for unit in told.units if unit.owed)
        return f"超期未报的季报 {many:,} 份，单位是：{silent}。"
    owed, handed_in = told.sum("owed"), told.sum("handed_in")
    if not owed:
        return "还没有应报的季报。"
    silent = "、".join(unit.name for unit in told.units if unit.unreported)
    unreported = f"未报 {owed - handed_in:,} 份，单位是：{silent}。" if silent else "全部报送。"
    return f"应报季报 {owed:,} 份，已报 {handed_in:,} 份，{unreported}"


def _table(first: str, lines: Sequence[Standing], *, reports: bool) -> Table:
    shown = ["total", *(name for _, name in PARTS)]
    headers = [first, "负责" if reports else "事项", *(title for title, _ in PARTS)]
    if reports:
        shown.append("unreported")
        headers.append("未报季报")
    numbers: list[Side] = ["right"] * len(shown)
    return Table(
        headers,
        [[one.name, *(f"{getattr(one, name):,}" for name in shown)] for one in lines],
        widths=(6, *(1.6,) * len(shown)),
        alignments=["left", *numbers],
    )


def _late(late: Sequence[Assignment]) -> Iterator[Part]:
    if not late:
        yield "没有逾期的事项。"
        return
    yield Table(
        ("事项", "负责单位", "时限", "进度", "单位说明的问题"),
        [
            (
                str(one),
                one.answering,
                f"{one.due_on:%Y-%m-%d}",
                f"{one.percent}%",
                getattr(one, "problems", "") or "没有说明",
            )
            for one in late
        ],
        widths=(4, 4, 3, 1.6, 4.4),
        alignments=("left", "left", "center", "right", "left"),
    )


def _prods(prods: Sequence[Prod], until: date) -> Iterator[Part]:
    if not prods:
        yield "催办、督办都有答复。"
        return
    yield f"没有答复的 {len(prods)} 件："
    yield Table(
        ("种类", "单位", "事由", "答复期限"),
        [
            (
                one.get_kind_display(),
                one.organisation.name,
                f"{one.assignment or one.owed}：{one.reason}",
                f"{one.answer_by:%Y-%m-%d}{'（超期）' if one.answer_by < until else ''}",
            )
            for one in prods
        ],
        widths=(1.6, 4, 7, 3),
        alignments=("left", "left", "left", "center"),
    )


def _targets(told: Told) -> Table:
    return Table(
        ("指标", "目标", "实际", "牵头单位", "期限"),
        [
            (
                one.indicator.name,
                one.said,
                one.reached,
                one.owner.name if one.owner else "—",
                f"{one.due_on:%Y-%m-%d}",
            )
            for one in told.missed
        ],
        widths=(4, 4, 2.6, 4, 2.6),
        alignments=("left", "left", "right", "left", "center"),
    )
