"""批后事项: what is to be done after a decision is opened with its day, and noted when it is done."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Duty
from guangyue.cases.refusals import MovedOnAlready
from guangyue.cases.services.offices import office_of
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice


def open_duties(*, case: Case, arrow: str, at: datetime) -> None:
    """Each time such a move is made: a second suit has a day of its own."""
    if not case.flow.declared.duties:
        return
    calendar = HolidayNotice.objects.calendar()
    for duty in case.flow.declared.duties:
        if duty.opened_by and arrow not in duty.opened_by:
            continue
        if duty.when and case.answers.get(duty.when) is not True:
            continue
        Duty.objects.create(
            case=case,
            key=duty.key,
            title=duty.title,
            organisation=office_of(case=case, office=duty.office),
            limit_amount=duty.limit.amount,
            limit_unit=duty.limit.unit.name,
            started_at=at,
            due=Clock(duty.limit, at).due(calendar, at=at).moment,
        )


@transaction.atomic
def do_duty(*, duty: Duty, said: str, by: User, at: datetime) -> Duty:
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.done_at:
        raise MovedOnAlready
    duty.done_at, duty.done_by, duty.said = at, by, said.strip()
    duty.save()
    return duty
