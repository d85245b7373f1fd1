"""Indicators and targets, what was reached, and what was judged of it."""

from guangyue.indicators.models.figures import Figure
from guangyue.indicators.models.gaps import GapLine, GapList
from guangyue.indicators.models.splits import Split
from guangyue.indicators.models.targets import Indicator, Target, TargetLink, TargetMove
from guangyue.indicators.models.verdicts import Verdict

__all__ = [
    "Figure",
    "GapLine",
    "GapList",
    "Indicator",
    "Split",
    "Target",
    "TargetLink",
    "TargetMove",
    "Verdict",
]
