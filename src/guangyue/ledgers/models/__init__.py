"""专项整治 and their problems: the four lists, acceptance, clearing, and who looks again."""

from guangyue.ledgers.models.campaigns import Campaign
from guangyue.ledgers.models.clearing import (
    GROUNDS,
    SIDES,
    Acceptance,
    AcceptanceMember,
    MeasureResult,
    Photo,
    Reopening,
    SignOff,
)
from guangyue.ledgers.models.lists import Deadline, Measure, Responsibility
from guangyue.ledgers.models.problems import Change, Problem
from guangyue.ledgers.models.watching import Sampled, Sampling, Tip

__all__ = [
    "GROUNDS",
    "SIDES",
    "Acceptance",
    "AcceptanceMember",
    "Campaign",
    "Change",
    "Deadline",
    "Measure",
    "MeasureResult",
    "Photo",
    "Problem",
    "Reopening",
    "Responsibility",
    "Sampled",
    "Sampling",
    "SignOff",
    "Tip",
]
