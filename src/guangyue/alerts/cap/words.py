"""The words that CAP 1.2 allows where it allows no others."""

from enum import Enum


class Status(Enum):
    """Whether it is meant, or only practised."""

    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"
    DRAFT = "Draft"


class MessageType(Enum):
    """发布、调整、解除."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"


class Category(Enum):
    """Of what it is about; pollution is of the environment."""

    ENVIRONMENT = "Env"
    HEALTH = "Health"


class ResponseType(Enum):
    """What people should do."""

    PREPARE = "Prepare"
    EXECUTE = "Execute"
    AVOID = "Avoid"
    MONITOR = "Monitor"
    ALL_CLEAR = "AllClear"


class Urgency(Enum):
    """How soon."""

    IMMEDIATE = "Immediate"
    EXPECTED = "Expected"
    FUTURE = "Future"
    PAST = "Past"
    UNKNOWN = "Unknown"


class Severity(Enum):
    """How bad."""

    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class Certainty(Enum):
    """How sure."""

    OBSERVED = "Observed"
    LIKELY = "Likely"
    POSSIBLE = "Possible"
    UNLIKELY = "Unlikely"
    UNKNOWN = "Unknown"
