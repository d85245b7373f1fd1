"""进度和亮灯: from which day on progress that does not grow is too little. Knows no database."""

from datetime import date, timedelta
from math import ceil

from guangyue.tasks.terms import Terms

WHOLE = 100


def yellow_from(*, since: date, due: date | None, percent: int, terms: Terms) -> date | None:
    """亮黄灯: the earlier of the day from which it is due soon, and that from which it lies too far behind.
    What is due on no day, and what was due before it began, never turns yellow."""
    if due is None or due <= since:
        return None
    soon = due - timedelta(days=terms.soon_days)
    return min(soon, behind_from(since=since, due=due, percent=percent, points=terms.behind_points))


def behind_from(*, since: date, due: date, percent: int, points: int) -> date:
    """The first day on which more of the time has passed than the progress and so many points."""
    share = min(percent + points, WHOLE)
    return since + timedelta(days=ceil((due - since).days * share / WHOLE) + 1)
