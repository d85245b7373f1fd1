"""What the library keeps beside the printed documents."""

from guangyue.library.models.cleanups import CleanupItem, CleanupRound
from guangyue.library.models.digests import DigestPoint, with_points_counted
from guangyue.library.models.interpretations import Consent, Interpretation, InterpretationMove
from guangyue.library.models.monitoring import Capture, LastLook, Look, Source
from guangyue.library.models.search import Holding, Lexeme, Passage
from guangyue.library.models.subscriptions import Subscription, Telling
from guangyue.library.models.terms import Term, in_force

__all__ = (
    "Capture",
    "CleanupItem",
    "CleanupRound",
    "Consent",
    "DigestPoint",
    "Holding",
    "Interpretation",
    "InterpretationMove",
    "LastLook",
    "Lexeme",
    "Look",
    "Passage",
    "Source",
    "Subscription",
    "Telling",
    "Term",
    "in_force",
    "with_points_counted",
)
