"""文号: the numbers that documents are known by, however brackets and spaces were printed."""

import re

from guangyue.gazette.numerals import FIGURE, read_figure

HAN = "一-鿿"
LONGEST = 120  # with who signs
NUMBERED = re.compile(
    rf"([{HAN}]{{1,15}})\s*[〔【\[［(（﹝]\s*((?:19|20)\d{{2}})\s*[〕】\]］)）﹞]\s*第?\s*(\d{{1,5}})\s*号"
)
PROCLAIMED = re.compile(
    rf"([{HAN}]{{1,28}}(?:令|公告|通告))\s*[（(]?\s*第\s*(\d{{1,4}}|{FIGURE})\s*号\s*[）)]?"
)
PROCLAIMER = re.compile(rf"[{HAN}]{{2,28}}(?:令|公告|通告)")
SERIAL = re.compile(rf"[（(]?第(\d{{1,4}}|{FIGURE})号[）)]?")
BRACKETED = re.compile(r"[（(](.*)[）)]")
SIGNER = re.compile(r"\s*签发人.*")


def read_number(text: str) -> str | None:
    """The number that a line consists of: 示政发〔2026〕3号, or 示例市人民政府令第12号."""
    if len(text) > LONGEST:
        return None
    text = SIGNER.sub("", text).strip()
    if found := BRACKETED.fullmatch(text):
        text = found[1].strip()
    if found := NUMBERED.fullmatch(text):
        return _numbered(found)
    found = PROCLAIMED.fullmatch(text)
    return _proclaimed(found[1], found[2]) if found else None


def find_number(text: str) -> tuple[str, int, int] | None:
    """The last number within a line, and where it stands."""
    for pattern in (NUMBERED, PROCLAIMED):
        if every := list(pattern.finditer(text)):
            found = every[-1]
            number = _numbered(found) if pattern is NUMBERED else _proclaimed(found[1], found[2])
            return number, found.start(), found.end()
    return None


def proclaimed_number(proclaimer: str, serial: str) -> str | None:
    """A decree's number in two lines: 示例市人民政府令, and below it 第12号."""
    found = SERIAL.fullmatch(serial)
    return _proclaimed(proclaimer, found[1]) if found and PROCLAIMER.fullmatch(proclaimer) else None


def series_of(number: str) -> str:
    """What stands before the year: 示政办字."""
    return number.partition("〔")[0]


def _numbered(found: re.Match[str]) -> str:
    return f"{found[1]}〔{found[2]}〕{int(found[3])}号"


def _proclaimed(proclaimer: str, serial: str) -> str:
    return f"{proclaimer}第{serial if serial.isdecimal() else read_figure(serial)}号"
