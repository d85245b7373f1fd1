"""Whoever handles cases is killed amid them: what was acknowledged is there, and nothing is half done.

`GY_LIFECYCLES=10000` makes it as many as the city promises.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case, IssuedLetter, Move
from guangyue.cases.tests import driving
from guangyue.cases.tests.factories import AT, ORDINARY
from guangyue.kit.clocks import local_day
from guangyue.matters.models import Matter

LIFECYCLES = int(os.environ.get("GY_LIFECYCLES", "40"))
KILLS = max(3, LIFECYCLES // 500)  # so often all drivers are killed
DRIVERS, LONGEST = 2, 120 + LIFECYCLES  # seconds
FINISHED = b" finished\n"
ALONG = ("received", "review", "supplement", "review", "decision", "delivery", "finished")
DECLARED = {(arrow.key, since, arrow.to) for arrow in ORDINARY.arrows for since in arrow.since}


@pytest.fixture
def acknowledged(
    transactional_db: None, matter: Matter, clerk: User, reviewer: User, decider: User, tmp_path: Path
) -> list[str]:
    """What processes wrote down that were killed, again and again, at any moment."""
    logs = [Log(tmp_path / f"driver-{number}") for number in range(DRIVERS)]
    for kills in range(1, KILLS + 1):
        with ExitStack() as ends:
            for log in logs:
                ends.callback(kill, start(log.path, matter, clerk, reviewer, decider))
            begun = time.monotonic()
            while sum(log.finished() for log in logs) < LIFECYCLES * kills / KILLS:
                assert time.monotonic() - begun < LONGEST, "the drivers did not get there"
                time.sleep(0.01)
    return [line for log in logs for line in log.path.read_text().splitlines()]


@dataclass
class Log:
    """What a driver has written down, read once however long it grows."""

    path: Path
    read: int = 0
    found: int = 0

    def finished(self) -> int:
        """How many lifecycles came to their end, by the whole lines there are."""
        if self.path.exists():
            with self.path.open("rb") as file:
                file.seek(self.read)
                lines = file.read().rpartition(b"\n")
            self.read += len(lines[0]) + len(lines[1])
            self.found += (lines[0] + lines[1]).count(FINISHED)
        return self.found


def kill(driver: subprocess.Popen[bytes]) -> None:
    driver.send_signal(signal.SIGKILL)
    driver.wait()


def start(log: Path, matter: Matter, *people: User) -> subprocess.Popen[bytes]:
    server, _, rest = os.environ["DATABASE_URL"].rpartition("/")
    _, mark, options = rest.partition("?")
    place = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}{mark}{options}",
        "GY_HOME": str(settings.HOME),
    }
    keys = [str(matter.pk), *(str(person.pk) for person in people)]
    return subprocess.Popen([sys.executable, driving.__file__, *keys, str(log)], env={**os.environ, **place})


def test_what_was_acknowledged_is_there_and_nothing_is_half_done(acknowledged: list[str]) -> None:
    heard = Counter(line.split()[0] for line in acknowledged if line.count(" ") == 1)
    cases = {case.number: case for case in Case.objects.exclude(number="").prefetch_related("moves")}

    assert set(heard) <= set(cases)
    for number, steps in heard.items():
        assert cases[number].moves.count() >= steps
    for case in cases.values():
        moves = list(case.moves.all())
        assert tuple(move.to for move in moves) == ALONG[: len(moves)]
        assert all((move.arrow, move.since, move.to) in DECLARED for move in moves[1:])
        assert case.step == moves[-1].to
        assert case.stands_in is ORDINARY.step(case.step).phase
        check_clock(case, len(moves))
    assert len(cases) == Case.objects.exclude(number="").count()
    numbers = list(IssuedLetter.objects.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))
    assert not Move.objects.filter(case__phase=Phase.DRAFT.name).exists()


def check_clock(case: Case, moves: int) -> None:
    """Accepted on Monday the first; stood on the Tuesday; decided on the Friday, with three days used."""
    if moves == 1:
        assert (case.clock_started_at, case.due) == (None, None)
        return
    assert case.clock_started_at == AT
    if case.step == "supplement":
        assert case.due is None
        return
    assert case.due is not None
    stood = moves > ALONG.index("supplement") + 1
    assert local_day(case.due) == (date(2020, 6, 9) if stood else date(2020, 6, 8))
    if moves >= ALONG.index("delivery") + 1:
        assert case.used_days == 3
