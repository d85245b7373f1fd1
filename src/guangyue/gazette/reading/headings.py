"""条标 and 责任单位: what stands before a clause's words and behind them."""

import re

from guangyue.gazette.reading.labels import Label
from guangyue.gazette.reading.paragraphs import NOTES, opening_of
from guangyue.gazette.reading.shapes import Level

LONGEST_HEADING = 40  # without a stop
LONGEST_RUN_IN = 32
LONGEST_WITH_COMMA = 24
LONGEST_OF_ARTICLE = 22
LONGEST_BEFORE_COLON = 14
RULES = re.compile(
    r"应当|应该|不得|必须|可以|负责|施行|实施|适用|本(?:办法|规定|条例|细则|制度|规则)|自\d|予以|是指|要"
)
NO_HEADING = re.compile(r"[；：“]?(?:如下|以下|包括|下列|条件|任命|免去|要求|主要)$")
IN_NOTE = re.compile(r"负责|牵头|参与|落实|配合|实施|(?:单位|部门|领导)：")
PRINTED_NOTE = re.compile(
    r"[^。；]{0,4}(?:单位|部门|领导)：|.*(?:负责|牵头|参与|落实|实施|配合|起草)$", re.DOTALL
)
ORGAN = re.compile(r"(?:市|省|县|区|各).{1,18}(?:[局委办部厅院会府行]|中心|公司|集团|单位|部门|机构)")
AFTER_SENTENCE = "。；！”"


def heading_length(words: str, label: Label) -> int:
    """How much of a labelled clause's words is what it is called: up to the first stop, when that is short.
    A sentence that stands alone is the clause itself."""
    stop = re.search(r"[。；：]", words)
    if stop is None:
        return len(words) if len(words) <= LONGEST_HEADING * 2 else 0
    first, rest = words[: stop.start()], words[stop.end() :]
    if stop[0] == "：":
        short = 0 < len(first) <= LONGEST_BEFORE_COLON and not NO_HEADING.search(first)
        return stop.end() if short and rest and not re.search(r"[，、]", first) else 0
    if stop[0] == "；" or note_start(rest) == 0:
        return 0
    return stop.end() if could_be_called(first, label) else 0


def could_be_called(sentence: str, label: Label) -> bool:
    commas = sentence.count("，")
    if label.level is Level.ARTICLE:
        return len(sentence) <= LONGEST_OF_ARTICLE and not commas and not RULES.search(sentence)
    return len(sentence) <= (LONGEST_WITH_COMMA if commas else LONGEST_RUN_IN) and commas <= 1


def is_bare(words: str) -> bool:
    """Nothing but a heading: a few words, or one short sentence that others may follow."""
    return len(words) <= LONGEST_HEADING and not re.search(r"[。；：].", words)


def note_start(text: str) -> int:
    """Where 责任单位 begins at the end of a clause; the length of the text where there is none."""
    if NOTES.match(text):
        return 0
    bare = text.rstrip("。")
    if bare.endswith("）"):
        opened = opening_of(bare)
        inner = bare[opened + 1 : -1]
        apart = opened == 0 or text[opened - 1] in AFTER_SENTENCE
        said = IN_NOTE.search(inner) and (apart or PRINTED_NOTE.match(inner))
        if said or (apart and all(ORGAN.fullmatch(name) for name in re.split("[、，；]", inner))):
            return opened
    return len(text)


def has_note(text: str) -> bool:
    return note_start(text) < len(text)
