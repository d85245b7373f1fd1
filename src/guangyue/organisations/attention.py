"""需要关注: what about the bodies waits for somebody, as of a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from guangyue.organisations.cadence import Period, missed, still_to_meet
from guangyue.organisations.models import Body, Decision, Meeting, OldNameUse
from guangyue.organisations.seating import Seating, stale_seatings, vacant_seatings

REMINDER_DAYS = 31


@dataclass(frozen=True)
class Attention:
    """What waits, kind by kind."""

    stale: list[Seating]
    vacant: list[Seating]
    missed: list[tuple[Body, Period]]
    to_meet: list[tuple[Body, Period]]
    overdue: list[Decision]
    reports: list[tuple[Body, date]]
    old_names: list[OldNameUse]


def attention(on: date, bodies: QuerySet[Body] | None = None) -> Attention:
    """Of these bodies, or of all."""
    chosen = Body.objects.on(on) if bodies is None else bodies
    of = list(chosen.select_related("organisation").prefetch_related("reports"))
    met = defaultdict(list)
    for meeting in Meeting.objects.held().filter(body__in=of):
        met[meeting.body_id].append(meeting.day)
    obliged = [body for body in of if body.must_meet.value]
    return Attention(
        stale=stale_seatings(of, on),
        vacant=vacant_seatings(of, on),
        missed=[
            (body, period)
            for body in obliged
            for period in missed(body.must_meet, met=met[body.pk], since=body.known_from, on=on)[-1:]
        ],
        to_meet=[
            (body, period)
            for body in obliged
            if (period := still_to_meet(body.must_meet, met=met[body.pk], since=body.known_from, on=on))
            and (period.last - on).days < REMINDER_DAYS
        ],
        overdue=list(
            Decision.objects.overdue(on)
            .filter(meeting__body__in=of)
            .select_related("owner", "meeting__body__organisation")
        ),
        reports=[(body, due) for body in of for due in reports_due(body, on)],
        old_names=list(OldNameUse.objects.filter(body__in=of).select_related("body__organisation")),
    )


def reports_due(body: Body, on: date) -> list[date]:
    """The yearly report of this year, in its last month or late, and that of last year if it never came."""
    sent = {report.year for report in body.reports.all()}
    days = [body.report_due(year) for year in (on.year - 1, on.year)]
    return [
        due
        for due in days
        if due and due.year not in sent and due >= body.known_from and (due - on).days < REMINDER_DAYS
    ]
