"""Several people who act at the same moment, each over a connection of his own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from guangyue.kit.refusals import Refused


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each is told, nothing when it was done; those who were told something stand last."""
    together = Barrier(len(acts))

    def told(act: Callable[[], object]) -> str:
        try:
            together.wait()
            act()
        except Refused as refused:
            return refused.sentence
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as people:
        return sorted(people.map(told, acts))
