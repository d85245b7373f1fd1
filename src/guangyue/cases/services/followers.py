"""跟随者: what mechanisms above cases do after a move, in the same transaction; a bundle starts its next."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.cases.models import Case, Move

Follower = Callable[[Case, Move, datetime], None]


def follow(*, case: Case, move: Move, at: datetime) -> None:
    """Each of `settings.GUANGYUE_AFTER_MOVES` is called so; what it refuses undoes the move."""
    for follower in _named(settings.GUANGYUE_AFTER_MOVES):
        follower(case, move, at)


@cache
def _named(paths: tuple[str, ...]) -> tuple[Follower, ...]:
    return tuple(import_string(path) for path in paths)
