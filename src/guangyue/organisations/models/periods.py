"""Periods of days: the first day belongs to them, the day they end does not; an open side is not known, or
not yet."""

from datetime import date

from django.db.models import Q


def in_period(on: date, since: str = "since", until: str = "until") -> Q:
    """What holds on that day."""
    begun = Q(**{f"{since}__isnull": True}) | Q(**{f"{since}__lte": on})
    not_ended = Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": on})
    return begun & not_ended


def covers(on: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= on) and (until is None or on < until)
