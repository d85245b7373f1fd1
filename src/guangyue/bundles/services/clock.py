"""计时 of a bundle: the longest way through its matters, each with the days for which its own clock stood."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from guangyue.bundles.models import BundleCase, BundlePart
from guangyue.bundles.standing import Standing
from guangyue.cases.models import Case
from guangyue.cases.planning import Part, plan
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar

ONE_DAY = timedelta(days=1)


def recount(bundle: BundleCase, parts: Sequence[BundlePart], *, at: datetime) -> None:
    """One due date: none before acceptance, and none while a matter on the longest way stands still."""
    if bundle.accepted_at is None or bundle.decided_at:
        return
    calendar = HolidayNotice.objects.calendar()
    clock = clock_of(bundle, parts, calendar, at=at)
    bundle.due = clock.due(calendar, at=at).moment if clock else None


def clock_of(
    bundle: BundleCase, parts: Sequence[BundlePart], calendar: Calendar, *, at: datetime
) -> Clock | None:
    """The clock of the longest way; None before acceptance, and while something on that way stands still."""
    if bundle.accepted_at is None:
        return None
    counted = {part.matter: part for part in parts if part.stands not in (Standing.HELD, Standing.STOPPED)}
    way = plan(
        [
            Part(
                key,
                part.days + _longer(bundle, part, calendar, at=at),
                tuple(one for one in part.after if one in counted),
            )
            for key, part in counted.items()
        ]
    )
    if any(_stands_now(counted[key].case) for key in way.critical):
        return None
    return Clock(Limit(max(way.days, 1), Unit.WORKING_DAY), bundle.accepted_at)


def late_parts(parts: Sequence[BundlePart], *, at: datetime) -> list[BundlePart]:
    """超期溯源: the matters whose own clock ran out, decided or not."""
    return [part for part in parts if part.case and _is_late(part.case, at)]


def _is_late(case: Case, at: datetime) -> bool:
    return bool(case.due and (case.stopped_at or at) > case.due)


def _stands_now(case: Case | None) -> bool:
    return case is not None and any(pause.until is None for pause in case.pauses.all())


def _longer(bundle: BundleCase, part: BundlePart, calendar: Calendar, *, at: datetime) -> int:
    """What a matter takes beyond its own limit: while it stood, when it was extended, when it began late."""
    if part.case is None:
        return 0
    stood = sum(
        calendar.working_days(
            after=local_day(pause.since) - ONE_DAY, through=local_day(pause.until or at) - ONE_DAY
        )
        for pause in part.case.pauses.all()
    )
    return stood + part.case.extended_days + _began_late(bundle, part, calendar)


def _began_late(bundle: BundleCase, part: BundlePart, calendar: Calendar) -> int:
    """What was held back for its papers begins when they are there."""
    if not (part.late_start and part.case and part.case.handed_in_at and bundle.accepted_at):
        return 0
    since, begun = local_day(bundle.accepted_at), local_day(part.case.handed_in_at)
    return calendar.working_days(after=since, through=begun) if begun > since else 0
