"""What was done to an account and to its grants, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from guangyue.accounts.models import User


@dataclass(frozen=True)
class Event:
    """经过: something that happened to an account."""

    at: datetime
    what: str
    who: str
    detail: str


def history_of(user: User) -> list[Event]:
    events = [*_changes(user), *_grants(user), *_ends(user)]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _changes(user: User) -> Iterator[Event]:
    for change in user.changes.select_related("by"):
        yield Event(change.at, change.get_what_display(), _name(change.by), change.ground)


def _grants(user: User) -> Iterator[Event]:
    for grant in user.grants.select_related("organisation", "region", "by"):
        yield Event(grant.at, f"授予{grant}", _name(grant.by), grant.ground)


def _ends(user: User) -> Iterator[Event]:
    ended = user.grants.filter(end__isnull=False).select_related("organisation", "region", "end__by")
    for grant in ended:
        yield Event(grant.end.at, f"收回{grant}", _name(grant.end.by), grant.end.ground)


def _name(by: User | None) -> str:
    return by.name if by else "服务器命令行"
