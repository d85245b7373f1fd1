"""引条: from a clause as someone writes it, 三(十六) or （十六） or 42, to its path in the document."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guangyue.gazette.numerals import FIGURE, read_figure
from guangyue.gazette.reading.labels import CIRCLES

MOST_NAMED = 8
STEMS = "甲乙丙丁戊己庚辛壬癸"
WIDE = str.maketrans("()[]", "（）（）")
ENGLISH_PARTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
PARTS = (
    re.compile(r"\bpart\s+(one|two|three|four|five|\d)\b\s*,?", re.IGNORECASE),
    re.compile(rf"第({FIGURE}|\d)部分"),
)
FILLERS = re.compile(
    r"\b(?:items?|art|articles?|section|point|clause)\b\.?|[/\s]|(?<=[）\d])[项目]", re.IGNORECASE
)
NOTICE = re.compile(r"\bnotice\b", re.IGNORECASE)
ANNEX = re.compile(r"\b(?:annex|attachment|attached table)\b", re.IGNORECASE)
STEP = re.compile(
    rf"(?P<part>[{STEMS}](?![{STEMS}])|通知|附件\d*|附)"
    rf"|第(?P<chapter>{FIGURE}|\d+)(?P<division>[编章节])"
    rf"|第(?P<article>{FIGURE}|\d+)条(?P<insert>之{FIGURE})?"
    rf"|第(?P<paragraph>{FIGURE}|\d+)款"
    rf"|第(?P<item>{FIGURE}|\d+)项"
    rf"|（(?P<subsection>{FIGURE})）"
    r"|（(?P<bracketed>\d+)）"
    rf"|(?P<circled>[{CIRCLES}])"
    rf"|(?P<point>{FIGURE})是"
    r"|——(?P<dash>\d+)"
    r"|(?P<decimal>\d+(?:\.\d+)+)"
    r"|(?P<number>\d+)[.、]?"
    rf"|(?P<section>{FIGURE})、?"
    r"|·(?P<again>\d+)"
    r"|(?P<unnamed>前言|结尾|表|文)"
)


class NoSuchClause(LookupError):
    """没有这一条: with the clauses that come nearest."""

    def __init__(self, asked: str, near: Sequence[str] = ()) -> None:
        self.asked, self.near = asked, tuple(near)
        super().__init__(f"没有“{asked}”这一条。" + (f"相近的有：{'、'.join(near)}。" if near else ""))


class AmbiguousClause(LookupError):
    """所引不止一条: the clauses it could be."""

    def __init__(self, asked: str, candidates: Sequence[str]) -> None:
        self.asked, self.candidates = asked, tuple(candidates)
        named = "、".join(candidates[:MOST_NAMED])
        more = "等" if len(candidates) > MOST_NAMED else ""
        super().__init__(f"“{asked}”可指{named}{more}，请写明是哪一条。")


FIGURES = {"number", "bracketed"}
DECIMALS = {"number", "decimal"}
UNNUMBERED = {"part", "unnamed", "again", "章", "编", "节"}


@dataclass(frozen=True)
class Step:
    kind: str
    number: str

    def means(self, own: "Step") -> bool:
        """A plain figure, 42 or (1), means the clause of that number however its label is printed."""
        same = self.number == own.number and self.kind in FIGURES and own.kind not in UNNUMBERED
        return same or self == own


FIRST_PARAGRAPH = Step("paragraph", "1")
Same = Callable[[Step, Step], bool]


def resolve(paths: Iterable[str], asked: str) -> str:
    """The canonical path that `asked` means. A short form will do when only one clause has that number."""
    known = {path: steps_of(path) for path in paths}
    bare = asked.strip()
    if bare in known:
        return bare
    steps = steps_of(bare)
    if not steps:
        raise NoSuchClause(asked)
    for same in (_strictly, _loosely):
        found = [path for path, own in known.items() if _ends_with(own, steps, same)]
        if found:
            return _only(asked, found, known, len(steps))
    shorter = tuple(step for step in steps if step != FIRST_PARAGRAPH)
    if shorter and shorter != steps and (whole := [path for path, own in known.items() if own == shorter]):
        return whole[0]  # an article of one paragraph is its 第一款
    raise NoSuchClause(asked, _near(known, steps))


def is_within(path: str, outer: str) -> bool:
    """Whether a clause is that one, or stands in it."""
    own, around = steps_of(path), steps_of(outer)
    if own[: len(around)] == around:
        return True
    last = around[-1]
    return last.kind in DECIMALS and any(
        step.kind == "decimal" and step.number.startswith(f"{last.number}.") for step in own
    )


@lru_cache(maxsize=16384)
def steps_of(path: str) -> tuple[Step, ...]:
    """三（十六） is section 3, subsection 16; () when a part of it says nothing that a clause is called."""
    text = path.translate(WIDE)
    for pattern in PARTS:
        text = pattern.sub(lambda found: _stem(found[1]), text)
    text = ANNEX.sub("附件", NOTICE.sub("通知", text))
    text = FILLERS.sub("", text)
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = STEP.match(text, at)
        if found is None:
            return ()
        steps.append(_step(found))
        at = found.end()
    return tuple(steps)


def _stem(figure: str) -> str:
    number = ENGLISH_PARTS.get(figure.lower()) or read_figure(figure)
    return STEMS[number - 1] if 0 < number <= len(STEMS) else figure


def _step(found: re.Match[str]) -> Step:
    kind = found.lastgroup or ""
    if kind == "insert":
        return Step("article", f"{read_figure(found['article'])}{found['insert']}")
    if kind == "division":
        return Step(found["division"], str(read_figure(found["chapter"])))
    value = found[kind]
    if kind == "circled":
        return Step(kind, str(CIRCLES.index(value) + 1))
    if kind == "item":
        return Step("subsection", str(read_figure(value)))
    if kind == "part" and value.startswith("附"):
        return Step(kind, f"附件{value.removeprefix('附件').removeprefix('附')}")
    figure = kind not in ("part", "decimal", "unnamed")
    return Step(kind, str(read_figure(value)) if figure else value)


def _strictly(own: Step, asked: Step) -> bool:
    return own == asked


def _loosely(own: Step, asked: Step) -> bool:
    return asked.means(own)


def _ends_with(own: Sequence[Step], asked: Sequence[Step], same: Same) -> bool:
    """The last thing asked for is the clause itself; what is asked before it stands around it, in order."""
    if not own or not same(own[-1], asked[-1]):
        return False
    around = iter(own[:-1])
    return all(any(same(step, wanted) for step in around) for wanted in asked[:-1])


def _only(asked: str, found: Sequence[str], known: Mapping[str, tuple[Step, ...]], length: int) -> str:
    """One that has no step beyond those asked for goes before the others, then one that only has 款 beside
    them, and an article before what it contains."""
    whole = [path for path in found if len(known[path]) == length]
    plain = [path for path in found if sum(step.kind != "paragraph" for step in known[path]) == length]
    articles = [path for path in plain if known[path][-1].kind == "article"]
    for candidates in (whole, plain, articles, found):
        if len(candidates) == 1:
            return candidates[0]
    raise AmbiguousClause(asked, found)


def _near(known: Mapping[str, tuple[Step, ...]], steps: Sequence[Step]) -> list[str]:
    """Clauses of that number in another list, or the clause around the one asked for."""
    same = [path for path, own in known.items() if own and own[-1].number == steps[-1].number]
    around = [path for path, own in known.items() if len(steps) > 1 and own == tuple(steps[:-1])]
    return [*around, *same][:MOST_NAMED]
