"""督查周报 and 季度进展报告: the figures of their period, as they were."""

from datetime import date, timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.typesetting import Bars, Table
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Prod
from guangyue.tasks.papers.figures import told_of
from guangyue.tasks.papers.periods import Paper, Week
from guangyue.tasks.papers.words import body_of, paper_of
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.services.urging import urge_unit
from guangyue.tasks.states import DueKind
from guangyue.tasks.tests.factories import AT, a_document, issued, lead, unit_of

LATER = date(2020, 5, 12)  # a Tuesday


def test_a_week_begins_on_monday_and_the_first_may_lie_in_the_year_before() -> None:
    week = Week.of(date(2021, 1, 1))

    assert week == Week(2020, 53)
    assert (week.first, week.last) == (date(2020, 12, 28), date(2021, 1, 3))
    assert week.before() == Week(2020, 52)
    assert Paper.WEEKLY.read("2020W99", on=LATER) == Week.of(LATER).before()
    assert Paper.QUARTERLY.read("2020Q3", on=LATER) == Quarter(2020, 1)


@pytest.mark.django_db
def test_a_report_tells_what_is_late_and_what_was_urged(office: Organisation, supervisor: User) -> None:
    document, due = a_document(), LATER - timedelta(days=3)
    (late,) = issued(lead(office), document=document, due_on=due, due_kind=DueKind.PRINTED)
    issued(lead(office), labels=("2",), document=document)
    urge_unit(
        unit=unit_of(late),
        kind=Prod.Kind.REMINDER,
        reason="请抓紧",
        clause="",
        answer_by=LATER,
        by=supervisor,
        at=AT + timedelta(days=29),
    )

    told = told_of(EVERYWHERE, Week.of(LATER), on=LATER)
    before = told_of(EVERYWHERE, Week(2020, 18), on=LATER)
    paper = paper_of(Paper.WEEKLY, told, issuer="市政府督查室", on=LATER)
    parts = list(body_of(Paper.QUARTERLY, told_of(EVERYWHERE, Quarter(2020, 2), on=LATER)))

    assert (told.sum("total"), told.sum("overdue"), told.moved.reminders) == (2, 1, 1)
    assert [one.pk for one in told.late] == [late.pk]
    assert (before.sum("total"), before.sum("overdue"), before.moved.reminders) == (2, 0, 0)
    assert any(isinstance(part, Bars) for part in parts)
    assert sum(isinstance(part, Table) for part in parts) >= 4
    assert any(isinstance(part, Table) and str(late) in [row[0] for row in part.rows] for part in paper.body)
    assert paper.title == "2020年第20周重点任务督查情况"
