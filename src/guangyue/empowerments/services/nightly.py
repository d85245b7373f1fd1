"""每夜: what was not made ready is overdue, what lost a piece is suspended, lists meet the catalogue."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery

from guangyue.empowerments.models import Empowerment, GrantingDocument, State, StoppedPower
from guangyue.empowerments.pieces import missing_on
from guangyue.empowerments.services.moving import hold, move
from guangyue.empowerments.services.papers import suspend_incomplete
from guangyue.jobs.declarations import job
from guangyue.kit.models import HolidayNotice
from guangyue.matters.models import Matter
from guangyue.systems.today import day_of_the_city


@job("empowerments.watch", title="赋权落实期限和要件检查")
def watch_powers(*, at: datetime) -> None:
    link_matters()
    on = day_of_the_city()
    note_overdue(on=on, at=at)
    note_lost_pieces(on=on, at=at)


@transaction.atomic
def link_matters() -> None:
    """A power whose matter has come into the catalogue since is linked to it."""
    for rows in (Empowerment.objects, StoppedPower.objects):
        of_code = Matter.objects.filter(code=OuterRef("code")).values("pk")[:1]
        rows.filter(matter=None, code__in=Matter.objects.values("code")).update(matter_id=Subquery(of_code))


@transaction.atomic
def note_overdue(*, on: date, at: datetime) -> int:
    """逾期: from the day after the limit."""
    calendar, noted = HolidayNotice.objects.calendar(), 0
    for document in GrantingDocument.objects.all():
        if on <= document.last_day(calendar):
            continue
        for one in document.empowerments.filter(state=State.PREPARING):
            move(empowerment=hold(one), to=State.OVERDUE, on=on, by=None, at=at, said="期满没有承接")
            noted += 1
    return noted


@transaction.atomic
def note_lost_pieces(*, on: date, at: datetime) -> int:
    """停用: an agreement that ran out, a seal that was returned."""
    undertaken = Empowerment.objects.newly_granted().filter(state=State.UNDERTAKEN).with_pieces()
    lost = [one for one in undertaken if missing_on(one, on)]
    return len(suspend_incomplete(empowerments=lost, on=on, said="要件不再有效", by=None, at=at))
