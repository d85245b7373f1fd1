"""抽取的结果: a draw carried out from end to end, by either algorithm."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.inspections.drawing import gydraw, nomcom
from guangyue.inspections.drawing.gydraw import Drawn
from guangyue.inspections.drawing.matching import Team, match
from guangyue.inspections.drawing.terms import Algorithm, Terms


@dataclass(frozen=True, slots=True)
class Outcome:
    """抽取结果: all that follows from terms, salt and public value; nothing is left to choose."""

    commitment: str
    seed: bytes
    drawn: tuple[Drawn, ...]
    teams: Mapping[str, Team]


def carry_out(terms: Terms, *, salt: str, public_value: str) -> Outcome:
    """From the commitment to the teams."""
    commitment = gydraw.commit(terms, salt)
    seed = gydraw.seed(commitment, public_value)
    drawn = draw_subjects(terms, seed=seed, public_value=public_value)
    return Outcome(commitment, seed, drawn, match(terms, drawn, seed))


def draw_subjects(terms: Terms, *, seed: bytes, public_value: str) -> tuple[Drawn, ...]:
    """By the algorithm that was committed to. Inspectors are matched by the seed whichever it is."""
    if terms.algorithm is Algorithm.NOMCOM:
        return nomcom.draw(terms, public_value)
    return gydraw.draw(terms, seed)
