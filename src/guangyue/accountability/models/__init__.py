"""What is proposed, said and decided, and what follows from it."""

from guangyue.accountability.models.cases import CaseFact, CaseMove, Statement, StepCase, TakenStep
from guangyue.accountability.models.circulars import Circular
from guangyue.accountability.models.interviews import Commitment, Interview
from guangyue.accountability.models.rankings import RankedUnit, Ranking
from guangyue.accountability.models.restrictions import Restriction, Transfer

__all__ = [
    "CaseFact",
    "CaseMove",
    "Circular",
    "Commitment",
    "Interview",
    "RankedUnit",
    "Ranking",
    "Restriction",
    "Statement",
    "StepCase",
    "TakenStep",
    "Transfer",
]
