"""Until when a decision is to be reported."""

from datetime import date

import pytest

from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import kept_calendar
from guangyue.matters.declaration import Reporting
from guangyue.matters.reporting import report_due


@pytest.mark.parametrize(
    ("reporting", "decided", "due"),
    [
        (Reporting("day", Limit(1, Unit.MONTH)), date(2021, 5, 31), date(2021, 6, 30)),
        (Reporting("day", Limit(1, Unit.MONTH)), date(2021, 5, 6), date(2021, 6, 6)),
        (Reporting("day", Limit(10, Unit.WORKING_DAY)), date(2021, 6, 1), date(2021, 6, 16)),
        (Reporting("day", next_year_by=(3, 31)), date(2021, 5, 10), date(2022, 3, 31)),
        (Reporting("day", next_year_by=(3, 31)), date(2021, 12, 31), date(2022, 3, 31)),
    ],
)
def test_a_report_is_due_as_its_clause_counts(reporting: Reporting, decided: date, due: date) -> None:
    assert report_due(reporting, decided, kept_calendar()) == due
