"""Issues of a gazette to be read: those beside the repository, or invented ones of the same form."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from guangyue.gazette.folder import gazette_files
from guangyue.library.synthetic import ENDINGS, MATTERS, NUMERALS, THINGS, VERBS

CITY = "示例市"
YEARS = range(2001, 2006)
DOCUMENTS, SECTIONS, CLAUSES = 10, 5, 10  # of an issue as long as real ones are: a good thousand lines
PAGES_OF_A_DOCUMENT = 3
EVERY_JUMPING = 3

Lines = list[str]


def issue_files(folder: Path) -> list[Path]:
    """Five issues: where there are none beside the repository, invented ones written into the folder."""
    if found := gazette_files():
        return list(found.values())
    for year in YEARS:
        (folder / f"{year}-01.txt").write_text("\n".join(written_issue(year=year)), encoding="utf-8")
    return sorted(folder.iterdir())


def written_issue(
    *, year: int = YEARS[0], documents: int = DOCUMENTS, sections: int = SECTIONS, clauses: int = CLAUSES
) -> Lines:
    """Cover, contents and documents, of which every third ends on a later page, after the next one.
    Numerals reach as far as 99 sections of 99 clauses."""
    chance = Random(f"{year}.{documents}.{sections}.{clauses}")
    titles = [_title(chance) for _ in range(documents)]
    texts = [_document(year, nth, title, sections, clauses, chance) for nth, title in enumerate(titles)]
    return [line for paragraph in (*_front(year, titles), *_printed(texts)) for line in (paragraph, "")]


def _front(year: int, titles: list[str]) -> Iterator[str]:
    yield from (f"# {CITY}人民政府公报", str(year), "第1期（总第1期）")
    yield from (f"## {CITY}人民政府公报", f"{year}年第1期", "（总第1期）", f"主管主办：{CITY}人民政府")
    yield from ("# 目 录", "## ◎ 市政府文件")
    for nth, title in enumerate(titles):
        yield from (title, f"{_number(year, nth)}..... {_first_page(nth)}")


def _printed(texts: list[Lines]) -> Iterator[str]:
    """The end of a torn document stands after the next one."""
    waiting: Lines = []
    for nth, text in enumerate(texts):
        ending, waiting, begun = waiting, [], text
        if nth % EVERY_JUMPING == 0 and nth + 1 < len(texts):
            begun, waiting = _torn(text, _first_page(nth + 1) - 1, _first_page(nth + 2) - 1)
        yield from (*begun, *ending)


def _document(year: int, nth: int, title: str, sections: int, clauses: int, chance: Random) -> Lines:
    text = [
        f"# {CITY}人民政府文件",
        _number(year, nth),
        f"## {CITY}人民政府 {title}",
        "各县（市、区）人民政府，市政府有关部门：",
        f"{_sentence(chance)}提出如下意见。",
    ]
    for section in range(sections):
        text.append(f"### {_numeral(section)}、{_phrase(chance)}")
        text += (
            f"（{_numeral(place)}）{_phrase(chance)}。{_sentence(chance)}（市财政局负责）"
            for place in range(clauses)
        )
    return [*text, f"本意见自{year}年6月1日起施行，有效期五年。", f"{CITY}人民政府", f"{year}年3月1日"]


def _torn(text: Lines, page: int, to: int) -> tuple[Lines, Lines]:
    """Cut within the last sentence but one of its clauses: what stands before, and what is printed later."""
    *before, torn, last, signed, day = text
    cut = len(torn) // 2
    return (
        [*before, f"{torn[:cut]}（下转第{to}页）"],
        [f"（上接第{page}页）{torn[cut:]}", last, signed, day],
    )


def _number(year: int, nth: int) -> str:
    return f"示政发〔{year}〕{nth + 1}号"


def _first_page(nth: int) -> int:
    return 2 + nth * PAGES_OF_A_DOCUMENT


def _numeral(place: int) -> str:
    """一, 十, 十一, 二十, 二十一 … as sections are counted, up to 九十九."""
    tens, ones = divmod(place + 1, 10)
    leading = "" if tens == 0 else f"{NUMERALS[tens - 1] if tens > 1 else ''}十"
    return leading + (NUMERALS[ones - 1] if ones else "")


def _title(chance: Random) -> str:
    return f"关于{_phrase(chance)}的意见"


def _sentence(chance: Random) -> str:
    phrases = "，".join(_phrase(chance) for _ in range(chance.randint(4, 14)))
    return f"{phrases}，{chance.choice(ENDINGS)}。"


def _phrase(chance: Random) -> str:
    return f"{chance.choice(VERBS)}{chance.choice(MATTERS)}{chance.choice(THINGS)}"
