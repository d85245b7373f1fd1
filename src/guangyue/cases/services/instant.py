"""秒批秒办: what is on the published list and proved by data alone is decided on the spot; anything else goes
the ordinary road, with the reason."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction

from guangyue.cases.flow import Actor
from guangyue.cases.intaking import AtOnce, decide_at_once
from guangyue.cases.judging import rule_of, unmet
from guangyue.cases.models import Case, Paper
from guangyue.cases.services.moving import move_case, move_held
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Flag

DECIDE, TURN = "decide_at_once", "turn_ordinary"  # the arrows of the system, in every flow that has them


def try_instant(*, case: Case, at: datetime) -> bool:
    """Whether the case, which is held, was decided; one that is not on the list, or has no such road, is let
    be."""
    listed = Flag.INSTANT in case.declared.flags
    return listed and case.flow.declared.arrow(DECIDE, since=case.step) is not None and _try(case, at)


@transaction.atomic
def _try(case: Case, at: datetime) -> bool:
    found = judge_at_once(case, on=local_day(at))
    because = found.because
    if found.decides:
        try:
            move_case(case=case, arrow=DECIDE, by=None, actor=Actor.SYSTEM, at=at)
        except Refused as refused:
            because = refused.sentence
        else:
            Case.objects.filter(pk=case.pk).update(manner=Case.Manner.INSTANT)
            case.refresh_from_db()
            return True
    move_held(case=case, arrow=TURN, by=None, actor=Actor.SYSTEM, at=at, said=f"没有秒批：{because}")
    return False


def judge_at_once(case: Case, *, on: date) -> AtOnce:
    """By the rule of the matter, on what the registers say; where it has none, by papers the city holds."""
    listed = Flag.INSTANT in case.declared.flags
    fails = unmet(case, on=on) if case.declared.rule else []
    return decide_at_once(listed=listed, fails=fails, unproved=list(_unproved(case, on)))


def _unproved(case: Case, on: date) -> Iterator[str]:
    """What only the applicant says: answers that the rule judges; without a rule, papers to be read."""
    rule = rule_of(case, on=on)
    if rule is None:
        handed_in = case.papers.filter(state=Paper.State.HANDED_IN)
        yield from handed_in.values_list("title", flat=True)
        return
    judged = {name for subject in rule.subjects for name in subject.fields}
    for field in case.declared.fields_of(case.situation):
        if field.key in judged and field.key in case.answers and field.key not in case.sources:
            yield field.title
