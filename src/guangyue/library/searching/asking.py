"""What somebody has typed, as what to look for: words, quoted phrases, numbers of documents, conditions."""

import re
from dataclasses import dataclass, field
from datetime import date

from guangyue.library.searching.folding import fold
from guangyue.library.searching.lexemes import asked_lexemes, number_lexemes

LONGEST = 100
MOST_LEXEMES = 24
PHRASE = re.compile(r"[\"“”「『]([^\"“”「」『』]{1,60})[\"“”」』]")
# 聊政发〔2019〕4号, 聊政发[2019]4, 聊政发2019 4, 2019年4号: letters, a year, what parts them, and a serial.
ASKED_NUMBER = re.compile(
    r"(?P<series>[\u4e00-\u9fff]{2,12})?(?P<opens>[〔(])?(?P<year>(?:19|20)\d\d)(?:[〕)]|年第?|第| ?[-/] ?| )"
    r"第?(?P<serial>\d{1,4})(?P<closes>号)?(?![\d年月日.%])"
)
RUN = re.compile(r"\w{3,}")
ASKED_ORDER = re.compile(r"令 ?第? ?(?P<serial>\d{1,4}) ?号?")


@dataclass(frozen=True)
class AskedNumber:
    """文号, as far as it was typed."""

    series: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True)
class Conditions:
    """筛选: what a document must be for its passages to be found."""

    issuer: str = ""
    series: str = ""
    year: int | None = None
    in_force_on: date | None = None


@dataclass(frozen=True)
class Question:
    """检索式."""

    words: tuple[str, ...] = ()  # lexemes, each of which makes a passage likelier
    phrases: tuple[str, ...] = ()  # every one must stand there, letter by letter
    together: tuple[str, ...] = ()  # better where these words stand together, as they were typed
    numbers: tuple[AskedNumber, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def marked(self) -> tuple[str, ...]:
        """What to mark in a quotation, the longest first."""
        return tuple(sorted({*self.words, *self.phrases, *self.together}, key=len, reverse=True))


def read_question(typed: str, conditions: Conditions | None = None) -> Question:
    """Whatever is typed can be asked; what says nothing asks for nothing."""
    text = fold(typed[:LONGEST])
    phrases = tuple(dict.fromkeys(phrase for found in PHRASE.findall(text) if (phrase := found.strip())))
    rest = PHRASE.sub(" ", text)
    numbers: list[AskedNumber] = []
    lexemes: list[str] = []
    for found in ASKED_NUMBER.finditer(rest):
        if not (found["series"] or found["closes"] or found["opens"]):
            continue
        asked = AskedNumber(found["series"] or "", int(found["year"]), int(found["serial"]))
        numbers.append(asked)
        lexemes += number_lexemes(asked.series, asked.year, asked.serial)
        if found["closes"] or found["opens"] or found[0] == rest.strip():
            rest = rest.replace(found[0], " ")
    for found in ASKED_ORDER.finditer(rest):
        lexemes.append(f"令第{int(found['serial'])}号")
    for phrase in phrases:
        lexemes += asked_lexemes(phrase)
    lexemes += asked_lexemes(rest)
    return Question(
        words=tuple(dict.fromkeys(lexemes))[:MOST_LEXEMES],
        phrases=phrases,
        together=tuple(dict.fromkeys(RUN.findall(rest)))[:MOST_LEXEMES],
        numbers=tuple(numbers),
        conditions=conditions or Conditions(),
    )
