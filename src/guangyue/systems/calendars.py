"""工作日历 of a worked example: its holidays and make-up days as given, else the one that is kept."""

from guangyue.kit.workdays import Calendar, Entry, kept_calendar
from guangyue.systems.examples import Given, as_day

SOURCE = "示例给定"


def calendar_given(given: Given) -> Calendar:
    """`holidays` are off, `workday_weekends` are worked; every other day goes by the week."""
    if "holidays" not in given and "workday_weekends" not in given:
        return kept_calendar()
    off, worked = given.take("holidays") or [], given.take("workday_weekends") or []
    days = [(as_day(day), False) for day in off] + [(as_day(day), True) for day in worked]
    entries = {day: Entry(works, "调休" if works else "节日", SOURCE) for day, works in days if day}
    return Calendar(entries, dict.fromkeys({day.year for day in entries}, SOURCE))
