"""What documents hand out, who holds it, what is planned, reported, checked, urged and changed."""

from guangyue.tasks.models.assignments import (
    Assignment,
    AssignmentMove,
    AssignmentUnit,
    SameFact,
)
from guangyue.tasks.models.documents import LeaderSuccession, Task, TaskDocument
from guangyue.tasks.models.proposals import Reading, TaskProposal
from guangyue.tasks.models.reports import Check, Evidence, OwedReport, Plan, PlanStep, Report
from guangyue.tasks.models.urging import CalendarFeed, DeadlineChange, Prod, TaskTally

__all__ = [
    "Assignment",
    "AssignmentMove",
    "AssignmentUnit",
    "CalendarFeed",
    "Check",
    "DeadlineChange",
    "Evidence",
    "LeaderSuccession",
    "OwedReport",
    "Plan",
    "PlanStep",
    "Prod",
    "Reading",
    "Report",
    "SameFact",
    "Task",
    "TaskDocument",
    "TaskProposal",
    "TaskTally",
]
