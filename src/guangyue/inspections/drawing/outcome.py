"""抽取的结果: a draw carried out from end to end, by either procedure."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.inspections.drawing import gydraw, nomcom
from guangyue.inspections.drawing.gydraw import Drawn
from guangyue.inspections.drawing.matching import Team, match
from guangyue.inspections.drawing.terms import Procedure, Terms


@dataclass(frozen=True, slots=True)
class Outcome:
    """抽取结果: all that follows from terms, salt and public value; nothing is left to choose."""

    commitment: str
    seed: bytes
    drawn: tuple[Drawn, ...]
    teams: Mapping[str, Team]


def carry_out(terms: Terms, *, salt: str, public_value: str) -> Outcome:
    """Inspectors are matched by GYDRAW-1 whichever procedure draws the subjects."""
    commitment = gydraw.commit(terms, salt)
    seed = gydraw.seed(commitment, public_value)
    if terms.procedure is Procedure.NOMCOM:
        drawn = nomcom.draw(terms, public_value)
    else:
        drawn = gydraw.draw(terms, seed)
    return Outcome(commitment, seed, drawn, match(terms, drawn, seed))
