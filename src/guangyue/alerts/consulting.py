"""会商: when the experts must meet."""

from enum import Enum


class Pace(Enum):
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
) -> Pace:
    """The most pressing first: what is there, then what runs, then the season, then what is foreseen."""
    if heavy_unwarned:
        return Pace.AT_ONCE
    if responding:
        return Pace.DENSER
    if heating:
        return Pace.DAILY
    return Pace.CALLED if adverse_ahead else Pace.NONE
