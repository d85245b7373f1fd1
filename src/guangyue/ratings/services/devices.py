"""评价器: the screen at a window asks about the case that was just handed over there."""

from datetime import datetime, timedelta

from django.db.models import F

from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.ratings.models import Rating, Window
from guangyue.ratings.refusals import NobodyToRate
from guangyue.ratings.services.rating import Said, rate_case
from guangyue.ratings.ways import Way

ASKED_FOR = timedelta(minutes=10)


def just_delivered(window: Window, *, at: datetime) -> Case | None:
    """The last one that whoever sits there has handed over and that nobody has rated."""
    if window.person_id is None:
        return None
    rows = Case.objects.filter(
        phase=Phase.FINISHED.name,
        closed_at__gt=at - ASKED_FOR,
        closed_at__lte=at,
        moves__by=window.person_id,
        moves__to=F("step"),
        rating_invite__used_at=None,
    )
    last: Case | None = rows.select_related("version", "unit").order_by("-closed_at", "-pk").first()
    return last


def rate_at_window(*, window: Window, case: str, level: int, at: datetime) -> list[Rating]:
    """Of the case that the screen showed: when another took its place, nothing is rated by mistake."""
    shown = just_delivered(window, at=at)
    if shown is None or str(shown.key) != case:
        raise NobodyToRate
    return rate_case(case=shown, said=Said({Rating.About.CASE: level}), way=Way.DEVICE, by=None, at=at)
