"""公民身份号码 and 统一社会信用代码: what is wrong with one, what it says, how one is made."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

# The weights and characters are public so that whole columns of numbers can be made with them.
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_CHARACTERS = "10X98765432"
CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = tuple(3**place % 31 for place in range(17))
ORGANISATION_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
ORGANISATION_CHECK_CHARACTERS = "0123456789X"

# Provinces by GB/T 2260; 9… stands at the head of a foreigner's permanent residence number.
NORTH, NORTH_EAST, EAST, SOUTH = range(11, 16), range(21, 24), range(31, 38), range(41, 47)
SOUTH_WEST, NORTH_WEST, ISLANDS = range(50, 55), range(61, 66), (71, 81, 82)
PROVINCES = frozenset(map(str, (*NORTH, *NORTH_EAST, *EAST, *SOUTH, *SOUTH_WEST, *NORTH_WEST, *ISLANDS)))

ID_LENGTH = CREDIT_LENGTH = 18
FORMER_ID_LENGTH = 15
FORMER_CREDIT_LENGTH = 15


class Malformed(ValueError):
    """A number that cannot be right; the sentence says what is wrong with it."""


class Sex(Enum):
    MALE = "男"
    FEMALE = "女"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """公民身份号码, known to be well formed."""

    text: str

    @classmethod
    def parse(cls, text: str, *, on: date) -> "IdNumber":
        """Read a number as written on the day; raise Malformed with the first thing that is wrong with it."""
        text = _tidy(text)
        _check_id_characters(text)
        born = _date_in(text)
        if born is None:
            raise Malformed(f"身份证号码第 7 至 14 位“{text[6:14]}”不是一个日期。")
        if born > on:
            raise Malformed(f"身份证号码中的出生日期 {born:%Y-%m-%d} 还没有到。")
        if text[14:17] == "000":
            raise Malformed("身份证号码的顺序码（第 15 至 17 位）不能是 000。")
        if text[17] != id_check_character(text[:17]):
            raise Malformed("身份证号码的校验码（最后一位）不对，请逐位核对。")
        return cls(text)

    @property
    def region(self) -> str:
        """Code of the county that first gave the number, as it was then."""
        return self.text[:6]

    @property
    def region_unknown(self) -> bool:
        """Worth a second look, and never a reason to refuse: counties are renamed, numbers are not."""
        return self.text[:2] not in PROVINCES and self.text[0] != "9"

    @property
    def born(self) -> date:
        return date(int(self.text[6:10]), int(self.text[10:12]), int(self.text[12:14]))

    @property
    def sex(self) -> Sex:
        return Sex.MALE if int(self.text[16]) % 2 else Sex.FEMALE

    def age(self, *, on: date) -> int:
        """周岁: full years; whoever was born on 29 February turns on 1 March of a common year."""
        born = self.born
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class CreditCode:
    """统一社会信用代码, known to be well formed."""

    text: str

    @classmethod
    def parse(cls, text: str) -> "CreditCode":
        """Read a code as written; raise Malformed with the first thing that is wrong with it."""
        text = _tidy(text)
        _check_credit_characters(text)
        if text[17] != credit_check_character(text[:17]):
            raise Malformed("统一社会信用代码的校验码（最后一位）不对，请逐位核对。")
        return cls(text)

    @property
    def region(self) -> str:
        """Code of the region that registered it."""
        return self.text[2:8]

    @property
    def organisation(self) -> str:
        """主体标识码, the former 组织机构代码."""
        return self.text[8:17]

    def __str__(self) -> str:
        return self.text


def make_id_number(*, region: str, born: date, sequence: int) -> IdNumber:
    """The number for a place, a birthday and a 顺序码 from 1 to 999, odd for a man and even for a woman."""
    body = f"{region}{born:%Y%m%d}{sequence:03d}"
    return IdNumber(body + id_check_character(body))


def make_credit_code(*, region: str, serial: int, registrar: str = "9", kind: str = "1") -> CreditCode:
    """The code of the serial-th body of a region; 91 stands for an enterprise registered by 市场监管."""
    organisation = f"{serial:08d}"
    body = f"{registrar}{kind}{region}{organisation}{organisation_check_character(organisation)}"
    return CreditCode(body + credit_check_character(body))


def id_check_character(body: str) -> str:
    """校验码 for the first seventeen digits, by GB 11643 (ISO 7064 MOD 11-2)."""
    return ID_CHECK_CHARACTERS[_weigh(body, ID_WEIGHTS, ORGANISATION_CHARACTERS) % 11]


def credit_check_character(body: str) -> str:
    """校验码 for the first seventeen characters, by GB 32100."""
    return CREDIT_CHARACTERS[-_weigh(body, CREDIT_WEIGHTS, CREDIT_CHARACTERS) % 31]


def organisation_check_character(body: str) -> str:
    """校验码 for the eight characters of an organisation, by GB 11714."""
    return ORGANISATION_CHECK_CHARACTERS[-_weigh(body, ORGANISATION_WEIGHTS, ORGANISATION_CHARACTERS) % 11]


def _weigh(body: str, weights: Sequence[int], characters: str) -> int:
    return sum(characters.index(character) * weight for character, weight in zip(body, weights, strict=True))


def _tidy(text: str) -> str:
    """Half width, capitals, no spaces: how a number is pasted says nothing about whether it is right."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()


def _check_id_characters(text: str) -> None:
    if len(text) == FORMER_ID_LENGTH and text.isdecimal():
        raise Malformed("15 位的旧身份证号码已经停用，请填写 18 位号码。")
    if len(text) != ID_LENGTH:
        raise Malformed(f"身份证号码应为 18 位，现在是 {len(text)} 位。")
    for place, character in enumerate(text, start=1):
        if character in "0123456789" or (place == ID_LENGTH and character == "X"):
            continue
        allowed = "数字或 X" if place == ID_LENGTH else "数字"
        raise Malformed(f"身份证号码第 {place} 位应为{allowed}，现在是“{character}”。")


def _check_credit_characters(text: str) -> None:
    if len(text) == FORMER_CREDIT_LENGTH and text.isdecimal():
        raise Malformed("15 位的旧注册号已经停用，请填写 18 位统一社会信用代码。")
    if len(text) != CREDIT_LENGTH:
        raise Malformed(f"统一社会信用代码应为 18 位，现在是 {len(text)} 位。")
    for place, character in enumerate(text, start=1):
        if character in "IOSVZ":
            raise Malformed(f"统一社会信用代码不用字母 I、O、S、V、Z，第 {place} 位现在是“{character}”。")
        if 3 <= place <= 8 and character not in "0123456789":
            raise Malformed(f"统一社会信用代码第 {place} 位应为数字，现在是“{character}”。")
        if character not in CREDIT_CHARACTERS:
            raise Malformed(f"统一社会信用代码第 {place} 位应为数字或大写字母，现在是“{character}”。")


def _date_in(text: str) -> date | None:
    try:
        return date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return None
