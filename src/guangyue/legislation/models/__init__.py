"""What is kept of plans, projects, drafts, consultations and comments."""

from guangyue.legislation.models.comments import Comment, Reply
from guangyue.legislation.models.consultations import ConsultedMatter, PublicConsultation
from guangyue.legislation.models.drafting import Article, CreatedPower, Impact, LegalDraft, StudyPiece
from guangyue.legislation.models.plans import LegislativePlan, LegislativeTerms, PlanChange, PlanEntry
from guangyue.legislation.models.projects import LawProject, ProjectMove
from guangyue.legislation.models.reviewing import (
    DepartmentView,
    ExpertView,
    GovernmentOrder,
    Hearing,
    LegalReview,
)

__all__ = [
    "Article",
    "Comment",
    "ConsultedMatter",
    "CreatedPower",
    "DepartmentView",
    "ExpertView",
    "GovernmentOrder",
    "Hearing",
    "Impact",
    "LawProject",
    "LegalDraft",
    "LegalReview",
    "LegislativePlan",
    "LegislativeTerms",
    "PlanChange",
    "PlanEntry",
    "ProjectMove",
    "PublicConsultation",
    "Reply",
    "StudyPiece",
]
