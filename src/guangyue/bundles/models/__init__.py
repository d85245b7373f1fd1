"""What one-thing services consist of: themes, what people propose, and the cases that wrap others."""

from guangyue.bundles.models.cases import (
    BundleCase,
    BundleFile,
    BundlePaper,
    BundlePart,
    CombinedDecision,
)
from guangyue.bundles.models.proposals import Proposal
from guangyue.bundles.models.themes import (
    Agreement,
    Connection,
    Theme,
    ThemeCheck,
    ThemeMove,
    ThemeVersion,
)

__all__ = [
    "Agreement",
    "BundleCase",
    "BundleFile",
    "BundlePaper",
    "BundlePart",
    "CombinedDecision",
    "Connection",
    "Proposal",
    "Theme",
    "ThemeCheck",
    "ThemeMove",
    "ThemeVersion",
]
