"""抽取、匹配、派发: once, by the seed alone; a shortage is filled from the wider roster, never by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections import terms
from guangyue.inspections.drawing import gydraw, nomcom
from guangyue.inspections.drawing.matching import fill, match
from guangyue.inspections.drawing.outcome import draw_subjects
from guangyue.inspections.models import Batch, Drawn, Member, RosterEntry, Seat, Visit
from guangyue.inspections.refusals import DrawnAlready, ShortOfInspectors, TooSoon
from guangyue.inspections.services.batches import LEAST_OFFICERS, hold, move
from guangyue.inspections.services.joining import offer_joint_visits
from guangyue.inspections.services.telling import tell_inspector
from guangyue.inspections.states import State
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused

AT_A_TIME = 5000
KEY_HINT = "号码从小到大，不写前面的零，每个号码后面一个点，全部以后一条斜杠，如 4.9.13.18.22.27.31./"


@transaction.atomic
def seed_batch(*, batch: Batch, public_value: str, by: User, at: datetime) -> Batch:
    """取公开值: not before its announced time, and once."""
    if batch.in_state.place > State.COMMITTED.place:
        raise DrawnAlready
    batch = hold(batch, State.COMMITTED)
    if not batch.may_seed(at):
        raise TooSoon
    if not public_value or not public_value.isprintable():
        raise Refused("公开值要照公布的样子填写，只有一行。", field="public_value")
    if batch.is_even and not nomcom.is_key(public_value):
        raise Refused(f"RFC 3797 的公开值：{KEY_HINT}。", field="public_value")
    batch.public_value = public_value
    batch.seed = gydraw.seed(batch.commitment, public_value).hex()
    return move(batch, State.SEEDED, by=by, at=at)


@transaction.atomic
def draw_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """抽取检查对象."""
    batch = hold(batch, State.SEEDED)
    lists = terms.terms_of(batch)
    if gydraw.commit(lists, batch.salt) != batch.commitment:
        raise Refused("名单与公布的承诺不一致，不能抽取。")
    drawn = draw_subjects(lists, seed=bytes.fromhex(batch.seed), public_value=batch.public_value)
    targets = dict(batch.targets.filter(code__in=[one.id for one in drawn]).values_list("code", "pk"))
    Drawn.objects.bulk_create(
        (
            Drawn(
                batch=batch, target_id=targets[one.id], position=place, r=one.r, weight_left=one.weight_left
            )
            for place, one in enumerate(drawn, start=1)
        ),
        batch_size=AT_A_TIME,
    )
    return move(batch, State.DRAWN, by=by, at=at)


@transaction.atomic
def match_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """匹配执法人员; a seat that nobody could take stays empty, and says so."""
    batch = hold(batch, State.DRAWN)
    teams = match(terms.terms_of(batch), terms.drawn_of(batch), bytes.fromhex(batch.seed))
    _seat(batch, {target: dict(enumerate(team)) for target, team in teams.items()}, wider=False)
    return move(batch, State.MATCHED, by=by, at=at)


@transaction.atomic
def draw_by_value(*, batch: Batch, public_value: str, by: User, at: datetime) -> Batch:
    """Seeded, drawn and matched in one go: there is nothing to choose in between."""
    batch = seed_batch(batch=batch, public_value=public_value, by=by, at=at)
    return match_batch(batch=draw_batch(batch=batch, by=by, at=at), by=by, at=at)


@transaction.atomic
def widen_batch(*, batch: Batch, by: User, at: datetime) -> int:
    """全市补抽: the empty seats of each subject, matched from the rest of the city by the same seed."""
    batch = hold(batch, State.MATCHED)
    if Seat.objects.filter(drawn__batch=batch, wider=True).exists():
        raise DrawnAlready
    lists = replace(terms.terms_of(batch), inspectors=terms.wider_inspectors(batch))
    teams = terms.teams_of(batch)
    filled = fill(lists, teams, bytes.fromhex(batch.seed))
    asked = {
        target: {slot: filled[target][slot] for slot, who in enumerate(team) if who is None}
        for target, team in teams.items()
    }
    _seat(batch, asked, wider=True)
    return sum(who is not None for places in asked.values() for who in places.values())


@transaction.atomic
def assign_batch(*, batch: Batch, by: User, at: datetime) -> Batch:
    """派发: one visit for each unit, whatever many items and departments; its team is told, nobody else. Whom
    another department has drawn this month too is offered as one joint visit."""
    batch = hold(batch, State.MATCHED)
    items = list(batch.line.items.all())
    drawn = batch.drawn.select_related("target").prefetch_related("seats__entry__inspector__account")
    for one in drawn:
        visit = Visit.objects.create(
            number=next_number("JC", "inspections_visit_number", at=at),
            drawn=one,
            batch=batch,
            subject_id=one.target.subject_id,
            organisation=batch.organisation,
            assigned_at=at,
        )
        visit.items.set(items)
        _form_team(visit, _team_of(one), at=at)
    offer_joint_visits(subjects=list(batch.visits.values_list("subject", flat=True)), at=at)
    return move(batch, State.ASSIGNED, by=by, at=at)


def _seat(batch: Batch, teams: Mapping[str, Mapping[int, str | None]], *, wider: bool) -> None:
    drawn = dict(batch.drawn.values_list("target__code", "pk"))
    entries = dict(batch.roster.values_list("code", "pk"))
    Seat.objects.bulk_create(
        (
            Seat(drawn_id=drawn[code], slot=slot, entry_id=entries.get(who or ""), wider=wider)
            for code, team in teams.items()
            for slot, who in team.items()
        ),
        batch_size=AT_A_TIME,
    )


def _team_of(drawn: Drawn) -> Sequence[RosterEntry]:
    """A seat that is empty has been asked of the whole city before, and two are there all the same."""
    seats = list(drawn.seats.all())
    filled = {seat.slot: seat.entry for seat in seats if seat.entry is not None}
    asked = {seat.slot for seat in seats if seat.wider}
    if {seat.slot for seat in seats} - set(filled) - asked or len(filled) < LEAST_OFFICERS:
        raise ShortOfInspectors
    return list(filled.values())


def _form_team(visit: Visit, team: Sequence[RosterEntry], *, at: datetime) -> None:
    Member.objects.bulk_create(Member(visit=visit, inspector=entry.inspector) for entry in team)
    for entry in team:
        tell_inspector(
            entry.inspector,
            title=f"新的检查任务 {visit.number}",
            body="检查对象只有检查组知道，请在“我的检查”里查看，不得事先告知。",
            key=f"inspections.visit-{visit.pk}-{entry.inspector_id}",
            at=at,
        )
