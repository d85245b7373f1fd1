"""Entering a holiday notice; rehearsed first, so that whoever enters it sees what it changes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.kit.holidays import Announcement
from guangyue.kit.models import CalendarDay, HolidayNotice
from guangyue.kit.services.limits import Recounted, keep_recounted, recount_all
from guangyue.kit.workdays import ONE_DAY, Day


@dataclass(frozen=True)
class Changed:
    """A day before a notice and after it."""

    before: Day
    after: Day


@dataclass(frozen=True)
class Effect:
    """What a notice changes: days that become worked or off, and open limits counted anew."""

    days: tuple[Changed, ...]
    limits: tuple[Recounted, ...]
    settles: bool  # the year was provisional, and is no more

    @property
    def moved(self) -> list[Recounted]:
        return [recounted for recounted in self.limits if recounted.moved]


def rehearse_notice(announcement: Announcement) -> Effect:
    """What the notice would change; nothing is written."""
    before = HolidayNotice.objects.calendar()
    after = announcement.applied_to(before)
    named = {day.day for day in announcement.days}
    year = {
        date(announcement.year, 1, 1) + number * ONE_DAY
        for number in range((date(announcement.year + 1, 1, 1) - date(announcement.year, 1, 1)).days)
    }
    pairs = (Changed(before.day(day), after.day(day)) for day in sorted(named | year))
    return Effect(
        days=tuple(
            pair
            for pair in pairs
            if (pair.before.works, pair.before.name) != (pair.after.works, pair.after.name)
        ),
        limits=tuple(recount_all(calendar=after, since=min(named | year))),
        settles=announcement.year not in before.years and announcement.year in after.years,
    )


@transaction.atomic
def enter_notice(*, announcement: Announcement, by: Any, at: datetime) -> Effect:
    """录入放假通知: the calendar follows it from now on, and so do the limits that are open."""
    effect = rehearse_notice(announcement)
    notice = HolidayNotice.objects.create(
        year=announcement.year,
        title=announcement.title,
        number=announcement.number,
        whole_year=announcement.whole_year,
        by=by,
        at=at,
    )
    CalendarDay.objects.bulk_create(
        CalendarDay(notice=notice, day=named.day, works=named.works, name=named.name)
        for named in announcement.days
    )
    keep_recounted(effect.limits)
    return effect
