"""What is applied for, what was decided, and what was paid."""

from guangyue.grants.models.applications import OPEN, Application, Move
from guangyue.grants.models.decisions import Decision
from guangyue.grants.models.payments import Batch, BatchMove, Payment, ServicePlan, YearFund
from guangyue.grants.models.rosters import Roster, RosterLine

__all__ = [
    "OPEN",
    "Application",
    "Batch",
    "BatchMove",
    "Decision",
    "Move",
    "Payment",
    "Roster",
    "RosterLine",
    "ServicePlan",
    "YearFund",
]
