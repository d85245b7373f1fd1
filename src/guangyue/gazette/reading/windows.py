"""效力期间: from when to when a document and its clauses are in force, as their words say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from guangyue.gazette.numerals import FIGURE, read_figure, read_year
from guangyue.gazette.reading.dates import DAY, SMALL, YEAR, after_months, after_years, day_of, read_day
from guangyue.gazette.reading.passages import Passage
from guangyue.gazette.reading.references import find_number
from guangyue.gazette.reading.shapes import Window

TEXT = "(?:意见|办法|方案|通知|预案|制度|规定|细则|措施|计划|规划|规则|条例|政策|决定|公告|文件|章程|标准)"
THIS = rf"本{TEXT}"
BEGINS = re.compile(
    rf"自({DAY.pattern}|(?:本?{TEXT}?)?(?:发布|印发|公布|颁布|下发)之日)起[^。；]{{0,6}}?(?:施行|实施|执行|生效|试行)"
)
LASTS_TO = re.compile(rf"(?:有效期|有效期限|执行期|试行期|实施期)[^。；，]{{0,8}}?[至到]\s*{DAY.pattern}")
LASTS_FOR = re.compile(rf"(?:有效期|有效期限|试行期|执行期)[^。；，]{{0,6}}?({FIGURE}|\d+)\s*(年|个月)")
RANGE = re.compile(rf"{DAY.pattern}[起始]?\s*[至到—-]+\s*(?:{YEAR}\s*年)?{SMALL}\s*月\s*{SMALL}\s*日")
PROLONGED = re.compile(rf"自{DAY.pattern}起[^。；，]{{0,4}}?再?延长\s*({FIGURE}|\d+)\s*(年|个月)")
FROM_DAY = re.compile(rf"自{DAY.pattern}起")
UNTIL_EVENT = re.compile(
    r"(?:执行|实施|有效|延续)[^。；，]{0,4}?[至到]([^。；，0-9]{0,40}?(?:《[^》]+》)?[^。；，0-9]{0,12}(?:之日|之时|时|后))(?:止|为止)?"
)
EXCEPT = re.compile(r"(除[^。；，]{2,40}?外)，")
PUBLICATION = "(?:发布|印发|公布)之日"
BEFORE_PUBLICATION = re.compile(
    rf"({DAY.pattern})至[^。；，]{{0,8}}{PUBLICATION}[^。；]*?参照([^。；]+?)执行"
)
EXPLAINS = re.compile(r"由([^。；，由]{2,60}?)(?:共同|分别|按(?:照)?(?:各自)?职责)?(?:负责)?(?:进行)?解释")
AND = re.compile(r"(?<=[局委办部厅院室会心行社府署处])(?:和|与|及|以及|会同)|、")
NO_STACKING = re.compile(rf"(?:{THIS}|本市?相关政策|上述政策)[^。；]*?(?:不|不得|不可|不能)(?:再)?重复享受")
PREVAILS = re.compile(rf"(?:不一致|不相符|相抵触|有冲突)[^。；]*?[以按]{THIS}[^。；]{{0,4}}(?:为准|执行)")
ADOPTED = re.compile(rf"{DAY.pattern}[^。；，]{{0,4}}?(?:经)?([^。；，]{{2,40}}?会议)[^。；，]{{0,6}}?通过")
PARTLY = "其中一部分"
PROVISIONAL = "暂定"
LONGEST_REMARK = 120
NEAR = 40  # characters of a clause before its date that still speak of the whole of it


def read_windows(
    passages: Sequence[Passage], day: date | None, *, notice: str = "", texts: Sequence[str] = ()
) -> tuple[Window, ...]:
    """The document's own window first, then those that its parts and clauses carry themselves. `texts` are
    the names of the parts, 甲 and 乙, where there are several: what one says does not bind the other."""
    if texts:
        parts = [[one for one in passages if one.path.startswith(text)] for text in texts]
        own = [(text, _whole(part, day, "")) for text, part in zip(texts, parts, strict=True)]
        wholes = [replace(window, of=text) for text, window in own if window and window.said_by]
        wholes[:0] = [Window("", day, None, "")] if day else []
    else:
        wholes = [window for window in (_whole(passages, day, notice),) if window]
    said_by = {window.said_by for window in wholes}
    return (*wholes, *_of_clauses(passages, day, said_by, notice))


def read_interpreters(passages: Sequence[Passage]) -> tuple[str, ...]:
    for passage in reversed(passages):
        if "解释" in passage.text and (found := EXPLAINS.search(passage.text)):
            return tuple(name for name in AND.split(found[1]) if name)
    return ()


def clause_saying(passages: Iterable[Passage], pattern: re.Pattern[str]) -> str:
    return next((passage.path for passage in passages if pattern.search(passage.text)), "")


def read_adoption(text: str) -> tuple[str, date | None]:
    """The meeting that adopted the text, and when: 已经2019年6月14日…第47次常务会议审议通过."""
    found = ADOPTED.search(text)
    return (found[4].removeprefix("经"), read_day(found)) if found else ("", None)


def _whole(passages: Sequence[Passage], day: date | None, notice: str) -> Window | None:
    """Said in the text itself before the notice says it; where nobody does, since its own day."""
    for passage in sorted(passages, key=lambda one: bool(notice) and one.path.startswith(notice)):
        text = passage.text
        begins = next((found for found in BEGINS.finditer(text) if _of_the_whole(text, found.start())), None)
        if begins:
            since = read_day(begins, 2) if begins[2] else day
            return Window("", since, _until(text, since), passage.path, remark=_remark(text))
        lasts = LASTS_TO.search(text)
        if lasts and re.search(THIS, text[: lasts.start()]):
            return Window("", day, read_day(lasts), passage.path, remark=_remark(text))
    return Window("", day, None, "") if day else None


def _of_the_whole(text: str, at: int) -> bool:
    """本办法自…起施行: what begins is the document, and not a policy within it."""
    before = re.split(r"[。；]", text[:at])[-1]
    return bool(re.search(rf"{THIS}|现予公布|现予发布|解释，$", before)) or len(before) <= 3


def _until(text: str, since: date | None) -> date | None:
    if lasts := LASTS_TO.search(text):
        return read_day(lasts)
    if since and (lasts := LASTS_FOR.search(text)):
        return _after(since, lasts[1], lasts[2])
    return None


def _after(since: date, figure: str, unit: str) -> date:
    """有效期五年 ends on the day before the fifth anniversary."""
    count = read_figure(figure)
    end = after_years(since, count) if unit == "年" else after_months(since, count)
    return end - timedelta(days=1)


def _remark(text: str) -> str:
    remarks = []
    if found := EXCEPT.search(text):
        remarks.append(found[1])
    if PROVISIONAL in text:
        remarks.append(PROVISIONAL)
    if found := BEFORE_PUBLICATION.search(text):
        remarks.append(f"{found[1]}至发布之日参照{find_number(found[5]) or found[5]}")
    return "；".join(remarks)[:LONGEST_REMARK]


def _of_clauses(
    passages: Sequence[Passage], day: date | None, said_by: set[str], notice: str
) -> Iterator[Window]:
    for passage in passages:
        if passage.path in said_by or (notice and passage.path.startswith(notice)):
            continue
        text = passage.text
        for found in RANGE.finditer(text):
            since, year = read_day(found), found[4]
            until = day_of(read_year(year or found[1]), read_figure(found[5]), read_figure(found[6]))
            if since and until and since <= until:
                yield Window(passage.path, since, until, passage.path, remark=_scope(text, found.start()))
        for found in PROLONGED.finditer(text):
            if since := read_day(found):
                until = _after(since, found[4], found[5])
                yield Window(passage.path, since, until, passage.path, remark=_scope(text, found.start()))
        for found in BEGINS.finditer(text):
            if (since := read_day(found, 2) if found[2] else None) and not _of_the_whole(text, found.start()):
                yield _beginning(passage.path, text, found, since)
        if event := UNTIL_EVENT.search(text):
            yield Window(passage.path, day, None, passage.path, event=event[1])


def _beginning(path: str, text: str, found: re.Match[str], since: date) -> Window:
    sentence = re.split(r"[。；]", text[found.end() :])[0]
    remark = [_scope(text, found.start())]
    if PROVISIONAL in sentence:
        remark.append(PROVISIONAL)
    length = re.search(rf"(?:有效期|期限|暂定)[^。；，]{{0,6}}?({FIGURE}|\d+)\s*(年|个月)", sentence)
    until = _after(since, length[1], length[2]) if length else _until(sentence, since)
    return Window(path, since, until, path, remark="；".join(one for one in remark if one))


def _scope(text: str, at: int) -> str:
    """What of the clause the window is of: "" for all of it, when the date opens its words."""
    before = re.split(r"[。；]", text[:at])
    if len(before) <= 2 and len(before[-1].strip("对自从")) <= 1 and text[at - 1 : at] != "；":
        return ""
    return _subject(text, at) or PARTLY


def _subject(text: str, at: int) -> str:
    """The words that the sentence opens with, when they are few."""
    words = re.split(r"[。；]", text[:at])[-1].strip("，自从对将")
    return words if 1 < len(words) <= NEAR and "，" not in words else ""
