"""What waits for a person. Each mechanism says it of its own things; the desk shows all, the urgent first."""

from dataclasses import dataclass
from datetime import datetime

from guangyue.kit.clocks import Light, Reading

URGENCY = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)


@dataclass(frozen=True)
class Todo:
    """待办: one thing a person is to do. `kind` is what sort of work it is, `clock` how long there is for it.

    A mechanism's functions that find them are named in settings.GUANGYUE_TODO; each is marked as a view is,
    `@needs(PERMISSION)`, and called `(user=…, scope=…, at=…)` for whoever holds it, within what it covers.
    """

    kind: str
    title: str
    link: str
    since: datetime
    detail: str = ""
    clock: Reading | None = None

    @property
    def urgency(self) -> tuple[int, datetime]:
        """Sorts the most urgent first; among those without a clock, what has waited longest."""
        if self.clock is None:
            return len(URGENCY), self.since
        return URGENCY.index(self.clock.light), self.clock.due.moment
