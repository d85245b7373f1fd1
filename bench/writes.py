"""A write through HTTP, a look at a person for a purpose, against the same SQL by pgbench."""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from django.conf import settings
from django.db import connection

from bench.city import City, running_city
from bench.client import Browser
from bench.measure import Taken, tell
from guangyue.registries.facts import About, kinds_about
from guangyue.registries.models import Person

CLIENTS = (1, 8)
STATEMENT = re.compile(
    r"^\S+ \S+ \S+ \[(\d+)\] LOG:  (?:statement|execute [^:]*): (.*(?:\n\t.*)*)", re.MULTILINE
)
WRITTEN = 'INSERT INTO "registries_lookup"'
SETTLES = 0.5  # seconds until every server process has read its settings again


@dataclass(frozen=True)
class Done:
    """What a number of clients did in some seconds, and how long each had to wait."""

    rate: float
    waits: Taken


@dataclass(frozen=True)
class Looker:
    """An official with a browser, who asks for the same person again and again."""

    browser: Browser
    address: str

    def look(self) -> None:
        kinds = [kind.code for kind in kinds_about(About.PERSON)][:4]
        reply = self.browser.post(
            self.address, purpose="check", case_number="2026-0001", explanation="", kinds=kinds
        )
        if reply.status != 302:
            raise RuntimeError(f"the look was refused: {reply.status}")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench writes")
    parser.add_argument("--persons", type=int, default=20_000, help="at least so many behind it")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    with running_city(persons=asked.persons) as city, tempfile.TemporaryDirectory() as folder:
        lookers = [looker(city, nth) for nth in range(max(CLIENTS))]
        scripts = write_scripts(lookers, Path(folder))
        tell("requests/s, p95", "through HTTP", "the same SQL by pgbench", "part of the limit")
        for clients in CLIENTS:
            measure(lookers[:clients], scripts[:clients], asked.seconds, asked.rounds)


def looker(city: City, nth: int) -> Looker:
    browser = city.browser_of(city.official(f"bench-{nth}"))
    person = Person.objects.order_by("-pk")[nth * 100]
    return Looker(browser, person.get_absolute_url())


def measure(lookers: Sequence[Looker], scripts: Sequence[Path], seconds: float, rounds: int) -> None:
    ours, limits = [], []
    for _ in range(rounds):
        ours.append(through_http(lookers, seconds))
        limits.append(by_pgbench(scripts, seconds))
    rate, limit = (median(done.rate for done in all_) for all_ in (ours, limits))
    slow, slow_limit = (median(done.waits.p95 for done in all_) * 1000 for all_ in (ours, limits))
    tell(
        f"{len(lookers)} at a time",
        f"{rate:,.0f}/s, {slow:.1f} ms",
        f"{limit:,.0f}/s, {slow_limit:.1f} ms",
        f"{rate / limit:.0%}",
    )


def through_http(lookers: Sequence[Looker], seconds: float) -> Done:
    """Each on a connection of its own, one request after the other."""
    until = time.perf_counter() + seconds

    def work(looker: Looker) -> list[float]:
        looker.browser.close()  # the server may have hung up meanwhile; the next request opens it again
        waits = []
        while (begun := time.perf_counter()) < until:
            looker.look()
            waits.append(time.perf_counter() - begun)
        return waits

    with ThreadPoolExecutor(len(lookers)) as pool:
        waits = [wait for found in pool.map(work, lookers) for wait in found]
    return Done(len(waits) / seconds, Taken(waits))


def by_pgbench(scripts: Sequence[Path], seconds: float) -> Done:
    """As many connections as scripts; each takes one at random, statements prepared."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                str(shutil.which("pgbench")),
                *("--no-vacuum", "--protocol=prepared", "--log", f"--log-prefix={folder}/waits"),
                *(f"--client={len(scripts)}", f"--time={max(1, round(seconds))}"),
                *(f"--file={script}" for script in scripts),
                os.environ["DATABASE_URL"],
            ],
            check=True,
            capture_output=True,
        )
        lines = [line for log in Path(folder).iterdir() for line in log.read_text().splitlines()]
    waits = Taken([int(line.split()[2]) / 1e6 for line in lines])
    return Done(len(lines) / max(1, round(seconds)), waits)


def write_scripts(lookers: Sequence[Looker], folder: Path) -> list[Path]:
    """For each looker, the statements that one request came to, as the server saw them."""
    scripts = []
    for nth, looker in enumerate(lookers):
        script = folder / f"{nth}.sql"
        statements = statements_of(looker)
        script.write_text("".join(f"{statement};\n" for statement in statements))
        scripts.append(script)
    print(f"one request: {len(statements)} statements", flush=True)
    return scripts


def statements_of(looker: Looker) -> list[str]:
    looker.look()  # whatever happens once a session has happened
    log = Path(settings.HOME) / "postgresql" / "server.log"
    with every_statement_logged():
        before = log.stat().st_size
        looker.look()
        time.sleep(SETTLES)
        told = log.read_bytes()[before:].decode()
    by_process: dict[str, list[str]] = defaultdict(list)
    for process, statement in STATEMENT.findall(told):
        by_process[process].append(statement.replace("\n\t", "\n"))
    return next(said for said in by_process.values() if any(WRITTEN in statement for statement in said))


@contextmanager
def every_statement_logged() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("ALTER SYSTEM SET log_statement = 'all'")
        cursor.execute("SELECT pg_reload_conf()")
        time.sleep(SETTLES)
        try:
            yield
        finally:
            cursor.execute("ALTER SYSTEM RESET log_statement")
            cursor.execute("SELECT pg_reload_conf()")
