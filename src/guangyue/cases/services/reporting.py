"""报送期限 of a case: until when it is to be reported, and hearing of it before and after that day."""

from datetime import date, datetime, timedelta

from django.urls import reverse

from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.wording import day
from guangyue.matters.reporting import report_due
from guangyue.notifications.services import notify

AHEAD = timedelta(days=7)


def report_day(case: Case) -> date | None:
    """Where the situation says one; what is late is taken in all the same."""
    reporting = case.situation.reporting
    decided = case.answers.get(reporting.counted_from) if reporting else None
    if reporting is None or not decided:
        return None
    return report_due(reporting, date.fromisoformat(decided), HolidayNotice.objects.calendar())


def remind_of_reports(*, at: datetime) -> None:
    """催报: whoever has filled in what is to be reported hears of it a week before its day, and after it."""
    today = local_day(at)
    drafts = Case.objects.filter(phase=Phase.DRAFT.name, report_due__lte=today + AHEAD)
    for case in drafts.select_related("person__account", "firm__account").order_by("pk"):
        applicant = case.person or case.firm
        if applicant is None or applicant.account is None or case.report_due is None:
            continue
        late = case.report_due < today
        notify(
            to=applicant.account,
            title=f"“{case.title}”{'已经逾期，还没有报送' if late else '快到报送期限'}",
            body=f"应当在{day(case.report_due)}以前报送{'；逾期的照样收下，会标明' if late else ''}。",
            link=reverse("cases:fill", args=[case.key]),
            key=f"cases.report.{case.pk}.{'late' if late else 'soon'}",
            at=at,
        )
