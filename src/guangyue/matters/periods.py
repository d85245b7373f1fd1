"""施行期 of versions: one ends the day before the next begins. Knows no database."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included; without a last day, until something follows."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def followed_by(self, since: date) -> "Period":
        """The same, ended by what begins then."""
        return Period(self.since, since - timedelta(days=1))
