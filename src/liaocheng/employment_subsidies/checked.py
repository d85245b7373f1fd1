"""人社部门自行核查: what the office looks up itself, and therefore asks nobody for, 第二十六条 to 第三十六条.

第四十条 says the same of everything that shared registers prove.
"""

from dataclasses import dataclass

from guangyue.gazette.document import Clause
from guangyue.rules.offers import Material
from liaocheng.employment_subsidies.document import MEASURES


@dataclass(frozen=True)
class Checked:
    """核查事项: one thing the office knows, and the words by which a paper that proves it is known."""

    title: str
    words: tuple[str, ...]
    cites: Clause


CHECKED = (
    Checked("就业创业证", ("就业创业证", "就业失业登记证"), MEASURES.clause("第二十六条第一款（一）")),
    Checked("劳动合同签订情况", ("劳动合同",), MEASURES.clause("第二十八条（一）")),
    Checked("社会保险缴费情况", ("社会保险", "社保"), MEASURES.clause("第二十八条（一）")),
    Checked("此前领取补贴的情况", ("领取补贴", "享受补贴", "补贴年限"), MEASURES.clause("第二十八条（一）")),
)


def checked_in(paper: str) -> Checked | None:
    """What the office knows already of what such a paper says."""
    return next((one for one in CHECKED if any(word in paper for word in one.words)), None)


def papers(path: str, *titles: str) -> tuple[Material, ...]:
    """The papers that a clause of the measures has people bring; one that it may not ask for is refused."""
    cites = MEASURES.clause(path)
    for title in titles:
        if known := checked_in(title):
            raise ValueError(f"{title} is not asked for: {known.title}, {known.cites}")
    return tuple(Material(title, cites) for title in titles)
