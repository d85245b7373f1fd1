"""改革前的版本: what some matters asked on the day the reform began, for the four reductions to be computed
from. The figures are the demonstration's."""

from dataclasses import replace
from datetime import date

from guangyue.matters.declaration import Declaration, Material
from liaocheng.service_matters.matters import MATTERS
from liaocheng.service_matters.matters.writing import Offered

SINCE = date(2019, 1, 1)

ID_COPY = Material("id-copy", "居民身份证复印件", originals=0, copies=1)
LICENCE_COPY = Material("licence-copy", "营业执照复印件", originals=0, copies=1)
BOOK_COPY = Material("book-copy", "居民户口簿复印件", originals=0, copies=1)
WRITTEN = Material("written-application", "书面申请")
PROOF = Material("no-record-proof", "没有相关违法记录的证明")
INCOME = Material("income-proof", "收入证明")

# code: promised days, steps, and the papers that are asked for no more
BEFORE: dict[str, tuple[int, int, tuple[Material, ...]]] = {
    "131001": (5, 6, (ID_COPY, WRITTEN, PROOF)),
    "131002": (5, 3, (ID_COPY, WRITTEN)),
    "131003": (10, 5, (LICENCE_COPY, WRITTEN)),
    "109001": (3, 3, (LICENCE_COPY, ID_COPY, WRITTEN)),
    "131011": (15, 6, (LICENCE_COPY, ID_COPY, WRITTEN, PROOF)),
    "123011": (10, 5, (LICENCE_COPY, WRITTEN)),
    "114011": (15, 5, (LICENCE_COPY, ID_COPY, PROOF)),
    "118001": (8, 4, (LICENCE_COPY, ID_COPY, WRITTEN)),
    "109011": (3, 3, (ID_COPY, BOOK_COPY)),
    "109012": (10, 5, (ID_COPY, BOOK_COPY, WRITTEN)),
    "136001": (5, 3, (ID_COPY, BOOK_COPY)),
    "136003": (25, 6, (ID_COPY, WRITTEN)),
    "114021": (20, 3, (ID_COPY, WRITTEN)),
    "114022": (3, 3, (ID_COPY, BOOK_COPY, WRITTEN)),
    "111001": (30, 8, (ID_COPY, BOOK_COPY, INCOME, PROOF)),
    "111004": (5, 3, (ID_COPY, BOOK_COPY)),
    "105001": (20, 5, (ID_COPY, BOOK_COPY, WRITTEN)),
    "115012": (18, 8, (LICENCE_COPY, WRITTEN)),
    "117001": (7, 6, (LICENCE_COPY, WRITTEN, PROOF)),
    "149002": (3, 3, (ID_COPY, WRITTEN)),
    "161001": (30, 6, (LICENCE_COPY, ID_COPY, WRITTEN)),
}


def as_before(declaration: Declaration) -> Declaration:
    """The declaration with what it asked then."""
    days, steps, papers = BEFORE[declaration.code]
    codes = tuple(paper.code for paper in papers)
    return replace(
        declaration,
        promised_days=days,
        actual_steps=steps,
        materials=declaration.materials + papers,
        variants=tuple(
            replace(one, materials=one.materials + codes, promised_days=None) for one in declaration.variants
        ),
    )


BASELINE = tuple(
    Offered(one.owner, as_before(one.declaration), SINCE) for one in MATTERS if one.declaration.code in BEFORE
)
