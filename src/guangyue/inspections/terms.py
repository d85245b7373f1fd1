"""批次作为抽取条件: what a batch commits to and draws from, read from its snapshot; and what it publishes."""

from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

from guangyue.inspections.drawing import record
from guangyue.inspections.drawing.gydraw import Drawn
from guangyue.inspections.drawing.matching import Team
from guangyue.inspections.drawing.outcome import Outcome
from guangyue.inspections.drawing.terms import Inspector, Slot, Target, Terms
from guangyue.inspections.models import Batch, RosterEntry, Seat


def terms_of(batch: Batch) -> Terms:
    """Recusals bind whoever is asked, of the usual roster and of the wider one."""
    drawn_from = batch.targets.drawn_from().values_list("code", "weight")
    return Terms(
        batch=batch.number,
        n=batch.n,
        targets=tuple(Target(code, weight) for code, weight in drawn_from.iterator(chunk_size=5000)),
        inspectors=tuple(map(inspector_of, batch.roster.usual())),
        recusals=frozenset(batch.recusals.values_list("inspector", "target")),
        slots=slots_of(batch),
        algorithm=batch.by_algorithm,
    )


def slots_of(batch: Batch) -> tuple[Slot, ...]:
    return tuple(Slot(*slot) for slot in batch.slots)


def inspector_of(entry: RosterEntry) -> Inspector:
    return Inspector(entry.code, entry.department, frozenset(entry.qualifications), entry.max_load)


def wider_inspectors(batch: Batch) -> tuple[Inspector, ...]:
    """全市范围名录: fixed with the commitment, so that a shortage is not filled by whoever one likes."""
    return tuple(map(inspector_of, batch.roster.wide()))


def drawn_of(batch: Batch) -> tuple[Drawn, ...]:
    rows = batch.drawn.order_by("position").values_list("target__code", "r", "weight_left")
    return tuple(Drawn(code, r, left) for code, r, left in rows)


def teams_of(batch: Batch) -> dict[str, Team]:
    """By subject in the order of the draw, before the wider roster was asked."""
    return _teams(Seat.objects.filter(drawn__batch=batch, wider=False))


def filled_teams_of(batch: Batch) -> dict[str, Team]:
    """The same with whom the wider roster gave: a seat asked of it comes after the same seat left empty."""
    return _teams(Seat.objects.filter(drawn__batch=batch))


def _teams(seats: QuerySet[Seat]) -> dict[str, Team]:
    teams: dict[str, dict[int, str | None]] = {}
    rows = seats.order_by("drawn__position", "slot", "wider")
    for code, slot, entry in rows.values_list("drawn__target__code", "slot", "entry__code"):
        teams.setdefault(code, {})[slot] = entry
    return {code: tuple(team.values()) for code, team in teams.items()}


def awaited_by(batch: Batch) -> record.PublicValue:
    assert batch.source_at is not None
    return record.PublicValue(batch.source, localtime(batch.source_at))


def notice_of(batch: Batch) -> dict[str, Any]:
    """抽取公告 of a committed batch: its numbers, no subject and no inspector."""
    return record.notice(
        batch=batch.number,
        subjects=batch.population,
        n=batch.n,
        slots=slots_of(batch),
        commitment=batch.commitment,
        wider_hash=batch.wider_hash,
        awaited=awaited_by(batch),
        algorithm=batch.by_algorithm,
    )


def record_of(batch: Batch) -> dict[str, Any]:
    """抽取记录 of a revealed batch: as it was drawn then, for anyone to do over."""
    return record.record(
        terms_of(batch),
        salt=batch.salt,
        awaited=awaited_by(batch),
        public_value=batch.public_value,
        outcome=Outcome(batch.commitment, bytes.fromhex(batch.seed), drawn_of(batch), teams_of(batch)),
        wider=wider_inspectors(batch),
        filled=filled_teams_of(batch),
    )
