"""会商: when the experts must meet."""

from enum import Enum


class Consultation(Enum):
    """会商的频次."""

    AT_ONCE = "实时会商"
    DENSER = "每日加密会商"
    DAILY = "每日会商"
    CALLED = "发起会商"
    NONE = "暂不需会商"


def consultation_due(
    *,
    heavy_unwarned: bool = False,
    responding: bool = False,
    heating: bool = False,
    adverse_ahead: bool = False,
) -> Consultation:
    """The most pressing first: what is there, then what runs, then the season, then what is foreseen."""
    if heavy_unwarned:
        return Consultation.AT_ONCE
    if responding:
        return Consultation.DENSER
    if heating:
        return Consultation.DAILY
    return Consultation.CALLED if adverse_ahead else Consultation.NONE
