"""年度报告 of the draws (三（一）)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.inspections import statistics
from guangyue.inspections.statistics import Office, Progress
from guangyue.kit.access import Scope
from guangyue.kit.typesetting import OfficialPaper, Part, Table
from guangyue.kit.typesetting.papers import Side
from guangyue.kit.wording import percent
from guangyue.organisations.year_report import year_report

MOST_INSPECTORS = 5
WORDS_AND_NUMBER: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True)
class Year:
    """一年的数字: the same that the dashboard shows."""

    year: int
    progress: Progress
    offices: Sequence[Office]
    found: Mapping[str, int]
    loads: Sequence[tuple[str, int]]


def figures_of(scope: Scope, year: int, *, on: date) -> Year:
    return Year(
        year,
        progress=statistics.progress(scope, year, on=on),
        offices=statistics.offices(scope, year),
        found=statistics.found(scope, year),
        loads=statistics.loads(scope, year),
    )


def paper_of(told: Year, *, issuer: str, on: date) -> OfficialPaper:
    about = "“双随机、一公开”监管工作情况"
    return year_report(issuer=issuer, year=told.year, about=about, dated=on, body=_body(told))


def _body(told: Year) -> Iterator[Part]:
    progress = told.progress
    yield f"现将{told.year}年度“双随机、一公开”监管工作情况报告如下。"
    yield "一、抽查覆盖"
    yield (
        f"在库检查对象 {progress.active:,} 个，本年检查 {progress.visited:,} 个，"
        f"覆盖率 {percent(progress.coverage)}。"
    )
    if told.offices:
        yield Table(
            ("部门", "已检查", "待检查", "已公示", "迟公示"),
            [
                (one.name, f"{one.made:,}", f"{one.waiting:,}", f"{one.published:,}", f"{one.late:,}")
                for one in told.offices
            ],
            widths=(6, 2, 2, 2, 2),
            alignments=("left", "right", "right", "right", "right"),
        )
    yield "二、结果公示"
    yield (
        f"公示检查结果 {progress.results:,} 条，按期 {percent(progress.in_time)}，"
        f"迟于期限 {progress.late:,} 条；到期未公示的批次 {progress.overdue:,} 个。"
        "期限是抽查任务完成后 20 个工作日。"
    )
    yield "三、检查结果"
    yield Table(
        ("结果", "项"),
        [(result, f"{many:,}") for result, many in told.found.items()],
        widths=(8, 2),
        alignments=WORDS_AND_NUMBER,
    )
    yield "四、执法人员"
    yield _loads_said(told.loads)
    if told.loads:
        yield Table(
            ("执法人员编号", "承担的检查"),
            [(number, f"{many:,}") for number, many in told.loads[:MOST_INSPECTORS]],
            widths=(8, 2),
            alignments=WORDS_AND_NUMBER,
        )
    yield "五、防止检查过多"
    yield (
        f"因本年同一事项已经检查、不再参加抽取 {progress.left_out:,} 次；"
        f"两个部门同月抽中、合为一次上门的 {progress.together:,} 次。"
        f"一年里上门两次以上的检查对象 {progress.often:,} 个，联合检查按一次计。"
    )


def _loads_said(loads: Sequence[tuple[str, int]]) -> str:
    if not loads:
        return "本年没有派发检查。"
    visits = sum(many for _, many in loads)
    return (
        f"{len(loads):,} 名执法人员承担检查，平均每人 {visits / len(loads):.1f} 次，"
        f"最多的 {loads[0][1]:,} 次。承担最多的有："
    )
