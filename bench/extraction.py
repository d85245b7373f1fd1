"""Extraction: the tasks of one document of a hundred pages, and how reading grows with the document."""

import argparse
from collections.abc import Sequence
from datetime import date
from functools import partial
from random import Random

from bench.measure import in_turns, tell, times
from guangyue.gazette.numerals import write_figure
from guangyue.gazette.reading.shapes import Line
from guangyue.library.synthetic import MATTERS, THINGS, VERBS
from guangyue.tasks.reading.shapes import ReadDocument
from guangyue.tasks.reading.tasks import read_tasks

LONGEST = 2.0  # seconds
PAGES = 100
ON_A_PAGE = 22 * 28  # signs, as GB/T 9704 sets a page
IN_A_LINE = 28
DAY, HORIZON = date(2021, 4, 15), date(2023, 12, 31)
UNITS = ("市财政局", "市教育局", "市工业和信息化局", "市自然资源和规划局", "市水务局", "各区人民政府")
NOTES = (
    "（牵头单位：{0}；责任单位：{1}、{2}；完成时限：2022年6月）",
    "（{0}牵头，{1}、{2}按职责分工负责）",
    "（责任单位：{0}、{1}，{2}）",
    "（{0}牵头；{1}参与；{2}负责落实）",
)
IN_A_SECTION = 20


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench extraction")
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args(arguments)
    documents = {str(pages): written_document(pages) for pages in (PAGES // 10, PAGES, PAGES * 2)}
    actions = {pages: partial(read, lines) for pages, lines in documents.items()}
    taken = in_turns(asked.rounds, **actions)
    for pages, lines in documents.items():
        took, many = taken[pages].median, len(read(lines).assignments)
        a_page = times(took * 10 / int(pages), taken[str(PAGES // 10)].median)
        limit = f"limit {LONGEST:.0f} s for {PAGES} pages"
        verdict = f"{took / LONGEST:.0%} of it; a page took {a_page} of the shortest's"
        tell(f"{pages} pages, {many:,} assignments", f"{took * 1000:,.0f} ms", limit, verdict)


def read(lines: Sequence[Line]) -> ReadDocument:
    return read_tasks(lines, number="示政发〔2021〕1号", day=DAY, horizon=HORIZON, title="示例方案")


def written_document(pages: int) -> list[Line]:
    """Numbered items under sections, each with a note, cut into lines as a page is set."""
    chance = Random(pages)
    lines: list[str] = []
    signs = item = 0
    while signs < pages * ON_A_PAGE:
        if item % IN_A_SECTION == 0:
            lines.append(f"{write_figure(item // IN_A_SECTION + 1)}、{chance.choice(MATTERS)}工作")
        item += 1
        text = _item(item, chance)
        signs += len(text)
        lines += [text[at : at + IN_A_LINE] for at in range(0, len(text), IN_A_LINE)] + [""]
    return [Line(number, text) for number, text in enumerate(lines, start=1) if text]


def _item(number: int, chance: Random) -> str:
    said = "".join(
        f"{chance.choice(VERBS)}{chance.choice(THINGS)}，到2022年建成{chance.randint(2, 900)}处，"
        f"覆盖率达到{chance.randint(50, 99)}%以上。"
        for _ in range(chance.randint(3, 9))
    )
    return f"{number}.{chance.choice(VERBS)}{chance.choice(MATTERS)}。{said}{_note(chance)}"


def _note(chance: Random) -> str:
    return chance.choice(NOTES).format(*chance.sample(UNITS, 3))
