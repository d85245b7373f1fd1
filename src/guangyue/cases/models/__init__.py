"""What a case consists of: itself, the road it travelled, its papers, its clocks and what was written."""

from guangyue.cases.models.case import Case, Move, Pause
from guangyue.cases.models.delivering import Delivered
from guangyue.cases.models.flows import FlowVersion
from guangyue.cases.models.helping import Mandate
from guangyue.cases.models.lateness import LateFinding
from guangyue.cases.models.letters import IssuedLetter
from guangyue.cases.models.looking import VainLook
from guangyue.cases.models.papers import Paper, PaperFile
from guangyue.cases.models.refusing import Veto
from guangyue.cases.models.restricting import Restriction
from guangyue.cases.models.reviewing import Charge, Duty, Opinion, PointResult
from guangyue.cases.models.subscribing import Posting, Subscriber
from guangyue.cases.models.tallies import Tally

__all__ = [
    "Case",
    "Charge",
    "Delivered",
    "Duty",
    "FlowVersion",
    "IssuedLetter",
    "LateFinding",
    "Mandate",
    "Move",
    "Opinion",
    "Paper",
    "PaperFile",
    "Pause",
    "PointResult",
    "Posting",
    "Restriction",
    "Subscriber",
    "Tally",
    "VainLook",
    "Veto",
]
