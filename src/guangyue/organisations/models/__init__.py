"""What the register of the city's organisations holds."""

from guangyue.organisations.models.bodies import (
    COMMITTED_ROLES,
    LEADING_ROLES,
    Body,
    BodyDuty,
    BodyMove,
    LocalBody,
    LocalRequirement,
    OldNameUse,
    Seat,
    SeatConfirmation,
)
from guangyue.organisations.models.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    DutyReport,
    Meeting,
    MeetingMove,
)
from guangyue.organisations.models.notices import Notice, NoticeLine, NoticeMove
from guangyue.organisations.models.organisations import Name, Organisation, Succession
from guangyue.organisations.models.people import (
    Confirmation,
    Delegation,
    Person,
    PersonMerge,
    Post,
    Tenure,
)
from guangyue.organisations.models.regions import Region

__all__ = [
    "COMMITTED_ROLES",
    "LEADING_ROLES",
    "AgendaItem",
    "Attendance",
    "Body",
    "BodyDuty",
    "BodyMove",
    "Confirmation",
    "Decision",
    "Delegation",
    "DutyReport",
    "LocalBody",
    "LocalRequirement",
    "Meeting",
    "MeetingMove",
    "Name",
    "Notice",
    "NoticeLine",
    "NoticeMove",
    "OldNameUse",
    "Organisation",
    "Person",
    "PersonMerge",
    "Post",
    "Region",
    "Seat",
    "SeatConfirmation",
    "Succession",
    "Tenure",
]
