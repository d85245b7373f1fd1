"""引用: every document that a text names, by number or by title, and what it says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.passages import Passage
from guangyue.gazette.reading.shapes import Reference, Relation

NUMBER = re.compile(r"([一-鿿]{1,14})〔((?:19|20)\d{2})〕\s*第?(\d{1,5})\s*号")
DECREE = re.compile(r"([一-鿿]{0,12}令)\s*第?\s*(\d{1,4})\s*号")
LEAD_IN = re.compile(
    r".*(?:参照|按照|依照|依据|根据|贯彻|落实|执行|遵照|对照|结合|符合|详见|关于|转发|印发|废止|修改|文件|"
    r"[按依照据与和及以由经是的对将从在见日])"
)
TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
NO_DOCUMENT = re.compile(r"(?:[证卡表票册]|证书|协议|协议书|合同|执照|报告|承诺书|告知书|须知|简报)$")
VERSION = re.compile(r"(?:（[^（）]*）)+$")
CLAUSE = re.compile(r"(?:第[一二三四五六七八九十百]+[条款项])+")
BRACKETED = re.compile(r"（([^（）]*(?:（[^（）]*）)?[^（）]*)）")
BETWEEN = re.compile(r"[、和及与，]*(?:以及)?[一-鿿]{0,16}")
VERB = re.compile(r"根据|依据|按照|依照|贯彻|落实|执行|参照|符合|规定|废止|修改|印发|转发|制定|要求")
SENTENCE_END = re.compile(r"[。；\n]")
REPEAL = re.compile(r".{0,12}?(?:同时|予以|自行|即行|一并|随之)?\s*(?:废止|停止执行|失效)")
AMEND = re.compile(r".{0,10}?(?:作出?如下|作以下|予以)?(?:修改|修正)(?!后|的)")
PRINT = re.compile(r".{0,40}?印发")
FORWARD = re.compile(r".{0,40}?转发")
FOLLOW = re.compile(r"(?:参照|参考|比照)[^。；，]{0,20}$")
REST = re.compile(r"(?:根据|依据|按照|依照|遵照|贯彻|落实|按|依|符合|执行(?!至))[^。；]{0,40}$")
MEND_BEFORE = re.compile(r"(?:修改|修正|废止)(?!后|过|的)[^。；，]{0,6}$")


@dataclass(frozen=True)
class _Mention:
    start: int
    end: int
    target: str
    path: str = ""


def read_references(passages: Sequence[Passage], *, notice: str = "") -> tuple[Reference, ...]:
    """`notice` is how the paths of the notice begin: what it hands on, it prints or forwards."""
    references: list[Reference] = []
    for passage in passages:
        mentions = list(_mentions(passage.text))
        for at, mention in enumerate(mentions):
            head = _chain_start(passage.text, mentions, at)
            in_notice = bool(notice) and passage.path.startswith(notice)
            relation = _relation(passage.text, head, _chain_end(passage.text, mentions, at), in_notice)
            if relation is Relation.MENTIONS and passage.heading.endswith("依据"):
                relation = Relation.RESTS_ON
            references.append(
                Reference(
                    path=passage.path,
                    target=mention.target,
                    relation=relation,
                    printed=passage.text[mention.start : mention.end],
                    span=passage.span(mention.start, mention.end),
                    path_in_target=mention.path,
                )
            )
    return tuple(references)


def find_number(text: str) -> str:
    """The first number in a text, without the words that lead up to it."""
    return next((number for _, _, number in _numbers(text)), "")


def _mentions(text: str) -> Iterator[_Mention]:
    if "《" not in text and "号" not in text:
        return
    at = 0
    for title in TITLE.finditer(text):
        yield from _bare(text, at, title.start())
        at = title.end()
        number = ""
        if bracket := BRACKETED.match(text, at):
            number = find_number(bracket[1])
            at = bracket.end() if number else at
        for _, _, inner in _numbers(title[1]):
            yield _Mention(title.start(), title.end(), inner)
        place = CLAUSE.match(text, at)
        name = title[1].strip()
        if number or not NO_DOCUMENT.search(VERSION.sub("", name)):
            yield _Mention(title.start(), at, number or name, place[0] if place else "")
    yield from _bare(text, at, len(text))


def _bare(text: str, start: int, end: int) -> Iterator[_Mention]:
    for first, last, number in _numbers(text[start:end]):
        place = CLAUSE.match(text, start + last)
        yield _Mention(start + first, start + last, number, place[0] if place else "")


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    if "号" not in text:
        return
    for found in NUMBER.finditer(text):
        word = LEAD_IN.sub("", found[1])
        if word:
            yield found.end(1) - len(word), found.end(), f"{word}〔{found[2]}〕{int(found[3])}号"
    for found in DECREE.finditer(text):
        word = LEAD_IN.sub("", found[1])
        yield found.end(1) - len(word), found.end(), f"{word}第{int(found[2])}号"


def _chain_start(text: str, mentions: Sequence[_Mention], at: int) -> int:
    """Where the list of documents begins that this one stands in: 《…》《…》和《…》 share their verb."""
    while at and _is_chained(text[mentions[at - 1].end : mentions[at].start]):
        at -= 1
    return mentions[at].start


def _chain_end(text: str, mentions: Sequence[_Mention], at: int) -> int:
    while at + 1 < len(mentions) and _is_chained(text[mentions[at].end : mentions[at + 1].start]):
        at += 1
    return mentions[at].end


def _is_chained(between: str) -> bool:
    """Nothing but 、and 和 and whose the next document is."""
    return BETWEEN.fullmatch(between) is not None and VERB.search(between) is None


def _relation(text: str, start: int, end: int, in_notice: bool) -> Relation:
    before = SENTENCE_END.split(text[max(start - 60, 0) : start])[-1]
    after = SENTENCE_END.split(text[end : end + 60])[0]
    if REPEAL.match(after.partition("，")[0]) or re.search(r"废止[^，]{0,6}$", before):
        return Relation.REPEALS
    if AMEND.match(after.partition("，")[0]) or MEND_BEFORE.search(before):
        return Relation.AMENDS
    if in_notice and FORWARD.match(after):
        return Relation.FORWARDS
    if in_notice and (PRINT.match(after) or re.match(r".{0,60}公布", after)):
        return Relation.PRINTS
    if FOLLOW.search(before):
        return Relation.FOLLOWS
    if REST.search(before):
        return Relation.RESTS_ON
    return Relation.MENTIONS
