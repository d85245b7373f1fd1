"""The whole city is killed in the middle of its work: what it had acknowledged is there when it is back."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from http.cookiejar import CookieJar
from itertools import count
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from guangyue.accounts.tests.factories import PASSWORD
from guangyue.operations.postgres import Cluster
from guangyue.operations.tests.a_city import (
    GUANGYUE,
    first_page_answers,
    processes_of,
    running_city,
    wait_until,
)
from guangyue.operations.tests.conftest import a_folder, at_database

SIGN_IN = "/account/sign-in/"
LIMITS = "/desk/limits/"
CLERKS, ENOUGH = 4, 60

OPEN_ACCOUNTS = f"""
from guangyue.accounts.tests.factories import PASSWORD, a_user
for nth in range({CLERKS}):
    a_user(f"clerk-{{nth}}", password=PASSWORD)
"""
COUNT = """
from guangyue.kit.models import RunningLimit
print("\\n".join(RunningLimit.objects.values_list("title", flat=True)))
"""


@pytest.fixture(scope="module")
def home(binaries: Path) -> Iterator[Path]:
    """One for all, with the tables that the tests have already: to make them takes longest."""
    for folder in a_folder():
        with Cluster(folder / "postgresql", binaries) as cluster:
            template = at_database(os.environ.get("GY_TEST_TEMPLATE", "guangyue"))
            dump = subprocess.run([binaries / "pg_dump", "-Fc", template], check=True, capture_output=True)
            into = ("--exit-on-error", "--no-owner", "-d", cluster.url())
            subprocess.run([binaries / "pg_restore", *into], input=dump.stdout, check=True)
        yield folder


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
    return number


def in_the_city(home: Path, *words: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [*GUANGYUE, *words], env={**environment, "GY_HOME": str(home)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Clerk(threading.Thread):
    """Writes one limit after the other until nobody answers; remembers those that were acknowledged."""

    def __init__(self, nth: int, port: int) -> None:
        super().__init__()
        self.nth, self.address = nth, f"http://127.0.0.1:{port}"
        self.cookies = CookieJar()
        self.browser = build_opener(HTTPCookieProcessor(self.cookies))
        self.acknowledged: list[str] = []

    def run(self) -> None:
        try:
            self.browser.open(self.address + SIGN_IN)
            self._post(SIGN_IN, name=f"clerk-{self.nth}", password=PASSWORD)
            for number in count(1):
                title = f"事项 {self.nth}-{number}"
                self._post(LIMITS, title=title, start="2026-01-05", amount=5, unit="WORKING_DAY")
                self.acknowledged.append(title)
        except (OSError, HTTPException):
            return  # the city is gone

    def _post(self, path: str, **form: object) -> None:
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")
        self.browser.open(self.address + path, urlencode({**form, "csrfmiddlewaretoken": token}).encode())


def test_what_crashes_comes_back_and_all_of_it_ends_together(home: Path, port: int) -> None:
    with running_city(home, port) as city:
        assert first_page_answers(port)

        web = next(pid for pid, line in processes_of(home).items() if "manage web" in line)
        database = int((home / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])
        os.kill(web, signal.SIGKILL)
        os.kill(database, signal.SIGKILL)

        wait_until(lambda: web not in processes_of(home) and first_page_answers(port))

        city.send_signal(signal.SIGINT)
        city.wait()
        assert processes_of(home) == {}


def test_nothing_acknowledged_is_lost_when_everything_is_killed_at_once(home: Path, port: int) -> None:
    with running_city(home, port):
        in_the_city(home, "shell", "-c", OPEN_ACCOUNTS)
        clerks = [Clerk(nth, port) for nth in range(CLERKS)]
        for clerk in clerks:
            clerk.start()
        until = time.monotonic() + 120
        while sum(len(clerk.acknowledged) for clerk in clerks) < ENOUGH:
            assert time.monotonic() < until
            time.sleep(0.05)
        for process in processes_of(home):
            with suppress(ProcessLookupError):  # the database takes its own children along
                os.kill(process, signal.SIGKILL)
        for clerk in clerks:
            clerk.join()

    kept = in_the_city(home, "shell", "-c", COUNT).splitlines()
    acknowledged = [title for clerk in clerks for title in clerk.acknowledged]
    assert len(acknowledged) >= ENOUGH
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))
    in_the_city(home, "audit", "verify")
