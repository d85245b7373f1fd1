"""What is kept of ratings and complaints."""

from guangyue.ratings.models.complaint import (
    Complaint,
    ComplaintFile,
    Extension,
    Handling,
    TypicalCase,
    Violation,
)
from guangyue.ratings.models.places import Hall, WayClosure, Window
from guangyue.ratings.models.rating import Check, Invite, Rating, Tally

__all__ = [
    "Check",
    "Complaint",
    "ComplaintFile",
    "Extension",
    "Hall",
    "Handling",
    "Invite",
    "Rating",
    "Tally",
    "TypicalCase",
    "Violation",
    "WayClosure",
    "Window",
]
