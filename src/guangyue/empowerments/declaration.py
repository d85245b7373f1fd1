"""演示赋权 as it is declared: what the demonstration grants over the matters it offers. Knows no database."""

from dataclasses import dataclass
from datetime import date

from guangyue.empowerments.modes import KitPart, Mode, Piece


@dataclass(frozen=True)
class Shortfall:
    """What one body lacks of one power, or what became of it."""

    body: str
    code: str
    pieces: tuple[Piece, ...] = ()
    kit: tuple[KitPart, ...] = ()
    suspended: str = ""
    withdrawn: str = ""


@dataclass(frozen=True)
class DemoGrant:
    """One matter of the catalogue, by its code, and how it is granted to each body."""

    code: str
    mode: Mode
    remark: str = ""
    described: str = ""


@dataclass(frozen=True)
class DemoPowers:
    """演示赋权 of one document; `stopped` are codes that go to another organisation."""

    document: str
    grants: tuple[DemoGrant, ...]
    stopped: tuple[str, ...]
    goes_to: str
    shortfalls: tuple[Shortfall, ...]
    signed_on: date
    undertaken_on: date
    changed_on: date
