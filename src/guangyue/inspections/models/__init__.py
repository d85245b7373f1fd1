"""What is kept of random inspections."""

from guangyue.inspections.models.batches import (
    Batch,
    BatchMove,
    Drawn,
    LookAtNames,
    RecusalEntry,
    RosterEntry,
    Seat,
    Target,
)
from guangyue.inspections.models.clues import Clue
from guangyue.inspections.models.items import Item, Procedure, SpecialField
from guangyue.inspections.models.offers import JointAnswer, JointOffer
from guangyue.inspections.models.plans import Plan, PlanLine, PlanRevision
from guangyue.inspections.models.pools import Inspector, Recusal, Subject
from guangyue.inspections.models.results import DutyRecord, PublishedResult
from guangyue.inspections.models.visits import (
    CommissionedReport,
    Evidence,
    Finding,
    FollowUp,
    Member,
    Transfer,
    Visit,
)

__all__ = [
    "Batch",
    "BatchMove",
    "Clue",
    "CommissionedReport",
    "Drawn",
    "DutyRecord",
    "Evidence",
    "Finding",
    "FollowUp",
    "Inspector",
    "Item",
    "JointAnswer",
    "JointOffer",
    "LookAtNames",
    "Member",
    "Plan",
    "PlanLine",
    "PlanRevision",
    "Procedure",
    "PublishedResult",
    "Recusal",
    "RecusalEntry",
    "RosterEntry",
    "Seat",
    "SpecialField",
    "Subject",
    "Target",
    "Transfer",
    "Visit",
]
