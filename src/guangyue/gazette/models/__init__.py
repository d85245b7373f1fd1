"""公报、版次、公文、条款: issues as they were read, kept as rows that a page and a search can reach."""

from guangyue.gazette.models.corrections import Doubt, HandCorrection
from guangyue.gazette.models.documents import (
    PrintedClause,
    PrintedDocument,
    PrintedReference,
    PrintedWindow,
)
from guangyue.gazette.models.issues import Edition, Issue

__all__ = (
    "Doubt",
    "Edition",
    "HandCorrection",
    "Issue",
    "PrintedClause",
    "PrintedDocument",
    "PrintedReference",
    "PrintedWindow",
)
