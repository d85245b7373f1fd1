"""词元: what a passage is found by: words of the language, names letter by letter, and numbers of documents.

Words come from the dictionary alone. What it does not know, above all people's names, falls into single
characters; each two that meet are a lexeme, so 曹宇翔 is found by 曹宇 and 宇翔 wherever it stands. All texts
here are folded.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import rjieba

NUMBER = re.compile(r"(?P<series>[\u4e00-\u9fff]{1,12})?〔(?P<year>\d{4})〕(?P<serial>\d{1,4})号")
ORDER = re.compile(r"令第?(?P<serial>\d{1,4})号")
LONGEST_SERIES = 7
COMPOUND = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)+")  # PM2.5, 4.4.2
SIGNS = re.compile(r"[\W_]+")
# Words that stand in nearly every passage and tell nothing, and those that only make a question of it.
STOP_WORDS = frozenset(
    "的了和与及或在为对将由等是有以于并按其中上下个各要应可把被向从到之所也就都而且该此本谁吗呢"
)
QUESTION_WORDS = frozenset(
    ("如何", "怎么", "怎样", "什么", "哪些", "哪个", "多少", "是否", "请问", "可以", "能否")
)


def passage_lexemes(text: str) -> list[str]:
    """Every lexeme of a passage, as often as it stands there."""
    words = rjieba.cut_for_search(text, False)
    return [
        *_telling(words),
        *_pairs(rjieba.cut(text, False)),
        *COMPOUND.findall(text),
        *_numbers(text),
    ]


def asked_lexemes(text: str) -> list[str]:
    """What to look for: each word whole, a name by its pairs; a single character where nothing else is
    asked."""
    compounds = COMPOUND.findall(text)
    words = rjieba.cut(COMPOUND.sub(" ", text), False)
    telling = list(_telling(words))
    whole = [word for word in telling if (len(word) > 1 or word.isascii()) and word not in QUESTION_WORDS]
    return list(dict.fromkeys([*compounds, *whole, *_pairs(words)])) or list(dict.fromkeys(telling))


def number_lexemes(series: str, year: int, serial: int) -> list[str]:
    """A number whole, and its end alone: what is left to go by when nothing has these letters."""
    end = f"〔{year}〕{serial}号"
    return [f"{series[-LONGEST_SERIES:]}{end}", end] if len(series) > 1 else [end]


def _numbers(text: str) -> Iterator[str]:
    """In a sentence the letters of a number follow other words: each length of them is a lexeme."""
    for found in NUMBER.finditer(text):
        series = found["series"] or ""
        for length in range(2, min(len(series), LONGEST_SERIES) + 1):
            yield number_lexemes(series[-length:], int(found["year"]), int(found["serial"]))[0]
        yield f"〔{found['year']}〕{int(found['serial'])}号"
    for found in ORDER.finditer(text):
        yield f"令第{int(found['serial'])}号"


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if not SIGNS.fullmatch(word) and word not in STOP_WORDS)


def _pairs(words: Iterable[str]) -> Iterator[str]:
    """Two characters that meet and belong to no word."""
    for one, other in pairwise(words):
        if len(one) == len(other) == 1 and not SIGNS.search(one + other) and not (one + other).isascii():
            yield one + other
