"""落款: who signs and on which day, in one line or several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.gazette.reading.dates import DAY, read_day
from guangyue.gazette.reading.rows import Row, squeeze
from guangyue.gazette.reading.titles import is_organ

MOST_NAMES = 8  # lines above the day
LONGEST_NAME = 30
OFFICES = "市长|省长|县长|区长|州长|盟长|旗长|主席|局长|厅长|部长|主任|总理"
SIGNATORY = re.compile(rf"(?:代|副|常务)*(?:[一-鿿]{{0,6}})?(?:{OFFICES})：?([一-鿿·]{{2,8}})?")
PERSON = re.compile(r"[一-鿿·]{2,8}")


@dataclass(frozen=True)
class Signature:
    first: int  # rows, both included
    last: int
    names: tuple[str, ...]
    day: date
    signatory: str = ""
    by_office: bool = False


def find_signatures(rows: Sequence[Row], issuers: tuple[str, ...]) -> list[Signature]:
    known = {squeeze(issuer) for issuer in issuers}
    found = []
    for at, row in enumerate(rows):
        day = DAY.search(row.text) if len(row.text) <= LONGEST_NAME + 12 else None
        on = read_day(day) if day and day.end() == len(row.text) else None
        if day is None or on is None:
            continue
        name = row.text[: day.start()].strip()
        if not name:
            found.append(_above(rows, at, on, known))
        elif name in known or is_organ(name):
            found.append(Signature(at, at, (name,), on))
    return [one for one in found if one is not None]


def own_signature(signatures: Sequence[Signature], issuers: tuple[str, ...]) -> Signature | None:
    """The document's: the first that its issuers sign; else the last that anyone does."""
    known = {squeeze(issuer) for issuer in issuers}
    for signature in signatures:
        if signature.by_office or known & set(signature.names):
            return signature
    return signatures[-1] if signatures else None


def _above(rows: Sequence[Row], at: int, on: date, known: set[str]) -> Signature | None:
    """Names stand on the lines above a day that stands alone; one may be broken over two."""
    names: list[str] = []
    first, part, person, by_office, signatory = at, "", "", False, ""
    for above in range(at - 1, max(at - 1 - MOST_NAMES, -1), -1):
        text = squeeze(rows[above].text)
        office = SIGNATORY.fullmatch(text)
        if office and not by_office:
            by_office, signatory, person = True, office[1] or person, ""
        elif above and squeeze(rows[above - 1].text) + text in known:
            part = text
            continue
        elif text + part in known or (not part and is_organ(text) and len(text) <= LONGEST_NAME):
            names.insert(0, text + part)
            part = ""
        elif any(name.endswith(text + part) for name in known):
            part = text + part
            continue
        elif PERSON.fullmatch(text) and not names and not person:
            person = text
            continue
        else:
            break
        first = above
    if not names and not by_office and known and at and not rows[at - 1].text.endswith(("。", "）", "；")):
        return None
    return Signature(first, at, tuple(names), on, signatory, by_office)
