"""What a new holiday notice moves: bundles under way, proposals to be answered, themes to be checked."""

from collections.abc import Iterator
from datetime import date, datetime, time

from guangyue.bundles.limits import ANSWERED_WITHIN, CHECKED_WITHIN
from guangyue.bundles.models import BundleCase, ThemeCheck, Wish
from guangyue.bundles.services.clock import clock_of
from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.services.limits import AT_A_TIME, Recounted
from guangyue.kit.workdays import Calendar


def recount_bundles(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    reached = datetime.combine(since, time.min, SHANGHAI)
    yield from _bundles(calendar, reached)
    for wish in Wish.objects.waiting().filter(due__gte=reached):
        due = Clock(ANSWERED_WITHIN, wish.raised_at).due(calendar, at=wish.due)
        yield Recounted(wish, f"主题建议：{wish.title}", ANSWERED_WITHIN, wish.due, due)
    for check in ThemeCheck.objects.open().filter(due__gte=reached).select_related("theme"):
        due = Clock(CHECKED_WITHIN, check.opened_at).due(calendar, at=check.due)
        yield Recounted(check, f"主题复核：{check.theme}", CHECKED_WITHIN, check.due, due)


def _bundles(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    running = BundleCase.objects.filter(decided_at=None, due__gte=reached).select_related("theme")
    for bundle in running.prefetch_related("parts__case__pauses").iterator(chunk_size=AT_A_TIME):
        before = bundle.due
        clock = clock_of(bundle, list(bundle.parts.all()), calendar, at=before) if before else None
        if clock is not None and before is not None:
            title = f"一件事 {bundle.number}：{bundle.theme}"
            yield Recounted(bundle, title, clock.limit, before, clock.due(calendar, at=before))
