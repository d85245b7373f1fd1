"""抽取公告和抽取记录: what is published before a draw and after it, as JSON (docs/drawing.md).

A record says all that its notice said and more, so that the one can be held against the other.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.inspections.drawing import gydraw
from guangyue.inspections.drawing.matching import Team
from guangyue.inspections.drawing.outcome import Outcome
from guangyue.inspections.drawing.terms import Algorithm, Inspector, Slot, Terms

FORMAT = "guangyue-draw-1"


@dataclass(frozen=True, slots=True)
class PublicValue:
    """公开值: a number that will be known to all and is in nobody's hand; where it comes from, and when."""

    source: str
    due: datetime


def notice(
    *,
    batch: str,
    subjects: int,
    n: int,
    slots: Sequence[Slot],
    commitment: str,
    wider_hash: str,
    awaited: PublicValue,
    algorithm: Algorithm = Algorithm.GYDRAW,
) -> dict[str, Any]:
    """抽取公告: tells no subject and no inspector. The wider roster is for places that would stay empty."""
    return {
        "format": FORMAT,
        "algorithm": algorithm.value,
        "batch": batch,
        "subjects": subjects,
        "n": n,
        "slots": [[slot.department, slot.qualification] for slot in slots],
        "commitment": commitment,
        "wider_hash": wider_hash,
        "public_value_source": awaited.source,
        "public_value_due": awaited.due.isoformat(),
    }


def record(
    terms: Terms,
    *,
    salt: str,
    awaited: PublicValue,
    public_value: str,
    outcome: Outcome,
    wider: Sequence[Inspector] = (),
    filled: Mapping[str, Team] | None = None,
) -> dict[str, Any]:
    """抽取记录: everything that it takes to do the draw over, and what came of it."""
    return {
        **notice(
            batch=terms.batch,
            subjects=len(terms.targets),
            n=terms.n,
            slots=terms.slots,
            commitment=outcome.commitment,
            wider_hash=hash_wider(wider),
            awaited=awaited,
            algorithm=terms.algorithm,
        ),
        "salt": salt,
        "public_value": public_value,
        "ids_hash": gydraw.hash_lines(target.id for target in terms.targets),
        "weights_hash": gydraw.hash_lines(str(target.weight) for target in terms.targets),
        "list_hash": gydraw.list_hash(terms),
        "roster_hash": gydraw.roster_hash(terms),
        "recusals_hash": gydraw.recusals_hash(terms),
        "plan_hash": gydraw.plan_hash(terms),
        "seed": outcome.seed.hex(),
        "targets": [[target.id, target.weight] for target in terms.targets],
        "inspectors": list(map(_row, terms.inspectors)),
        "wider_inspectors": list(map(_row, _by_id(wider))),
        "recusals": [list(recusal) for recusal in sorted(terms.recusals, key="|".join)],
        "drawn": [[one.id, one.r, one.weight_left] for one in outcome.drawn],
        "teams": _teams(outcome.teams),
        "filled_teams": _teams(outcome.teams if filled is None else filled),
    }


def as_text(published: Mapping[str, Any]) -> str:
    """As it is published: the same draw is the same file to the byte, a row of a list on a line."""
    return (
        "{\n" + ",\n".join(f"{_json(name)}: {_value(value)}" for name, value in published.items()) + "\n}\n"
    )


def hash_wider(inspectors: Iterable[Inspector]) -> str:
    """全市范围名录的摘要."""
    return gydraw.hash_inspectors(_by_id(inspectors))


def _by_id(inspectors: Iterable[Inspector]) -> list[Inspector]:
    return sorted(inspectors, key=lambda one: one.id)


def _row(inspector: Inspector) -> list[Any]:
    return [inspector.id, inspector.department, sorted(inspector.qualifications), inspector.max_load]


def _teams(teams: Mapping[str, Team]) -> list[list[Any]]:
    return [[target, list(team)] for target, team in teams.items()]


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
