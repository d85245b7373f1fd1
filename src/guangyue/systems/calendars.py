"""工作日历 of a worked example: its holidays and make-up days as given, else the one that is kept."""

from guangyue.kit.workdays import Calendar, Entry, kept_calendar
from guangyue.systems.examples import Given, as_day

SOURCE = "示例给定"
WORKS = {"holidays": False, "workday_weekends": True, "makeup_workdays": True}


def calendar_given(given: Given) -> Calendar:
    """`holidays` are off, the others are worked; every other day goes by the week."""
    if not any(key in given for key in WORKS):
        return kept_calendar()
    days = [(as_day(day), works) for key, works in WORKS.items() for day in given.take(key) or []]
    entries = {day: Entry(works, "调休" if works else "节日", SOURCE) for day, works in days if day}
    return Calendar(entries, dict.fromkeys({day.year for day in entries}, SOURCE))
