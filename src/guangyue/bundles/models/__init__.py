"""What one-thing services consist of: themes, what people propose, and the cases that wrap others."""

from guangyue.bundles.models.cases import (
    BundleCase,
    BundleFile,
    BundlePaper,
    BundlePart,
    CombinedDecision,
)
from guangyue.bundles.models.proposals import Wish
from guangyue.bundles.models.themes import (
    Assent,
    Connection,
    Theme,
    ThemeCheck,
    ThemeMove,
    ThemeVersion,
)

__all__ = [
    "Assent",
    "BundleCase",
    "BundleFile",
    "BundlePaper",
    "BundlePart",
    "CombinedDecision",
    "Connection",
    "Theme",
    "ThemeCheck",
    "ThemeMove",
    "ThemeVersion",
    "Wish",
]
