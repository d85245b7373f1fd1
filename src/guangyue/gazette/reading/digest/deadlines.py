"""时限: days by which, and spans within which, something is to be done or holds."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from guangyue.gazette.reading.digest.numbers import CHINESE, exact_number
from guangyue.gazette.reading.digest.passages import Passage, around, closed, sentences
from guangyue.gazette.reading.digest.points import Deadline, Unit

COUNT = rf"(?:\d{{1,4}}|{CHINESE})"
YEAR = r"(?:20\d{2}|19\d{2})"
MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月"
END = r"(?:底前|底之前|底以前|底|末前|末|前|之前|以前|止|之日止|为止)"

DAY = re.compile(
    r"(?=[截不执有期延实完到至于在从自每次下年\d一二三四五六七八九十])"  # where a day can begin
    rf"(?P<lead>完成时[限间]\s*[：:]|截至|截止到?|不迟于|不晚于|执行至|有效期至|期限至|延长至|实施至|到|至|于|在|从|自)?\s*"
    rf"(?:(?:(?P<year>{YEAR})\s*年|(?P<every>每年|每年度|次年|下一?年度?的?))\s*)?"
    rf"(?:(?P<year_end>年?(?:底|末)(?:前|之前|以前)?)|(?P<month>{MONTH})(?:份)?(?:\s*(?P<day>\d{{1,2}})\s*日)?)?"
    rf"\s*(?P<end>{END})?"
)
PERIOD = re.compile(
    rf"(?P<y1>{YEAR})\s*年\s*(?P<m1>\d{{1,2}})\s*月\s*(?P<d1>\d{{1,2}})\s*日\s*(?:起)?\s*(?:至|到|—|-|～)\s*"
    rf"(?:(?P<y2>{YEAR})\s*年\s*)?(?P<m2>\d{{1,2}})\s*月\s*(?P<d2>\d{{1,2}})\s*日"
)
SPAN = re.compile(
    rf"(?<![月\d])(?P<count>{COUNT})\s*(?:个)?(?P<unit>工作日|日|天|小时|月)(?:之?内|以内|之前|前)"
    rf"|(?<![近过业\d])(?P<years>{COUNT})\s*年(?:之?内|以内)(?=至少|基本|全部|全面|完成|建成|实现|达到|投产|[，,])"
    rf"|(?:期限|有效期|最长|最多|时间|提前)(?:一般|原则上|暂定|延长|至少)?(?:为|是)?(?:最长|最多)?(?:不超过|不得超过|不低于|为)?"
    rf"\s*(?P<most>{COUNT})\s*(?P<most_unit>个工作日|个月|年|天|日|小时)"
)
AFTER = re.compile(
    r"(?:^|[，,。；：:、（(])(?:[^，,；：:、（）()]*(?:应当?|须|要|必须))?并?(?:自|在|从|于)?(?P<after>[^，,；：:、（）()]{2,40}?(?:之日起|之日|后|之后|以后|起))的?[，,]?\s*(?:的|在|于)?\s*$"
)
UNITS = {
    "工作日": Unit.WORKING_DAYS,
    "个工作日": Unit.WORKING_DAYS,
    "日": Unit.DAYS,
    "天": Unit.DAYS,
    "小时": Unit.HOURS,
    "月": Unit.MONTHS,
    "个月": Unit.MONTHS,
    "年": Unit.YEARS,
}
DUE = re.compile(r"完成时|截至|截止|不迟于|不晚于|执行至|有效期至|期限至|延长至|实施至")
GOALS = re.compile(
    r"^[，,]?\s*[^。；]{0,60}?(?:达到|完成|实现|建成|建立|形成|基本|全面|力争|全市|全部|消除|退出|覆盖)"
)
IN_TITLE = re.compile(r"[《〈][^》〉]*$")
PAST = re.compile(r"^\s*(?:以?来|，?已)")


def find_deadlines(text: str, *, of: date | None) -> Iterator[tuple[Passage, Deadline]]:
    """`of` is the day of the document: a month without a year is of that year, or of the year named last."""
    year = of.year if of else None
    for sentence in sentences(text):
        taken: list[tuple[int, int]] = []
        for found in PERIOD.finditer(sentence.words):
            if period := _period(found):
                taken.append(found.span())
                yield sentence.part(*found.span()), period
        for found in DAY.finditer(sentence.words):
            if found["year"]:
                year = int(found["year"])
            if any(first <= found.start() < last for first, last in taken) or not _is_due(
                found, sentence.words
            ):
                continue
            if due := _due(found, year, of):
                yield sentence.part(*found.span()), due
        for found in SPAN.finditer(sentence.words):
            yield sentence.part(*found.span()), _span(found, sentence.words)


def _period(found: re.Match[str]) -> Deadline | None:
    since = _day(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    due = _day(int(found["y2"] or found["y1"]), int(found["m2"]), int(found["d2"]))
    return Deadline(due=due, since=since) if since and due else None


def _is_due(found: re.Match[str], sentence: str) -> bool:
    """A day that something is done by: its words say so, or a goal follows, as after 到2025年."""
    before, after = around(sentence, found)
    if PAST.match(after) or IN_TITLE.search(before):
        return False
    towards = found["lead"] in ("到", "至")
    ends = bool(found["end"]) and found["end"] not in ("底", "末")
    if found["month"]:
        return ends or bool(DUE.search(found["lead"] or "")) or (towards and bool(found["end"]))
    if found["year_end"]:
        return _ends_before(found["year_end"]) or towards or bool(found["year"] and GOALS.match(after))
    return bool(found["year"]) and (ends or (towards and bool(GOALS.match(after))))


def _ends_before(words: str) -> bool:
    """底前, and not 年底 alone: 年底召开 is a habit."""
    return words.endswith("前")


def _due(found: re.Match[str], year: int | None, of: date | None) -> Deadline | None:
    yearly = bool(found["every"])
    if yearly and of:
        year = of.year + (not found["every"].startswith("每"))
    elif found["year"]:
        year = int(found["year"])
    if year is None:
        return None
    if found["month"]:
        month = int(exact_number(re.sub(r"\s*月", "", found["month"])))
        day = int(found["day"]) if found["day"] else None
    else:
        month, day = 12, None
    due = _day(year, month, day)
    return Deadline(due=due, yearly=yearly and found["every"].startswith("每")) if due else None


def _day(year: int, month: int, day: int | None) -> date | None:
    """The last day of the month where none is printed; nothing for 13月 or 31日 of a short month."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if (day or 1) <= last else None


def _span(found: re.Match[str], sentence: str) -> Deadline:
    after = AFTER.search(around(sentence, found)[0])
    unit = Unit.YEARS if found["years"] else UNITS[found["unit"] or found["most_unit"]]
    count = int(exact_number(found["count"] or found["years"] or found["most"]))
    return Deadline(count=count, unit=unit, after=closed(after["after"]) if after else "")
