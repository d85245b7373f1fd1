"""What a point means, as plain values that a database and a form can keep, and back again without loss."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from guangyue.gazette.reading.digest.points import (
    Amount,
    Beneficiary,
    Body,
    Bound,
    Deadline,
    Meaning,
    Purpose,
    Repeal,
    Role,
    Unit,
)

KINDS: Mapping[str, type[Meaning]] = {
    kind.__name__: kind for kind in (Beneficiary, Amount, Deadline, Body, Repeal)
}
READERS: Mapping[str, Any] = {
    "share": Fraction,
    "share_from": Fraction,
    "due": date.fromisoformat,
    "since": date.fromisoformat,
    "bound": Bound.__getitem__,
    "purpose": Purpose.__getitem__,
    "unit": Unit.__getitem__,
    "role": Role.__getitem__,
}


def to_plain(meaning: Meaning) -> dict[str, Any]:
    return {name: _plain(value) for name, value in asdict(meaning).items()}


def from_plain(kind: str, plain: Mapping[str, Any]) -> Meaning:
    said = {
        name: READERS[name](value) if name in READERS and value is not None else value
        for name, value in plain.items()
    }
    return KINDS[kind](**said)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Fraction) else value
