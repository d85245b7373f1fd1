"""What is granted by which document, what is in place for it, and what a zone no longer does."""

from guangyue.empowerments.models.documents import GrantingDocument
from guangyue.empowerments.models.empowerments import Empowerment, EmpowermentMove, State
from guangyue.empowerments.models.papers import (
    Agreement,
    KitItem,
    PlatformPermission,
    PublicAnnouncement,
    SecondSeal,
)
from guangyue.empowerments.models.stopping import StoppedPower

__all__ = [
    "Agreement",
    "Empowerment",
    "EmpowermentMove",
    "GrantingDocument",
    "KitItem",
    "PlatformPermission",
    "PublicAnnouncement",
    "SecondSeal",
    "State",
    "StoppedPower",
]
