"""What a move does beside moving."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.flow import Arrow, Effect
from guangyue.cases.models import Case
from guangyue.cases.services.clock import extend_clock, pause_clock, resume_clock, start_clock, stop_clock
from guangyue.cases.services.duties import open_duties
from guangyue.cases.services.opinions import ask_opinions
from guangyue.cases.services.papers import note_owed
from guangyue.kit.clocks import local_day


@dataclass(frozen=True)
class Doing:
    """The move that takes effect."""

    case: Case
    arrow: Arrow
    by: User | None
    at: datetime
    said: str


def take_effect(
    effect: Effect, *, case: Case, arrow: Arrow, by: User | None, at: datetime, said: str
) -> None:
    EFFECTS[effect](Doing(case, arrow, by, at, said))


EFFECTS: Mapping[Effect, Callable[[Doing], None]] = {
    Effect.START_CLOCK: lambda doing: start_clock(case=doing.case, at=doing.at),
    Effect.PAUSE_CLOCK: lambda doing: pause_clock(
        case=doing.case, ground=doing.arrow.title, paper=doing.said[:120], by=doing.by, at=doing.at
    ),
    Effect.RESUME_CLOCK: lambda doing: resume_clock(case=doing.case, at=doing.at),
    Effect.EXTEND_CLOCK: lambda doing: extend_clock(case=doing.case, at=doing.at),
    Effect.STOP_CLOCK: lambda doing: stop_clock(case=doing.case, at=doing.at),
    Effect.ASK_OPINIONS: lambda doing: ask_opinions(case=doing.case, at=doing.at),
    Effect.OPEN_DUTIES: lambda doing: open_duties(case=doing.case, arrow=doing.arrow.key, at=doing.at),
    Effect.NOTE_FORWARDED: lambda doing: setattr(doing.case, "manner", Case.Manner.DELEGATED),
    Effect.NOTE_OWED: lambda doing: note_owed(case=doing.case, on=local_day(doing.at)),
}
