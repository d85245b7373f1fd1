"""What is kept of the policies: figures that stand, and drafts that do not."""

from guangyue.policies.models.drafts import Draft, Rehearsal
from guangyue.policies.models.figures import FigureEntry, FigureEntryQuerySet

__all__ = ["Draft", "FigureEntry", "FigureEntryQuerySet", "Rehearsal"]
