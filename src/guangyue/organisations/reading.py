"""Reading a 任免通知: what each of its clauses says, before anyone asks whom or what it means.

The grammar is that of the notices themselves: 甲、乙为[机构][职务]（试用期一年） after 任命；
甲的[机构][职务]职务 or 甲的原[机构][职务]职务自然免除（保留原职级待遇） after 免去. Knows no database.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

NAME = r"[㐀-鿿\U00020000-\U0003ffff]{2,4}?(?:·[㐀-鿿\U00020000-\U0003ffff]{1,8})*"
NAMES = rf"{NAME}(?:（[^（）]*）)?(?:、{NAME}(?:（[^（）]*）)?)*"
APPOINTMENT = re.compile(rf"(?P<persons>{NAMES})(?:作为|担任|兼任|为|任)(?!为)(?P<posts>.+)")
REMOVAL = re.compile(
    rf"(?P<persons>{NAMES})的(?P<posts>.+)职务(?P<lapsed>自然免除)?(?P<notes>(?:（[^（）]*）)*)"
)
REMARK = re.compile(r"（[^（）]*）")
TRAILING_REMARKS = re.compile(r"(?:（[^（）]*）)*$")

DEPUTY = r"(?:常务副|第一副|副)"
ORGAN = r"(?:理事会|监事会|董事会|党组|党委|党总支)"
HEADED = [
    "主任",
    "局长",
    "处长",
    "科长",
    "院长",
    "校长",
    "园长",
    "所长",
    "站长",
    "馆长",
    "台长",
    "社长",
    "行长",
    "总队长",
    "支队长",
    "大队长",
    "中队长",
    "队长",
    "董事长",
    "总经理",
    "经理",
    "理事长",
    "会长",
    "主席",
    "市长",
    "区长",
    "县长",
    "镇长",
    "乡长",
    "部长",
    "书记",
    "秘书长",
    "关长",
    "场长",
    "厂长",
    "组长",
    "总裁",
    "总编辑",
    "检察长",
    "政委",
]
UNHEADED = [
    "总工程师",
    "总会计师",
    "总经济师",
    "总规划师",
    "总农艺师",
    "总审计师",
    "董事",
    "监事",
    "督学",
    "督察专员",
    "巡视员",
    "调研员",
    "主任科员",
]
CHIEF_TITLE = re.compile(rf"{ORGAN}?(?:{'|'.join(HEADED)})")
TITLE = re.compile(
    rf"{DEPUTY}?{ORGAN}?{DEPUTY}?(?:{'|'.join(HEADED)})|(?:[一二三四]级)?{DEPUTY}?(?:{'|'.join(UNHEADED)})"
)

RANK = re.compile(r"(?:正|副)(?:厅|县|处|乡|科)级")
PROBATION = re.compile(r"试用期为?(?P<count>[一二两三四五六七八九十半]|\d+)个?(?P<unit>年|月)")
STATED_DAY = re.compile(r"自?(\d{4})年(\d{1,2})月(\d{1,2})日起")
COUNTS = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号")
TITLE_LINE = re.compile(r"关于(?:任免|任命|免去)[^。；：]{0,40}?职务的通知")
START = re.compile(r"决定[，,]?|(?=(?:任命|免去)[：:])")
HEADING = re.compile(r"(?P<action>任命|免去)[：:]?")
CLAUSE = re.compile(r"[^；;。]+(?P<end>[；;。]|$)")
SIGNATURE = re.compile(r"(?<=[；;。])[^；;。（）]{0,20}?(\d{4})年(\d{1,2})月(\d{1,2})日(?!起)")


class Action(Enum):
    """任命 or 免去."""

    APPOINT = "任命"
    REMOVE = "免去"


class Unreadable(ValueError):
    """看不懂: the clause does not follow the grammar; the sentence says where it fails."""


@dataclass(frozen=True)
class PostName:
    """职务, as printed: an organisation, a title in it, and the rank noted beside it."""

    organisation: str
    title: str
    rank: str = ""

    def __str__(self) -> str:
        return self.organisation + self.title

    @property
    def chief(self) -> bool:
        return is_chief(self.title)


@dataclass(frozen=True)
class Reading:
    """What one clause says: these persons, these posts."""

    action: Action
    persons: tuple[str, ...]
    posts: tuple[PostName, ...]
    probation_months: int = 0
    lapsed: bool = False  # 自然免除: the organisation was reorganised, and the post went with it
    note: str = ""
    stated_day: date | None = None  # the day from which it holds, where the clause prints one

    @property
    def ending(self) -> str:
        """How a removal ends the tenure, in the notice's own words."""
        return "自然免除" if self.lapsed else "免去"


@dataclass(frozen=True)
class NoticeClause:
    """任免条目: one clause of a notice where it stands, read, or with the reason why it could not be."""

    order: int
    line: int
    action: Action
    text: str
    reading: Reading | None = None
    problem: str = ""


@dataclass(frozen=True)
class NoticeText:
    """任免通知, as pasted."""

    number: str
    title: str
    issued_on: date | None
    clauses: tuple[NoticeClause, ...]


def is_chief(title: str) -> bool:
    """正职: a title of which an organisation has one."""
    return CHIEF_TITLE.fullmatch(title) is not None


def probation_end(since: date, months: int) -> date:
    """试用期 runs to the day before the day of the same number: from 2020-03-02, one year ends on
    2021-03-01."""
    years, month = divmod(since.month - 1 + months, 12)
    year, month = since.year + years, month + 1
    last = monthrange(year, month)[1]
    if since.day > last:
        return date(year, month, last)
    return date(year, month, since.day) - timedelta(days=1)


def read_clause(text: str, action: Action | None = None) -> Reading:
    """One clause, under the heading it stands under; without one, as its own words tell."""
    clause = _tidy(text).strip("；;。 ")
    if heading := HEADING.match(clause):
        action, clause = Action(heading["action"]), clause[heading.end() :]
    if action is not Action.APPOINT and (found := REMOVAL.fullmatch(clause)):
        return _removal(found)
    if action is not Action.REMOVE and (found := APPOINTMENT.fullmatch(clause)):
        return _appointment(found)
    raise Unreadable("不合“某某为某单位某职务”或“某某的某单位某职务职务”的写法。")


def read_post(text: str) -> PostName:
    """机构和职务 in one, e.g. 聊城市第三人民医院院长."""
    posts, _ = _posts(_tidy(text))
    return posts[0]


def read_notice(text: str) -> NoticeText:
    """A notice as pasted, its lines broken anywhere."""
    rows = [_tidy(row) for row in text.splitlines()]
    signs = [(sign, line) for line, row in enumerate(rows, start=1) for sign in row]
    whole = "".join(rows)
    begun = START.search(whole)
    head, body = (whole[: begun.end()], whole[begun.end() :]) if begun else ("", whole)
    title, signed = TITLE_LINE.search(head), SIGNATURE.search(body)
    return NoticeText(
        number=next((row for row in rows if NUMBER.fullmatch(row)), ""),
        title=title[0] if title else "",
        issued_on=_day(signed.groups()) if signed else None,
        clauses=tuple(
            _read(order, signs[len(head) + offset][1], action, clause)
            for order, (offset, action, clause) in enumerate(
                _clauses(body[: signed.start() if signed else None]), start=1
            )
        ),
    )


def _clauses(body: str) -> Iterator[tuple[int, Action, str]]:
    """Each clause with its place and the heading it stands under. One that nothing ends is kept, a signature
    is not."""
    action: Action | None = None
    for found in CLAUSE.finditer(body):
        offset, clause = found.start(), found[0].removesuffix(found["end"])
        if heading := HEADING.match(clause):
            action = Action(heading["action"])
            offset, clause = offset + heading.end(), clause[heading.end() :]
        ended = found["end"] or APPOINTMENT.match(clause) or REMOVAL.match(clause)
        if action and clause and ended:
            yield offset, action, clause


def _read(order: int, line: int, action: Action, clause: str) -> NoticeClause:
    try:
        return NoticeClause(order, line, action, clause, reading=read_clause(clause, action))
    except Unreadable as problem:
        return NoticeClause(order, line, action, clause, problem=str(problem))


def _appointment(found: re.Match[str]) -> Reading:
    posts, remarks = _posts(found["posts"])
    return _with_remarks(Reading(Action.APPOINT, _persons(found["persons"]), posts), remarks)


def _removal(found: re.Match[str]) -> Reading:
    posts, remarks = _posts(found["posts"])
    reading = Reading(Action.REMOVE, _persons(found["persons"]), posts, lapsed=bool(found["lapsed"]))
    return _with_remarks(reading, remarks + _remarks(found["notes"]))


def _persons(printed: str) -> tuple[str, ...]:
    return tuple(REMARK.sub("", printed).split("、"))


def _posts(printed: str) -> tuple[tuple[PostName, ...], list[str]]:
    """The posts of a clause and what is remarked on them. A 、 inside a name cuts nothing: a post ends in a
    title."""
    posts: list[PostName] = []
    remarks: list[str] = []
    pending = ""
    for part in printed.split("、"):
        pending = f"{pending}、{part}" if pending else part
        if (post := _post(pending)) is None:
            continue
        if not post.organisation and posts:
            post = replace(post, organisation=posts[-1].organisation)
        posts.append(post)
        remarks += [remark for remark in _remarks(_behind(pending)) if remark != post.rank]
        pending = ""
    if pending or not posts:
        raise Unreadable(f"看不出“{pending or printed}”是什么职务。")
    if not posts[0].organisation:
        raise Unreadable(f"“{printed}”没有写明单位。")
    return tuple(posts), remarks


def _post(printed: str) -> PostName | None:
    """An organisation with a title at its end; brackets inside the organisation's name are part of it."""
    behind = _behind(printed)
    named = printed.removesuffix(behind).removeprefix("原")
    rank = RANK.search(behind)
    for start in range(len(named)):
        if TITLE.fullmatch(named, start):
            return PostName(named[:start], named[start:], rank[0] if rank else "")
    return None


def _behind(printed: str) -> str:
    """The brackets at the end."""
    found = TRAILING_REMARKS.search(printed)
    return found[0] if found else ""


def _remarks(printed: str) -> list[str]:
    return [remark[1:-1] for remark in REMARK.findall(printed)]


def _with_remarks(reading: Reading, remarks: list[str]) -> Reading:
    kept = []
    for remark in remarks:
        probation, stated = PROBATION.search(remark), STATED_DAY.search(remark)
        if probation:
            reading = replace(reading, probation_months=_months(probation["count"], probation["unit"]))
        if stated:
            reading = replace(reading, stated_day=_day(stated.groups()))
        if not probation and not stated:
            kept.append(remark)
    return replace(reading, note="；".join(kept))


def _months(count: str, unit: str) -> int:
    if count == "半":
        return 6
    number = int(count) if count.isdecimal() else COUNTS[count]
    return number * 12 if unit == "年" else number


def _day(figures: Sequence[str]) -> date | None:
    try:
        year, month, day = map(int, figures)
        return date(year, month, day)
    except ValueError:
        return None


def _tidy(text: str) -> str:
    """Without the spaces and marks that setting the page has left, and with one kind of brackets."""
    brackets = text.translate(str.maketrans("()[]【】", "（）〔〕〔〕"))
    return re.sub(r"[\s#*\u3000]+", "", brackets)
