"""Who serves which area, what was done there, what was advised, and what is kept of a year."""

from guangyue.planners.models.advice import Advice, AdviceMove
from guangyue.planners.models.keeping import Deduction, Evaluation, Report, Support
from guangyue.planners.models.people import Area, Contract, ContractMove, Group, Planner, Seat
from guangyue.planners.models.visits import Visit, VisitPhoto

__all__ = [
    "Advice",
    "AdviceMove",
    "Area",
    "Contract",
    "ContractMove",
    "Deduction",
    "Evaluation",
    "Group",
    "Planner",
    "Report",
    "Seat",
    "Support",
    "Visit",
    "VisitPhoto",
]
