"""What is supervised, what was done, what was handed over, and who may enter it."""

from guangyue.supervision.models.acts import ActRevision, RejectedAct, SupervisionAct
from guangyue.supervision.models.catalogue import Checklist, ItemMove, SleepingNote, SupervisionItem
from guangyue.supervision.models.handovers import PermitHandover
from guangyue.supervision.models.keeping import ExportLine, ProvincialExport, SourceSystem, Training

__all__ = [
    "ActRevision",
    "Checklist",
    "ExportLine",
    "ItemMove",
    "PermitHandover",
    "ProvincialExport",
    "RejectedAct",
    "SleepingNote",
    "SourceSystem",
    "SupervisionAct",
    "SupervisionItem",
    "Training",
]
