"""窗口还收什么: what mechanisms above cases take in at the same counter; the settings name them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.accounts.models import User


@dataclass(frozen=True)
class Item:
    """One that can be taken in, or was begun: its name, a line about it, and its page."""

    title: str
    detail: str
    link: str


@dataclass(frozen=True)
class Beside:
    """另一类: found by the same words as matters, and left half taken by the same clerks."""

    title: str
    icon: str
    find: Callable[[str], Iterable[Item]]
    half_taken: Callable[[User], Iterable[Item]]


@dataclass(frozen=True)
class Shown:
    """What the counter shows of one kind."""

    kind: Beside
    items: list[Item]


def found_beside(words: str) -> list[Shown]:
    """Only the kinds of which something fits."""
    shown = (Shown(kind, list(kind.find(words))) for kind in _kinds())
    return [one for one in shown if one.items]


def half_taken_beside(by: User) -> list[Item]:
    return [item for kind in _kinds() for item in kind.half_taken(by)]


def _kinds() -> tuple[Beside, ...]:
    kinds: tuple[Beside, ...] = import_string(settings.GUANGYUE_COUNTER)
    return kinds
