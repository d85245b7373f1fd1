"""What is applied for, and what was decided."""

from guangyue.grants.models.applications import OPEN, Application, Move
from guangyue.grants.models.decisions import Decision
from guangyue.grants.models.rosters import Roster, RosterLine

__all__ = ["OPEN", "Application", "Decision", "Move", "Roster", "RosterLine"]
