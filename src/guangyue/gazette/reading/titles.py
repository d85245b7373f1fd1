"""标题: where the title of a document begins and ends, and whose it is."""

import re
from collections.abc import Sequence

from guangyue.gazette.reading.noise import squeezed
from guangyue.gazette.reading.numbers import read_number
from guangyue.gazette.reading.shapes import Line

LONGEST_LINE = 120
MOST_LINES = 5
VERBS = (
    "关于|印发|转发|批转|公布|颁布|发布|废止|修改|表彰|命名|任免|任命|免去|同意|授予|调整|"
    "贯彻|落实|实施|推进|加快|加强|促进|建立|支持|做好|开展"
)
KINDS = (
    "通知|意见|办法|规定|方案|决定|公告|通告|批复|函|通报|令|细则|条例|措施|规划|计划|章程|规则|制度|预案|"
    "要点|清单|纲要|机制|报告|议案|纪要|标准|指南|决议|倡议书"
)
ORGAN = (
    "[一-鿿]{2,30}?(?:人民政府|办公室|办公厅|委员会|管委会|指挥部|领导小组|"
    "中心|总队|支队|大队|[局厅委院部署处会])"
)
BEGINS = re.compile(rf"(?:{ORGAN}(?:[\s、，]+{ORGAN})*\s*)?(?:{VERBS})|《")
ENDS = re.compile(rf"(?:{KINDS})(?:[（(][^（）()]{{1,12}}[）)])?")
CARRIES = re.compile(r"(?:关于)?(?:印发|转发|批转|公布|颁布)")
CARRIER_ENDS = re.compile(r"(?:通知|函|公告|决定|通告|批复|令)(?:[（(][^（）()]{1,12}[）)])?")
VERB = re.compile(VERBS)
ORGANS = re.compile(rf"{ORGAN}(?:[\s、，]+{ORGAN})*(?:文件)?")
SEPARATED = re.compile(r"[\s、，]+")
SENTENCE = re.compile(r"[。！？；]|[：:，]$")
DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)


def is_organ(text: str) -> bool:
    """Nothing but who issues: a banner, with 文件 or without, or a signature."""
    return len(text) <= 60 and ORGANS.fullmatch(text.strip()) is not None


def organs_of(text: str) -> tuple[str, ...]:
    """Who stands in a banner: 示例市财政局 示例市民政局文件."""
    return tuple(organ for organ in SEPARATED.split(text.strip().removesuffix("文件")) if organ)


def is_date(text: str) -> bool:
    return DATE.fullmatch(squeezed(text)) is not None


def could_be_title(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_LINE
        and not SENTENCE.search(text)
        and read_number(text) is None
        and not is_date(text)
    )


def begins_title(text: str) -> bool:
    return BEGINS.match(text) is not None


def is_whole(text: str) -> bool:
    """Whether a title is complete: what hands on another text ends with 通知, whatever that text is."""
    _, title = split_issuers(text)
    ends = CARRIER_ENDS if CARRIES.match(title) else ENDS
    return any(match.end() == len(title) for match in ends.finditer(title))


def split_issuers(text: str) -> tuple[tuple[str, ...], str]:
    """示例市人民政府 关于…的通知: who issues it, and its title without the spaces of line breaks."""
    found = VERB.search(text)
    for end in (found.start() if found else 0, text.find(" ")):
        if end > 0 and is_organ(text[:end]):
            return organs_of(text[:end]), squeezed(text[end:])
    return (), squeezed(text)


def title_from(rows: Sequence[Line], start: int) -> int | None:
    """The row after the title that begins at `start`; None where none begins."""
    text = ""
    for at in range(start, min(start + MOST_LINES, len(rows))):
        if not could_be_title(rows[at].text):
            break
        text = f"{text} {rows[at].text}".strip()
        if is_whole(text) and not _goes_on(rows, at + 1):
            return at + 1
    return start + 1 if start < len(rows) and _stands_alone(rows[start].text) else None


def title_until(rows: Sequence[Line], end: int, floor: int) -> int | None:
    """The row with which the title begins that ends before row `end`."""
    text = ""
    for at in range(end - 1, max(end - 1 - MOST_LINES, floor - 1), -1):
        if not could_be_title(rows[at].text):
            return None
        text = f"{rows[at].text} {text}".strip()
        if begins_title(rows[at].text) and is_whole(text):
            return at
    return None


def _goes_on(rows: Sequence[Line], at: int) -> bool:
    """The line below is the tail of the same title: 的通知."""
    return at < len(rows) and rows[at].text.startswith("的") and could_be_title(rows[at].text)


def _stands_alone(text: str) -> bool:
    return could_be_title(text) and begins_title(text)
