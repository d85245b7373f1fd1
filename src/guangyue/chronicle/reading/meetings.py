"""例会: meetings that are numbered through, as 市政府第93次常务会议, and the order of their numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guangyue.gazette.numerals import read_figure
from guangyue.kit.wording import day

NUMBER = r"第\s*(?P<number>\d+|[零〇一二三四五六七八九十百]+)\s*次"
CUT = r"(?:召开|举行|主持|召集|通过|经|的|了|[，,。；\s]|^)"
NAME = r"(?P<name>(?:(?!召开|举行|主持|召集|通过|形式)[^，,。；、\s“”《》]){1,16}?)"
BODY_FIRST = re.compile(rf"{CUT}{NAME}{NUMBER}(?P<kind>常务会议|全体会议)")
NUMBER_FIRST = re.compile(rf"{NUMBER}(?P<kind>[\u4e00-\u9fff]{{2,14}}?(?:常务|全体)会议)")
MATTERS = re.compile(
    r"(?:传达学习|学习传达|传达|学习|研究部署|研究|听取|审议通过|审议|讨论|安排部署|部署|安排)(?:了)?(?:关于)?"
)
QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
MARKS, HIDDEN = "，,、。", "\ue000\ue001\ue002\ue003"
HIDE, SHOW = str.maketrans(MARKS, HIDDEN), str.maketrans(HIDDEN, MARKS)
LAUNCH = re.compile(r"(?P<what>[^，,。；暨]{4,40}?)(?:政策)?(?:新闻)?发布会")


@dataclass(frozen=True)
class NumberedMeeting:
    """例会: its series, its number, and the topics as printed."""

    series: str
    number: int
    topics: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.series}第{self.number}次"


@dataclass(frozen=True)
class Held:
    """A meeting of a series that was held on a day."""

    number: int
    on: date


def read_meeting(text: str) -> NumberedMeeting | None:
    """The numbered meeting that a text speaks of, if it does."""
    if found := BODY_FIRST.search(text):
        series = called(found["name"]) + found["kind"]
    elif found := NUMBER_FIRST.search(text):
        series = called(found["kind"])
    else:
        return None
    return NumberedMeeting(series, read_figure(found["number"]), topics_of(text[found.end() :]))


def called(name: str) -> str:
    """市人民政府, 聊城市人民政府 and 市政府 hold one series; a day before the name is none of it."""
    name = re.sub(r"^.*\d\s*[日月]", "", name)
    return re.sub(r"^(?:[\u4e00-\u9fff]{2,8}?)?([省市县区州盟旗])(?:人民)?政府", r"\1政府", name)


def topics_of(text: str) -> tuple[str, ...]:
    """What stands behind 研究 or 听取 in the rest of the sentence, one by one."""
    sentence = QUOTED.sub(lambda quoted: quoted[0].translate(HIDE), text).split("。", 1)[0]
    found = MATTERS.search(sentence)
    if not found:
        return ()
    topics = (
        re.sub(r"^(?:关于|了)", "", MATTERS.sub("", topic, count=1))
        for topic in re.split(r"[，,、]", sentence[found.start() :])
    )
    shown = (re.sub(r"等(?:事宜|工作|事项|情况)?$", "", topic.translate(SHOW).strip()) for topic in topics)
    return tuple(topic for topic in shown if topic)


def launched(text: str) -> tuple[str, ...]:
    """政策发布会: what was launched there."""
    return tuple(found["what"] for found in LAUNCH.finditer(text))


def why_refused(number: int, on: date, held: Iterable[Held]) -> str:
    """例会次数只增不减: empty when the number fits among those held; gaps are allowed."""
    for other in sorted(held, key=lambda other: other.on):
        if other.number == number and other.on != on:
            return f"第{number}次已于{day(other.on)}召开。"
        if other.on < on and other.number > number:
            return f"{day(other.on)}已经是第{other.number}次，{day(on)}不能是第{number}次。"
        if other.on > on and other.number < number:
            return f"{day(other.on)}才是第{other.number}次，{day(on)}不能是第{number}次。"
    return ""
