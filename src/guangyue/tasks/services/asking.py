"""应报季报: which units owe which report of a quarter, asked for in the first night after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation
from guangyue.tasks.declared import terms
from guangyue.tasks.models import AssignmentUnit, OwedReport, TaskDocument
from guangyue.tasks.quarters import Quarter, first_quarter, report_due
from guangyue.tasks.services.telling import tell_unit
from guangyue.tasks.states import OPEN, OVER


@dataclass(frozen=True)
class Owing:
    """应报: one report of a unit on a document, however many assignments it covers."""

    document: TaskDocument
    organisation: int
    covers: int


def owing(quarter: Quarter) -> Iterator[Owing]:
    """Who owes a report of that quarter: whoever answers for what was handed out and was not over by then."""
    begun = TaskDocument.objects.filter(day__lte=quarter.last)
    documents = {
        one.pk: one
        for one in begun
        if first_quarter(one.day, least_days=terms().first_report_days) <= quarter
    }
    was_open = Q(assignment__state__in=OPEN) | Q(
        assignment__state__in=OVER, assignment__over_on__gt=quarter.last
    )
    held = AssignmentUnit.objects.answering().filter(
        was_open, assignment__document__in=documents, assignment__parent=None
    )
    counted = held.values("assignment__document", "organisation").annotate(covers=Count("assignment"))
    for row in counted.order_by("assignment__document", "organisation"):
        yield Owing(documents[row["assignment__document"]], row["organisation"], row["covers"])


def ask_for_reports(*, quarter: Quarter, at: datetime) -> int:
    """催报以前先要求: every report that is owed has its row, once; how many are new."""
    due = report_due(quarter, days=terms().report_days)
    known = set(OwedReport.objects.of(quarter).values_list("document", "organisation"))
    new = [
        OwedReport(
            document=one.document,
            organisation_id=one.organisation,
            quarter=str(quarter),
            covers=one.covers,
            due_on=due,
        )
        for one in owing(quarter)
        if (one.document.pk, one.organisation) not in known
    ]
    OwedReport.objects.bulk_create(new, ignore_conflicts=True, batch_size=1000)
    for organisation in Organisation.objects.filter(pk__in={one.organisation_id for one in new}):
        tell_unit(
            organisation,
            title=f"请报送{quarter.title}进展",
            body=f"{due} 以前报送，一份文件一份季报。",
            link="tasks:unit",
            key=f"tasks.owed.{quarter}.{organisation.pk}",
            at=at,
        )
    return len(new)


@job("tasks.ask_for_reports", title="要求报送上季度进展")
def ask_nightly(*, at: datetime) -> None:
    """Of the quarter that ended last; a document taken on since is asked for too."""
    ended = Quarter.of(local_day(at)).before()
    if report_due(ended, days=terms().report_days) >= local_day(at) - timedelta(days=1):
        ask_for_reports(quarter=ended, at=at)
