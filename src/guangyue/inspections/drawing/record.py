"""抽取公告和抽取记录: what is published before a draw and after it, as JSON (docs/drawing.md).

A record says all that its notice said and more, so that the one can be held against the other.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.inspections.drawing import gydraw
from guangyue.inspections.drawing.outcome import Outcome
from guangyue.inspections.drawing.terms import Inspector, Terms

FORMAT = "guangyue-draw-1"


@dataclass(frozen=True, slots=True)
class PublicValue:
    """公开值: a number that will be known to all and is in nobody's hand; where it comes from, and when."""

    source: str
    due: datetime


def notice(terms: Terms, *, commitment: str, awaited: PublicValue) -> dict[str, Any]:
    """抽取公告: tells no subject and no inspector."""
    return {
        "format": FORMAT,
        "procedure": terms.procedure.value,
        "batch": terms.batch,
        "subjects": len(terms.targets),
        "n": terms.n,
        "slots": [[slot.department, slot.qualification] for slot in terms.slots],
        "commitment": commitment,
        "public_value_source": awaited.source,
        "public_value_due": awaited.due.isoformat(),
    }


def record(
    terms: Terms, *, salt: str, awaited: PublicValue, public_value: str, outcome: Outcome
) -> dict[str, Any]:
    """抽取记录: everything that it takes to do the draw over, and what came of it."""
    return {
        **notice(terms, commitment=outcome.commitment, awaited=awaited),
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
        "inspectors": [_row(inspector) for inspector in terms.inspectors],
        "recusals": [list(recusal) for recusal in sorted(terms.recusals, key="|".join)],
        "drawn": [[one.id, one.r, one.weight_left] for one in outcome.drawn],
        "teams": [[target, list(team)] for target, team in outcome.teams.items()],
    }


def as_text(published: dict[str, Any]) -> str:
    """As it is published: the same draw is the same file to the byte, a row of a list on a line."""
    return (
        "{\n" + ",\n".join(f"{_json(name)}: {_value(value)}" for name, value in published.items()) + "\n}\n"
    )


def _row(inspector: Inspector) -> list[Any]:
    qualifications = sorted(inspector.qualifications)
    return [inspector.id, inspector.department, qualifications, inspector.max_load]


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
