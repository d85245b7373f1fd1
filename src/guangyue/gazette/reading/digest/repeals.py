"""废止文件: what a clause says is no longer in force."""

import re
from collections.abc import Iterator

from guangyue.gazette.reading.digest.passages import Passage, closed, sentences
from guangyue.gazette.reading.digest.points import Repeal

REPEALING = re.compile(r"(?:同时|即行|自行|予以|随之|一并|相应)?(?:废止|失效|停止执行|不再执行)")
NUMBER = r"[㐀-鿿]{2,12}\s*[〔\[【（(]\s*\d{4}\s*[〕\]】）)]\s*\d+\s*号"
NAMED = re.compile(
    rf"《(?P<title>[^《》]+)》\s*(?:[（(]\s*(?P<number>{NUMBER})\s*[）)])?|(?P<alone>{NUMBER})"
)
GROUND = re.compile(r"根据|依据|按照|依照|参照|贯彻|落实|执行")
PLANNED = re.compile(r"拟|计划|建议|提请|适时|及时|是否|应当|研究")
BRACKETS = str.maketrans("[]【】()（）", "〔〕〔〕〔〕〔〕")


def find_repeals(text: str) -> Iterator[tuple[Passage, Repeal]]:
    for sentence in sentences(text):
        verb = REPEALING.search(sentence.words)
        if not verb or PLANNED.search(sentence.words[max(0, verb.start() - 12) : verb.start()]):
            continue
        ground = 0
        for found in NAMED.finditer(sentence.words):
            between = sentence.words[ground : found.start()]
            ground = found.end()
            if not GROUND.search(between.rsplit("，", 1)[-1]):
                yield sentence.part(*found.span()), _repeal(found)


def _repeal(found: re.Match[str]) -> Repeal:
    number = closed(found["number"] or found["alone"] or "").translate(BRACKETS)
    return Repeal(number=number, title=closed(found["title"] or ""))
