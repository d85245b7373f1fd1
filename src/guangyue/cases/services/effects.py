"""What a move does beside moving."""

from collections.abc import Callable, Mapping
from datetime import datetime

from guangyue.cases.flow import Arrow, Effect
from guangyue.cases.models import Case
from guangyue.cases.services.clock import extend_clock, start_clock, stop_clock
from guangyue.cases.services.duties import open_duties
from guangyue.cases.services.opinions import ask_opinions
from guangyue.cases.services.papers import note_owed
from guangyue.kit.clocks import local_day


def take_effect(effect: Effect, *, case: Case, arrow: Arrow, at: datetime) -> None:
    EFFECTS[effect](case, arrow, at)


def _note_forwarded(case: Case, arrow: Arrow, at: datetime) -> None:
    case.entrust()


EFFECTS: Mapping[Effect, Callable[[Case, Arrow, datetime], None]] = {
    Effect.START_CLOCK: lambda case, arrow, at: start_clock(case=case, at=at),
    Effect.EXTEND_CLOCK: lambda case, arrow, at: extend_clock(case=case, at=at),
    Effect.STOP_CLOCK: lambda case, arrow, at: stop_clock(case=case, at=at),
    Effect.ASK_OPINIONS: lambda case, arrow, at: ask_opinions(case=case, at=at),
    Effect.OPEN_DUTIES: lambda case, arrow, at: open_duties(case=case, arrow=arrow.key, at=at),
    Effect.NOTE_FORWARDED: _note_forwarded,
    Effect.NOTE_OWED: lambda case, arrow, at: note_owed(case=case, on=local_day(at)),
}
