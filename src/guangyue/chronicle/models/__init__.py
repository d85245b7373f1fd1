"""大事记: months, their events, who took part, the numbered meetings, and the documents that followed."""

from guangyue.chronicle.models.events import Attendance, Event, EventVersion
from guangyue.chronicle.models.links import Link, SeriesMeeting
from guangyue.chronicle.models.months import Month, MonthMove, Proposal

__all__ = (
    "Attendance",
    "Event",
    "EventVersion",
    "Link",
    "Month",
    "MonthMove",
    "Proposal",
    "SeriesMeeting",
)
