"""评议卡: what people filled in on paper is entered by somebody who was not rated."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet
from guangyue.kit.sheets.cells import Cell, Unreadable, text
from guangyue.ratings.models import Invite, Rating
from guangyue.ratings.refusals import OwnWork
from guangyue.ratings.scoring import TITLES, Level
from guangyue.ratings.services.inviting import rate_by_invite
from guangyue.ratings.services.rating import Said, refuse_own_work
from guangyue.ratings.ways import Way

WORDS = {title: level for level, title in TITLES.items()}


def _level(cell: Cell) -> int:
    """As a word, or as a figure from 1 to 5."""
    said = text(cell)
    if said in WORDS:
        return int(WORDS[said])
    if said in ("1", "2", "3", "4", "5"):
        return int(Level(int(said)))
    raise Unreadable("应当是 5、4、3、2、1，或者“非常满意”到“非常不满意”")


def _card(cell: Cell) -> str:
    return text(cell).upper()


CARDS = Sheet(
    title="评议卡",
    columns=(
        Column("number", "办件编号", example="BJ20210430000001", longest=24, width=22),
        Column("card", "卡号", parse=_card, example="7K3M9QWX", longest=8, note="印在卡上的八位字母和数字"),
        Column("level", "评价", parse=_level, example="非常满意", note="5 至 1，或者写文字"),
        Column("text", "意见", required=False, longest=500, width=40),
    ),
    unique=(("number",),),
    most_rows=2_000,
)


def problems_of(reading: Reading, *, by: User, at: datetime) -> Iterator[Problem]:
    """Cards that fit no case, were used, or that this person may not enter."""
    known = invites_of(reading.rows, at=at)
    for row in reading.rows:
        invite = known.get(row["number"])
        if invite is None or invite.card != row["card"]:
            yield Problem(row.number, "办件编号和卡号对不上，或者已经评价、已经过期", "卡号", row["card"])
            continue
        try:
            refuse_own_work(invite.case, by)
        except OwnWork:
            yield Problem(row.number, "这一件是您经办的，要由其他人登记", "办件编号", row["number"])


def invites_of(rows: Sequence[Row], *, at: datetime) -> dict[str, Invite]:
    open_ones = Invite.objects.open(at).select_related("case__version")
    found = open_ones.filter(case__number__in=[row["number"] for row in rows])
    return {one.case.number: one for one in found}


@transaction.atomic
def take_cards(*, rows: Sequence[Row], by: User, at: datetime) -> int:
    """All or none."""
    known = invites_of(rows, at=at)
    for row in rows:
        invite = known[row["number"]]
        refuse_own_work(invite.case, by)
        said = Said({Rating.About.CASE: row["level"]}, text=row["text"] or "")
        rate_by_invite(invite=invite, said=said, way=Way.CARD, at=at)
    return len(rows)
