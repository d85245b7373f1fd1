"""审管互动 judged: whoever may permit must also supervise, and hear of it the same day. Knows no database."""

from datetime import date

from guangyue.matters.declaration import PowerKind


def lacks_supervision(kind: PowerKind, *, items: int) -> bool:
    """监管缺口: a permit that nobody supervises, all the worse where it was handed down."""
    return kind is PowerKind.PERMIT and items == 0


def handed_over_in_time(decided_on: date, *, sent_on: date) -> bool:
    """On the day it was decided."""
    return sent_on <= decided_on
