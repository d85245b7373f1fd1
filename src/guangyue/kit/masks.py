"""What is shown of a person where not all may be seen, and the search for what slipped through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.kit.identities import IdNumber, Malformed

HIDDEN = "*"

COMPOUND_SURNAME = re.compile(
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|"
    "太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|司寇|巫马|颛孙|漆雕|乐正|拓跋|轩辕|令狐|"
    "段干|百里|呼延|东郭|南门|羊舌|微生|梁丘|左丘|西门|第五"
)

# What an address is shown down to: the last of 镇, 乡, 街道; where it has none, the last of 县, 区, 市.
TOWNSHIP = re.compile(r".*(?:街道办事处|街道|镇|乡)")
COUNTY = re.compile(r".*(?:县|区|市)")

FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－　", "0123456789XX- ")
ID_NUMBER_IN_TEXT = re.compile(
    r"(?<![0-9])[0-9]{6}[ -]?[0-9]{4}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{3}[0-9Xx](?![0-9])"
)


@dataclass(frozen=True)
class Exposed:
    """A full ID number found in a text, and where."""

    position: int
    number: IdNumber

    def __str__(self) -> str:
        return f"第 {self.position + 1} 个字起：{mask_id_number(self.number.text)}"


def mask_name(name: str) -> str:
    """王小明 → 王**: the surname stays."""
    compound = COMPOUND_SURNAME.match(name) and len(name) > 2
    return _keep(name, first=2 if compound else 1)


def mask_id_number(number: str, *, first: int = 6, last: int = 4) -> str:
    """371502********1234 by default; a document may let fewer digits be seen."""
    return _keep(number, first=first, last=last)


def mask_credit_code(code: str) -> str:
    """9137**********1234: registrar, kind and province stay, for the few whose code stands for a person."""
    return _keep(code, first=4, last=4)


def mask_phone(phone: str) -> str:
    """138****5678, 0635-****567: enough to recognise one's own."""
    area, dash, number = phone.rpartition("-")
    if dash:
        return f"{area}-{_keep(number, last=3)}"
    return _keep(phone, first=3, last=4)


def mask_account(account: str) -> str:
    """***************1234: the last four digits of a bank account."""
    return _keep(account.replace(" ", ""), last=4)


def mask_address(address: str) -> str:
    """山东省聊城市东昌府区柳园街道****: down to the township, or the county where none is named."""
    area = TOWNSHIP.match(address) or COUNTY.match(address)
    return f"{area[0] if area else ''}{HIDDEN * 4}"


def find_unmasked(text: str, *, on: date) -> Iterator[Exposed]:
    """Every full, valid ID number in a text; asked of whatever is about to be published."""
    for candidate in ID_NUMBER_IN_TEXT.finditer(text.translate(FULL_WIDTH)):
        try:
            number = IdNumber.parse(candidate[0].replace("-", ""), on=on)
        except Malformed:
            continue
        yield Exposed(candidate.start(), number)


def _keep(text: str, *, first: int = 0, last: int = 0) -> str:
    """Hide the middle; of a text too short to have one, everything."""
    if len(text) <= first + last:
        return HIDDEN * len(text)
    return text[:first] + HIDDEN * (len(text) - first - last) + text[len(text) - last :]
