"""What a new holiday notice moves: bad ratings to be checked, and complaints to be answered."""

from collections.abc import Iterator
from datetime import date, datetime, time

from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.services.limits import AT_A_TIME, Recounted
from guangyue.kit.workdays import Calendar
from guangyue.ratings.models import Check, Complaint


def recount_ratings(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    reached = datetime.combine(since, time.min, SHANGHAI)
    for check in Check.objects.open().filter(due__gte=reached).iterator(chunk_size=AT_A_TIME):
        due = check.clock.due(calendar, at=check.due)
        yield Recounted(check, str(check), check.clock.limit, check.due, due)
    for complaint in Complaint.objects.open().filter(due__gte=reached).iterator(chunk_size=AT_A_TIME):
        due = complaint.clock.due(calendar, at=complaint.due)
        yield Recounted(complaint, f"吐槽 {complaint.number}", complaint.clock.limit, complaint.due, due)
