"""应报的报告: those of the pilot so far, each with what was sent of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.kit.access import EVERYWHERE, Scope
from guangyue.organisations.models import Organisation
from guangyue.planners.calendar import Owed, Standing, owed_reports
from guangyue.planners.declared import pilot
from guangyue.planners.models import Area, Group, Report
from guangyue.planners.pilot import Author


@dataclass(frozen=True)
class Owing:
    """One report that is owed, by a district if it is one of its own."""

    owed: Owed
    office: Organisation | None
    sent: Report | None
    standing: Standing

    @property
    def title(self) -> str:
        return f"{self.office.name if self.office else ''}{self.owed.title}"


def owing(on: date, scope: Scope = EVERYWHERE) -> Iterator[Owing]:
    """The newest first; none before the first group. Who covers a part of the city sees what it owes."""
    if not Group.objects.exists():
        return
    terms = pilot()
    sent = {(one.kind, one.since, one.office_id): one for one in Report.objects.all()}
    areas = Area.objects.within(scope)
    offices = list(Organisation.objects.filter(pk__in=areas.values("office")).order_by("pk"))
    for owed in sorted(owed_reports(terms, until=on), key=lambda one: (one.due, one.term.key), reverse=True):
        of_districts = owed.term.author is Author.DISTRICT
        if not of_districts and not scope.everywhere:
            continue
        for office in offices if of_districts else (None,):
            report = sent.get((owed.term.key, owed.since, office.pk if office else None))
            standing = owed.standing(
                sent=report.sent_on if report else None, on=on, reminded_before=terms.reminded_before
            )
            yield Owing(owed, office, report, standing)
