"""并联: departments are asked at once, or after those they must wait for; silence is never consent."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Opinion
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import MovedOnAlready
from guangyue.cases.services.offices import office_of
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice


def ask_opinions(*, case: Case, at: datetime) -> None:
    """All that the flow declares are laid out; those that wait for nobody are asked now."""
    if not case.flow.declared.opinions:
        return
    for one in case.flow.declared.opinions:
        Opinion.objects.get_or_create(
            case=case,
            key=one.key,
            defaults={
                "title": one.title,
                "organisation": office_of(case=case, office=one.organisation),
                "part": one.part.name,
                "after": list(one.after),
                "limit_amount": one.limit.amount,
                "limit_unit": one.limit.unit.name,
            },
        )
    _ask_those_whose_turn_it_is(case=case, at=at)


@transaction.atomic
def give_opinion(*, opinion: Opinion, outcome: str, said: str, by: User, at: datetime) -> Opinion:
    opinion = Opinion.objects.select_for_update().select_related("case").get(pk=opinion.pk)
    if opinion.given_at or opinion.asked_at is None or opinion.withdrawn_at:
        raise MovedOnAlready
    opinion.outcome = outcome
    opinion.said = said.strip() if outcome == Opinion.Said.AGREES else reason_in(said)
    opinion.given_at, opinion.given_by = at, by
    opinion.save()
    _ask_those_whose_turn_it_is(case=opinion.case, at=at)
    return opinion


def withdraw_opinions(*, case: Case, at: datetime) -> None:
    """不再需要: what nobody has said when the case closes."""
    if case.flow.declared.opinions:
        case.opinions.filter(given_at=None, withdrawn_at=None).update(withdrawn_at=at)


def _ask_those_whose_turn_it_is(*, case: Case, at: datetime) -> None:
    opinions = list(case.opinions.filter(withdrawn_at=None))
    given = {opinion.key for opinion in opinions if opinion.given_at}
    calendar = HolidayNotice.objects.calendar()
    for opinion in opinions:
        if opinion.asked_at is None and given.issuperset(opinion.after):
            opinion.asked_at = at
            opinion.due = Clock(opinion.limit, at).due(calendar, at=at).moment
            opinion.save(update_fields=["asked_at", "due"])
