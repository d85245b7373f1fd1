"""文书编号: 市审批受字〔2026〕第000123号: by whom, of what kind, in which year, and a running number.

The running number comes from one sequence of the database for all of them: no two letters wait for one
another, and none is given twice.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django.db import connection

from guangyue.cases.flow import Letter
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Name, Organisation

MARKS: Mapping[Letter, str] = {
    Letter.ACCEPTANCE: "受",
    Letter.DEFERRED_ACCEPTANCE: "容受",
    Letter.SUPPLEMENT: "补",
    Letter.NOT_ACCEPTED: "不受",
    Letter.GRANTED: "准",
    Letter.REFUSED: "不准",
    Letter.RETURN: "退",
    Letter.CHARGE: "缴",
    Letter.EXTENSION: "延",
}
MOST_REMEMBERED = 4_096
LONGEST_MARK = 20

_GENERAL = re.compile(r"(?:局|委员会|委|厅|办公室|办|中心)$")
_BRACKETS = str.maketrans("[]()（）［］【】", "〔〕〔〕〔〕〔〕〔〕")


def letter_number(*, issuer: Organisation, kind: Letter, at: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select nextval('cases_letter_number')")
        (running,) = cursor.fetchone()
    return f"{_mark_of(issuer.pk, issuer.name)}{MARKS[kind]}字〔{local_day(at).year}〕第{running:06d}号"


def as_printed(written: str) -> str:
    """The number as it stands on the letter, however somebody typed it."""
    plain = "".join(unicodedata.normalize("NFKC", written).split())
    return plain.translate(_BRACKETS)


@lru_cache(maxsize=MOST_REMEMBERED)
def _mark_of(organisation: int, name: str) -> str:
    """机关代字: the shortest name that is registered, without the word that all offices share."""
    short = Name.objects.filter(organisation=organisation, kind=Name.Kind.SHORT).values_list(
        "text", flat=True
    )
    return _GENERAL.sub("", min((*short, name), key=len))[:LONGEST_MARK]
