"""月度调度: the counts of each county as lines of a table, and as a paper."""

from collections.abc import Iterator, Sequence
from datetime import date

from guangyue.kit.sheets import Value
from guangyue.kit.typesetting import OfficialPaper, Part, Table
from guangyue.kit.typesetting.papers import Side
from guangyue.kit.wording import day, percent
from guangyue.ledgers.models import Problem, Responsibility
from guangyue.ledgers.models.problems import ProblemQuerySet
from guangyue.ledgers.statistics import Counts, together

HEADERS = (
    "县（市、区）",
    "已登记",
    "待建单",
    "整改中",
    "逾期",
    "待验收销号",
    "已销号",
    "复发过",
    "并入",
    "销号率（%）",
)
WIDTHS = (4, 2, 2, 2, 2, 3, 2, 2, 2, 3)
RIGHT: Side = "right"
MOST_LATE = 40


def lines_of(counts: Sequence[Counts]) -> Iterator[tuple[Value, ...]]:
    """One for each county, then all together."""
    for one in (*counts, together(counts)):
        yield (
            one.name,
            one.registered,
            one.to_list,
            one.in_work,
            one.overdue,
            one.accepted,
            one.signed_off,
            one.reopened,
            one.merged,
            None if one.rate is None else round(one.rate * 100, 1),
        )


def paper_of(
    title: str, counts: Sequence[Counts], late: ProblemQuerySet, *, issuer: str, on: date
) -> OfficialPaper:
    """Its number and signature are put on by hand."""
    return OfficialPaper(
        issuer=issuer,
        number="",
        title=f"{title.removesuffix('调度表')}调度情况",
        dated=on,
        body=tuple(_body(counts, late, on=on)),
        two_sided=False,
    )


def _body(counts: Sequence[Counts], late: ProblemQuerySet, *, on: date) -> Iterator[Part]:
    whole = together(counts)
    yield "一、总体进展"
    yield (
        f"截至{day(on)}，登记问题 {whole.registered:,} 个，已销号 {whole.signed_off:,} 个，"
        f"销号率 {percent(whole.rate)}；逾期 {whole.overdue:,} 个，复发过 {whole.reopened:,} 个。"
        "复发的不算销号，并入其他问题的不计入总数。"
    )
    yield Table(
        HEADERS,
        [["—" if cell is None else str(cell) for cell in line] for line in lines_of(counts)],
        widths=WIDTHS,
        alignments=("left", *(RIGHT,) * (len(HEADERS) - 1)),
    )
    yield "二、逾期的问题"
    rows = list(late.prefetch_related("responsibilities").order_by("due", "pk")[:MOST_LATE])
    if not rows:
        yield "没有逾期的问题。"
        return
    yield Table(
        ("问题编号", "县（市、区）", "问题", "责任人", "期限"),
        [(one.number, str(one.region), one.subject, _answers_for(one), str(one.due)) for one in rows],
        widths=(4, 3, 6, 4, 3),
    )


def _answers_for(problem: Problem) -> str:
    """责任人 of this round, with his post."""
    role = Responsibility.Role.ANSWERS
    of_round = (one for one in problem.responsibilities.all() if one.round == problem.round)
    return "、".join(f"{one.person}（{one.post}）" for one in of_round if one.role == role) or "没有明确"
