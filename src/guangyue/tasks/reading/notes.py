"""责任标注: where a text says who is responsible, in brackets behind a sentence or as labels of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guangyue.tasks.reading.carrying import carries
from guangyue.tasks.reading.names import is_name, split_names
from guangyue.tasks.reading.roles import DUE, LABEL, VERB, meaning_of_label

OPENING, CLOSING = "（(【［[", "）)】］]"
STOPS = "。；;！!？?”\n"
DEFINES = re.compile(r"以下(?:简称|统称|称)|^(?:\d{4}|[一二三四五六七八九十]+)[年—-]")
BEGINS = re.compile(r"[\s“]*[一-鿿]{0,4}(?:单位|部门|领导|责任人|主体|机构|时限|期限|时间|节点)\s*[：:]")
DAY_ALONE = re.compile(
    r"(?:完成时[限间][：:]?|时限[：:]?|于|在)?(?:\d{4}年|每年|今年)?(?:年|\d{1,2}月|上半年)(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)?(?:完成)?"
)
LONGEST_UNCLOSED = 400


@dataclass(frozen=True)
class FoundNote:
    """A note in a text: from where to where it is printed, and the words within its brackets."""

    start: int
    end: int
    words: str
    closed: bool = True
    rests: bool = False  # it only adds to the note before it: a day, a rule


def find_notes(text: str) -> Iterator[FoundNote]:
    """In the order of the text. A bracket within a note does not end it; definitions are none."""
    at = 0
    while at < len(text):
        if text[at] in OPENING:
            end = closing_of(text, at)
            note = _bracketed(text, at, end)
            if note:
                yield note
                at = note.end
                continue
            at = end + 1 if end is not None else at + 1
            continue
        if _starts_labels(text, at):
            end = _end_of_labels(text, at)
            yield FoundNote(at, end, text[at:end].rstrip("。 \n"))
            at = end
            continue
        at += 1


def closing_of(text: str, opened: int) -> int | None:
    """Where the bracket that opens there is closed; brackets within it are counted."""
    depth = 0
    for at in range(opened, len(text)):
        if text[at] in OPENING:
            depth += 1
        elif text[at] in CLOSING:
            depth -= 1
            if depth == 0:
                return at
    return None


def _bracketed(text: str, opened: int, end: int | None) -> FoundNote | None:
    if end is None:
        return _unclosed(text, opened)
    words = text[opened + 1 : end].strip()
    if DEFINES.search(words):
        return None
    if carries(words) and not _names_units(words):
        return FoundNote(opened, end + 1, words, rests=True)
    if DAY_ALONE.fullmatch(words) and re.search(r"前|完成", words):
        return FoundNote(opened, end + 1, words, rests=True)
    if BEGINS.match(words) or _says_who(words) or (_stands_apart(text, opened) and _lists_units(words)):
        found = BEGINS.match(words)
        rests = found is not None and meaning_of_label(found[0].strip(" ：:“")) == DUE
        return FoundNote(opened, end + 1, words, rests=rests and not _names_units(words))
    return None


def _unclosed(text: str, opened: int) -> FoundNote | None:
    """A note whose bracket was lost still ends somewhere: at its stop, or with the text."""
    rest = text[opened + 1 : opened + LONGEST_UNCLOSED]
    stop = re.search(r"。(?![^（）()]*[）)])", rest)
    words = rest[: stop.start()] if stop else rest
    if not (BEGINS.match(words) or _says_who(words.rstrip("）) "))):
        return None
    return FoundNote(opened, opened + 1 + len(words) + bool(stop), words.strip(), closed=False)


def _says_who(words: str) -> bool:
    """甲牵头，乙负责: a name stands before the verb."""
    found = VERB.search(words)
    if found is None:
        return False
    before = words[: found.start()]
    return "。" not in before and any(is_name(name) for name in split_names(before))


def _lists_units(words: str) -> bool:
    """Names without a word of what they are to do."""
    names = list(split_names(words))
    return bool(names) and all(is_name(name) and len(name) > 2 for name in names)


def _names_units(words: str) -> bool:
    first = re.split(r"[。；]", words)[0]
    return (BEGINS.match(first) is not None or _says_who(first)) and not carries(first.split("，")[0])


def _stands_apart(text: str, opened: int) -> bool:
    """Behind a finished sentence, and not within one."""
    before = text[:opened].rstrip(" ")
    return not before or before[-1] in STOPS


def _starts_labels(text: str, at: int) -> bool:
    """A label that begins the text, a line or a sentence: 牵头领导：…"""
    if at and text[at - 1] not in STOPS + " ":
        return False
    found = LABEL.match(text, at)
    return found is not None and meaning_of_label(found["label"]) is not None


def _end_of_labels(text: str, at: int) -> int:
    """Up to the full stop, or the end of the line."""
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] in OPENING) - (text[end] in CLOSING)
        if depth <= 0 and text[end] in "。\n" and not _goes_on(text, end + 1):
            return end + 1
    return len(text)


def _goes_on(text: str, at: int) -> bool:
    """The next label of the same note."""
    while at < len(text) and text[at] in " \n":
        at += 1
    return at < len(text) and _starts_labels(text, at)
