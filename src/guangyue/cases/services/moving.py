"""流转: a case makes only moves that its flow declares; two people at once make one."""

from datetime import datetime

from django.db import transaction
from django.db.models import ForeignKey

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Arrow, Check, Phase
from guangyue.cases.models import Case, Move
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import MovedOnAlready, NotYourMove, OwnCase
from guangyue.cases.services.checks import check
from guangyue.cases.services.clock import pause_clock, resume_clock, settle_step, stop_clock
from guangyue.cases.services.effects import take_effect
from guangyue.cases.services.followers import follow
from guangyue.cases.services.letters import issue_letter
from guangyue.cases.services.offices import desk_of
from guangyue.cases.services.opinions import withdraw_opinions
from guangyue.cases.services.powers import bound_by_review
from guangyue.cases.services.telling import tell_applicant
from guangyue.kit.plain import fingerprint

LONGEST_PAPER = 120
POINTED_TO = [field for field in Case._meta.concrete_fields if isinstance(field, ForeignKey)]


@transaction.atomic
def move_case(
    *, case: Case, arrow: str, by: User | None, actor: Actor, at: datetime, said: str = "", since: str = ""
) -> Move:
    """One declared move; `since` is the step at which whoever makes it saw the case, when a page says so."""
    return move_held(case=hold(case), arrow=arrow, by=by, actor=actor, at=at, said=said, since=since)


def move_held(
    *, case: Case, arrow: str, by: User | None, actor: Actor, at: datetime, said: str = "", since: str = ""
) -> Move:
    """The same of a case that is held already, with what was changed in it."""
    declared = case.flow.declared.arrow(arrow, since=case.step)
    if declared is None or (since and since != case.step) or not declared.is_for(case.answers):
        raise MovedOnAlready
    if declared.by is not actor:
        raise NotYourMove
    checks = case.flow.declared.checks_of(declared)
    declared = bound_by_review(case, declared)
    said = reason_in(said) if declared.says else said.strip()
    if by is not None and actor in (Actor.REVIEWER, Actor.DECIDER):
        refuse_own(case, by)
    for one in checks:
        check(one, case=case, by=by, at=at)
    return _go(case, declared, by=by, at=at, said=said)


def hold(case: Case) -> Case:
    """The case as it is now, held until this is over; one of a bundle with the others, in one order for all,
    since what is done with one may move them too. What it points to is not read again."""
    if case.bundle:
        hold_bundled(case.bundle)
    held = Case.objects.select_for_update().get(pk=case.pk)
    for field in POINTED_TO:
        if field.is_cached(case) and getattr(case, field.attname) == getattr(held, field.attname):
            field.set_cached_value(held, field.get_cached_value(case))
    return held


def hold_bundled(bundle: str) -> list[Case]:
    """The cases of a bundle, held until this is over."""
    return list(Case.objects.filter(bundle=bundle).order_by("pk").select_for_update())


def refuse_own(case: Case, by: User) -> None:
    """Nobody decides on what is their own."""
    theirs = {case.person.account_id if case.person else None, case.firm.account_id if case.firm else None}
    if by.pk in theirs:
        raise OwnCase


def _go(case: Case, arrow: Arrow, *, by: User | None, at: datetime, said: str) -> Move:
    flow = case.flow.declared
    before, after = flow.step(case.step), flow.step(arrow.to)
    for effect in arrow.effects:
        take_effect(effect, case=case, arrow=arrow, at=at)
    if before.stands and not after.stands:
        resume_clock(case=case, at=at)
    if after.stands:
        ground = arrow.ground or after.stands
        pause_clock(case=case, ground=ground, paper=said[:LONGEST_PAPER], by=by, at=at)
    desk = case.desk_id
    case.step, case.phase = after.key, after.phase.name
    case.desk = desk_of(case=case, step=after)
    if after is not before:
        settle_step(case=case, step=after, waited=arrow.by is not Actor.APPLICANT, at=at)
    if Check.NOT_ASKED_BEFORE in arrow.checks:
        case.asked_of = fingerprint(case.answers)
    if arrow.outcome:
        case.outcome, case.decided_at, case.decided_by = arrow.outcome.name, at, by
    if after.phase.closed and not before.phase.closed:
        stop_clock(case=case, at=at)
        withdraw_opinions(case=case, at=at)
        case.closed_at = at
    if arrow.by is Actor.CLERK and before.phase is Phase.RECEIVED:
        case.received_by = by
    if by is not None and before.actor in (Actor.REVIEWER, Actor.DECIDER):
        case.handler = by
    case.save()
    move = Move.objects.create(
        case=case,
        arrow=arrow.key,
        title=arrow.title,
        since=before.key,
        to=after.key,
        by=by,
        desk_id=desk,
        at=at,
        said=said,
    )
    if arrow.letter:
        issue_letter(case=case, kind=arrow.letter, by=by, at=at, said=said)
    if arrow.by is not Actor.APPLICANT:
        tell_applicant(case=case, move=move, at=at)
    follow(case=case, move=move, at=at)
    return move
