"""没有整改好的问题: overdue, or cleared once and found alive again."""

from datetime import date

from django.db.models import QuerySet

from guangyue.accountability.sources.facts import Fact, Source
from guangyue.kit.wording import day
from guangyue.kit.workdays import ONE_DAY
from guangyue.ledgers.models import Problem

KEY = "ledgers"


def _unsettled(on: date) -> QuerySet[Problem]:
    rows = Problem.objects.overdue(on) | Problem.objects.reopened()
    return rows.select_related("campaign", "region", "organisation__region").order_by("-pk")


def _fact(problem: Problem, on: date) -> Fact | None:
    late = problem.due is not None and problem.due < on
    again = problem.round > 1
    what = "整改后问题仍然突出" if again else "整改不及时"
    detail = f"第 {problem.round} 轮整改" if again else ""
    if late and problem.due:
        detail = "，".join(filter(None, (detail, f"应于{day(problem.due)}前整改")))
    return Fact(
        source=KEY,
        record=f"{problem.pk}-{problem.round}",
        title=f"{what}：{problem.subject}",
        on=problem.begun_on if again or problem.due is None else problem.due + ONE_DAY,
        unit=problem.organisation,
        link=problem.get_absolute_url(),
        cites=problem.campaign.cites,
        detail=detail,
    )


PROBLEMS = Source(KEY, "没有整改好的问题", _unsettled, _fact)
