"""个案线索: taken down, looked into at once, and closed, filed as a case or turned into a special check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.kinds import Source
from guangyue.inspections.models import Clue, Inspector, Item, Subject, Visit
from guangyue.inspections.refusals import WrongStep
from guangyue.inspections.services.visits import open_visit, start_visit
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class ClueSaid:
    """What is reported, and by whom as far as he says."""

    source: Source
    text: str
    subject: Subject | None = None
    reporter: str = ""
    phone: str = ""


@transaction.atomic
def take_clue(*, said: ClueSaid, organisation: Organisation, by: User, at: datetime) -> Clue:
    return Clue.objects.create(
        **{**vars(said), "source": said.source.name},
        number=next_number("XS", "inspections_clue_number", at=at),
        organisation=organisation,
        taken_by=by,
        received_at=at,
    )


@transaction.atomic
def check_clue(
    *, clue: Clue, subject: Subject, items: Sequence[Item], team: Sequence[Inspector], by: User, at: datetime
) -> Visit:
    """立即检查: outside of the draw, and begun by being opened (R16)."""
    clue = _held(clue)
    visit = open_visit(
        subject=subject, organisation=clue.organisation, items=items, team=team, at=at, clue=clue
    )
    clue.subject = subject
    clue.started_at = clue.started_at or at
    clue.save()
    if any(one.account_id == by.pk for one in team):
        return start_visit(visit=visit, by=by, at=at)
    return visit


@transaction.atomic
def close_clue(
    *, clue: Clue, outcome: Clue.Outcome, said: str, by: User, at: datetime, case_number: str = ""
) -> Clue:
    """结束 or 立案; a special check comes about by a revision of the plan (`revise_plan`)."""
    clue = _held(clue)
    if outcome == Clue.Outcome.SPECIAL:
        raise Refused("转专项检查的，请在年度计划里调整，写明理由（R17）。", field="outcome")
    if outcome == Clue.Outcome.CASE_FILED and not case_number:
        raise Refused("立案的要填案件编号。", field="case_number")
    if clue.started_at is None:
        raise Refused("线索要先检查，再办结（R16）。", field="outcome")
    clue.outcome, clue.said, clue.case_number, clue.closed_at = outcome, said, case_number, at
    clue.save()
    return clue


def _held(clue: Clue) -> Clue:
    held = Clue.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=clue.pk)
    if held.outcome:
        raise WrongStep
    return held
