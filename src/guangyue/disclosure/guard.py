"""拦截: the search for whole ID numbers, telephones and bank accounts in what is about to be published.

It is stricter than `kit.masks.find_unmasked`, which reads prose. A number counts with anything but letters
between its digits, inside a longer one, in any script's digits, cut by an asterisk or two, put together from
the cells of a row or from one row to the next, and made whole again by a birthday beside its mask. A notice
falsely stopped is written differently; a number once published cannot be called back.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from guangyue.kit.identities import CREDIT_LENGTH, ID_LENGTH, CreditCode, IdNumber, Malformed
from guangyue.kit.masks import mask_account, mask_id_number, mask_phone

# What is read as a digit or an X, beside what Unicode itself knows to be a digit.
LIKE_DIGITS = {
    sign: str(value)
    for signs in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "OI", "оl", "Оі", "○")
    for value, sign in enumerate(signs)
}
LIKE_X = "XxＸｘХхΧχ×✕✖╳Ⅹⅹ"  # Latin, Cyrillic, Greek, signs, numerals

MASK = re.compile(r"[*＊●•·█■?？_#]{4,}")  # what is hidden is hidden; one or two asterisks hide nothing
WRITTEN_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
DAY = re.compile(r"\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|\d{4}年")
RUN = re.compile(r"[0-9]+X?")
AMOUNT = re.compile(r"-?¥?[0-9][0-9,]*\.[0-9]{2}元?")
MOBILE = re.compile(r"(?<![0-9])(?:\+?86[ -]?)?(1[3-9][0-9](?:[ -]?[0-9]{4}){2})(?![0-9])")
CARD = re.compile(r"(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){15,18}(?![0-9A-Za-z])")
FORMER_ID = re.compile(r"[1-8][0-9]{5}([0-9]{6})[0-9]{3}")
MASKED_ID = re.compile(rf"(?<![0-9])([0-9]{{6}}){MASK.pattern}([0-9]{{3}}[0-9Xx])(?![0-9])")
BIRTHDAY = re.compile("出生|生日")
YOUNGEST = (
    14  # years: a later day beside a mask is the day of something else, unless the column says birthday
)
SHORTEST_PART = 2  # digits; a cell with fewer is no part of a number that was cut into pieces
MOST_PARTS = 3


@dataclass(frozen=True)
class Exposure:
    """A whole number, and where it stands; what is told of it is masked."""

    where: str
    what: str
    shown: str

    def __str__(self) -> str:
        return f"{self.where}有完整的{self.what}（{self.shown}）"


def exposures(
    *, texts: Mapping[str, str], columns: Sequence[str], rows: Sequence[Sequence[str]], on: date
) -> Iterator[Exposure]:
    """All whole numbers in the texts, each under its name, and in the cells of the rows."""
    for where, text in texts.items():
        yield from _within(where, text, on)
    for place, title in enumerate(columns, start=1):
        yield from _within(f"第 {place} 列的列名", title, on)
    before = [""] * len(columns)
    for number, row in enumerate(rows, start=1):
        found = [
            exposure
            for title, cell in zip(columns, row, strict=True)
            for exposure in _within(f"第 {number} 行“{title}”", cell, on)
        ]
        pieces = [_piece(cell) for cell in row]
        yield from found or (
            *_along(number, columns, row, pieces, on),
            *_beside_its_mask(number, columns, row, on),
            *_down(number, columns, before, pieces, on),
        )
        before = pieces


def folded(text: str) -> str:
    """The digits of a text in runs: what separates digits is left out; a letter or a mask ends a run."""
    text = WRITTEN_DAY.sub(lambda said: f"{said[1]}{said[2]:0>2}{said[3]:0>2}", text)
    signs = []
    for sign in MASK.sub("\n", text):
        digit = _digit(sign)
        if digit:
            signs.append(digit)
        elif sign == "\n" or unicodedata.category(sign)[0] == "L":
            signs.append(" ")
    return "".join(signs)


def _digit(sign: str) -> str:
    if sign in LIKE_X:
        return "X"
    value = unicodedata.digit(sign, None)
    return LIKE_DIGITS.get(sign, "") if value is None else str(value)


def _within(where: str, text: str, on: date) -> Iterator[Exposure]:
    """Numbers that stand in one text."""
    found = [number for run in _runs(text) if (number := _id_number(run, on))]
    for number in found:
        yield Exposure(where, "公民身份号码", mask_id_number(number))
    for run in _runs(text):
        if (former := FORMER_ID.fullmatch(run)) and _is_day(f"19{former[1]}"):
            yield Exposure(where, "15 位旧身份证号码", mask_id_number(run))
    plain = DAY.sub("/", unicodedata.normalize("NFKC", text))
    for mobile in MOBILE.finditer(plain):
        yield Exposure(where, "手机号码", mask_phone(re.sub("[ -]", "", mobile[1])))
    for card in () if found else CARD.finditer(plain):
        number = re.sub("[ -]", "", card[0])
        if not _is_credit_code(number):
            yield Exposure(where, "银行账号", mask_account(number))


def _runs(text: str) -> Iterator[str]:
    """Each run of digits, and all digits together where masks only stand between those of one number."""
    runs = RUN.findall(folded(text))
    yield from runs
    if len(runs) > 1 and MASK.search(text) and len("".join(runs)) == ID_LENGTH:
        yield "".join(runs)


def _along(
    number: int, columns: Sequence[str], row: Sequence[str], pieces: Sequence[str], on: date
) -> Iterator[Exposure]:
    """A number cut into the cells of a row: as they stand, or a few of them in any order."""
    for run in RUN.findall("".join(piece or " " for piece in pieces)):
        if found := _id_number(run, on, known_region=True):
            yield Exposure(f"第 {number} 行几列连起来", "公民身份号码", mask_id_number(found))
            return
    parts = {
        title: piece
        for title, cell, piece in zip(columns, row, pieces, strict=True)
        if len(piece) >= SHORTEST_PART and not AMOUNT.fullmatch(cell.strip())
    }
    for many in range(2, MOST_PARTS + 1):
        for titles in permutations(parts, many):
            joined = "".join(parts[title] for title in titles)
            if len(joined) == ID_LENGTH and _id_number(joined, on, known_region=True):
                where = f"第 {number} 行“{'”“'.join(titles)}”连起来"
                yield Exposure(where, "公民身份号码", mask_id_number(joined))
                return


def _beside_its_mask(number: int, columns: Sequence[str], row: Sequence[str], on: date) -> Iterator[Exposure]:
    """A masked number, and in the same row the birthday that the mask hides."""
    masked = [found for cell in row for found in MASKED_ID.findall(unicodedata.normalize("NFKC", cell))]
    for title, cell in zip(columns, row, strict=True) if masked else ():
        for run in RUN.findall(folded(cell)):
            whole = (f"{first}{run}{last.upper()}" for first, last in masked if _is_day(run))
            if not any(_id_number(text, on) for text in whole):
                continue
            if BIRTHDAY.search(title) or int(run[:4]) <= on.year - YOUNGEST:
                where = f"第 {number} 行掩码和“{title}”合起来"
                yield Exposure(where, "公民身份号码", f"{masked[0][0]}********{masked[0][1]}")
                return


def _down(
    number: int, columns: Sequence[str], before: Sequence[str], pieces: Sequence[str], on: date
) -> Iterator[Exposure]:
    """A number that begins in one row and ends in the next."""
    for title, above, below in zip(columns, before, pieces, strict=True):
        joined = above + below
        if above and below and len(joined) == ID_LENGTH and _id_number(joined, on, known_region=True):
            where = f"第 {number - 1}、{number} 行“{title}”连起来"
            yield Exposure(where, "公民身份号码", mask_id_number(joined))


def _piece(cell: str) -> str:
    """The digits of a cell that has nothing in it but digits and what separates them."""
    runs = folded(cell)
    return "" if " " in runs else runs


def _id_number(run: str, on: date, *, known_region: bool = False) -> str:
    """The first number in a run that is well formed; one that is only a part of the run, of a known place."""
    for start in range(len(run) - ID_LENGTH + 1):
        text = run[start : start + ID_LENGTH]
        if _is_credit_code(run):
            continue
        try:
            number = IdNumber.parse(text, on=on)
        except Malformed:
            continue
        if not number.region_unknown or (run == text and not known_region):
            return number.text
    return ""


def _is_credit_code(run: str) -> bool:
    """A firm's code may be told; one of digits alone begins with 9, as no county's number does."""
    if len(run) != CREDIT_LENGTH or run[0] != "9":
        return False
    try:
        CreditCode.parse(run)
    except Malformed:
        return False
    return True


def _is_day(run: str) -> bool:
    try:
        date(int(run[:4]), int(run[4:6]), int(run[6:]))
    except ValueError:
        return False
    return len(run) == len("19900101")
