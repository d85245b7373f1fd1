"""The life of a case through HTTP, from the window to its rating: with none and with a million cases in the
table, and the same rows by pgbench."""

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psycopg
from django.db.models import Model, Q
from django.urls import reverse

from bench.cases_list import a_case, copy_cases
from bench.city import City, running_city
from bench.client import Browser, Reply
from bench.measure import Taken, tell
from guangyue.accounts.models import Kind
from guangyue.cases.forms import PREFIX
from guangyue.cases.models import Case, Paper
from guangyue.matters.declaration import Audience, Declaration, Entry, Source, Variant
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

CLIENTS = 50
CONNECTIONS = 16  # of pgbench: the city's own server admits 40, and the city holds some
LIMIT = 37  # lifecycles a second: a peer on sixteen processors, with an empty table
PACE = 40  # lifecycles a second, when waits are what is measured; slower where as many are not reached
LONGEST_WAIT = 100  # ms, for each call
SHARE = 0.8  # of the rate with an empty table
CALLS = ("create", "accept", "review", "decide", "rate")
OFFICIALS = ("clerk", "reviewer", "decider")
PHONE = "13800000000"
FREE = Q(account=None) | Q(account__username__startswith="bench-firm-")
SAID = {Entry.TEXT: "测量用", Entry.LONG_TEXT: "测量用", Entry.PHONE: PHONE}


@dataclass(frozen=True)
class Offered:
    """What is applied for: a situation with papers and a form of words, at the window of its unit."""

    matter: Matter
    declared: Declaration
    variant: Variant
    region: str

    @property
    def answers(self) -> dict[str, str]:
        return {f"{PREFIX}-{one.key}": SAID[one.entry] for one in self.declared.fields_of(self.variant)}


class Papers:
    """The papers that a clerk has before him, for all clerks over one connection."""

    ASKED = """
        select paper.id from cases_paper paper join cases_case opened on opened.id = paper.case_id
        where opened.key = %s and paper.source = %s
    """

    def __init__(self) -> None:
        self._connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)

    def of(self, key: str) -> list[int]:
        return [pk for (pk,) in self._connection.execute(self.ASKED, [key, Source.APPLICANT.name])]


@dataclass
class Client:
    """A firm, and the three officials who deal with it; each at a browser of its own."""

    offered: Offered
    firm: Firm
    clerk: Browser
    reviewer: Browser
    decider: Browser
    applicant: Browser
    papers: "Papers"
    waits: dict[str, list[float]] = field(default_factory=lambda: {call: [] for call in CALLS})

    def live(self) -> None:
        """One case from the window to its rating."""
        draft = self._asked(
            "create",
            self.clerk,
            reverse("cases:take_in", args=[self.offered.matter.code]),
            variant=self.offered.variant.key,
            number=self.firm.credit_code,
            region=self.offered.region,
        )
        key = draft.location.rstrip("/").split("/")[-1]
        taken = self._asked(
            "accept",
            self.clerk,
            draft.location,
            phone=PHONE,
            delivery=Case.Delivery.ELECTRONIC.value,
            consent="on",
            **self.offered.answers,
            **{f"paper-{pk}": "original" for pk in self.papers.of(key)},
        )
        number = next(part for part in taken.location.split("/") if part.startswith("BJ"))
        self._asked("review", self.reviewer, _move(number, "propose"), said="符合条件")
        self._asked("decide", self.decider, _move(number, "grant"), said="")
        self._asked("rate", self.applicant, reverse("ratings:rate", args=[key]), level="5")

    def rest(self) -> None:
        """The server may have hung up meanwhile; the next request opens it again."""
        for browser in (self.clerk, self.reviewer, self.decider, self.applicant):
            browser.close()

    def _asked(self, call: str, browser: Browser, address: str, **said: object) -> Reply:
        begun = time.perf_counter()
        reply = browser.post(address, **said)
        self.waits[call].append(time.perf_counter() - begun)
        if reply.status not in (302, 303):
            raise RuntimeError(f"{call}: {reply.status}\n{reply.text[-3000:]}")
        return reply


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench cases")
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pace", type=float, default=PACE)
    asked = parser.parse_args(arguments)
    with running_city(persons=20_000) as city:
        clients = list(clients_of(city))
        first = a_case()
        tell("lifecycles/s, 50 clients", "through HTTP", "beside it", "")
        empty = flat_out(clients, asked.seconds, asked.rounds)
        tell("a table without cases", f"{empty:.1f}/s", f"at least {LIMIT}/s", told(empty >= LIMIT))
        copy_cases(first, asked.cases)
        full = flat_out(clients, asked.seconds, asked.rounds)
        tell(f"{asked.cases:,} cases", f"{full:.1f}/s", f"at least {LIMIT}/s", told(full >= LIMIT))
        tell("full : empty", f"{full / empty:.0%}", f"at least {SHARE:.0%}", told(full / empty >= SHARE))
        for call, waits in paced(clients, asked.seconds, asked.pace).items():
            late = f"under {LONGEST_WAIT} ms at {asked.pace:.0f}/s"
            tell(f"{call}, p95", f"{waits.p95 * 1000:.0f} ms", late, told(waits.p95 * 1000 < LONGEST_WAIT))
        limit = median(by_pgbench(first, asked.seconds) for _ in range(asked.rounds))
        tell("the same rows by pgbench", f"{limit:.1f}/s", "our part of it", f"{full / limit:.0%}")


def told(holds: bool) -> str:
    return "holds" if holds else "DOES NOT HOLD"


def clients_of(city: City) -> Iterator[Client]:
    offered, papers = what_is_offered(), Papers()
    clerk, reviewer, decider = (
        city.browser_of(city.official(f"bench-{role}", role=role)) for role in OFFICIALS
    )
    for nth, firm in enumerate(Firm.objects.filter(FREE).order_by("pk")[:CLIENTS]):
        firm.account = city.account(f"bench-firm-{nth}", kind=Kind.ENTERPRISE)
        firm.save(update_fields=["account"])
        applicant = city.browser_of(firm.account)
        yield Client(offered, firm, clerk.twin(), reviewer.twin(), decider.twin(), applicant, papers)


def what_is_offered() -> Offered:
    """The first ordinary matter of the city for firms whose form any words fill."""
    exercised = Exercise.objects.filter(matter__in=Matter.objects.open(), region__kind=Region.Kind.CITY)
    for exercise in exercised.select_related("matter__current").order_by("matter__code"):
        version = exercise.matter.current
        declared = version.declared if version else None
        if declared is None or declared.audience is Audience.PERSON or declared.flow != "ordinary":
            continue
        for variant in declared.variants:
            if all(one.entry in SAID for one in declared.fields_of(variant)):
                return Offered(exercise.matter, declared, variant, exercise.region_id)
    raise RuntimeError("no matter of the city has a form that any words fill")


def flat_out(clients: Sequence[Client], seconds: float, rounds: int) -> float:
    """All at once, each one case after the other."""

    def work(client: Client) -> int:
        done = 0
        while time.perf_counter() < until:
            client.live()
            done += 1
        return done

    rates = []
    for _ in range(rounds):
        _begin_anew(clients)
        until = time.perf_counter() + seconds
        begun = time.perf_counter()
        with ThreadPoolExecutor(len(clients)) as pool:
            done = sum(pool.map(work, clients))
        rates.append(done / (time.perf_counter() - begun))
    return median(rates)


def paced(clients: Sequence[Client], seconds: float, pace: float) -> dict[str, Taken]:
    """As many as the limit asks for and some more, each client in its turn: how long a call then takes."""
    _begin_anew(clients)
    apart = len(clients) / pace
    begun = time.perf_counter()

    def work(nth: int) -> None:
        turn = begun + nth * apart / len(clients)
        while turn < begun + seconds:
            time.sleep(max(0.0, turn - time.perf_counter()))
            clients[nth].live()
            turn += apart

    with ThreadPoolExecutor(len(clients)) as pool:
        list(pool.map(work, range(len(clients))))
    return {call: Taken([wait for one in clients for wait in one.waits[call]]) for call in CALLS}


def by_pgbench(first: Case, seconds: float) -> float:
    """The rows of a lifecycle, written as barely as SQL can: five transactions of prepared statements."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "lifecycle.sql"
        script.write_text(lifecycle(first))
        subprocess.run(
            [
                str(shutil.which("pgbench")),
                *("--no-vacuum", "--protocol=prepared", "--log", f"--log-prefix={folder}/waits"),
                *(f"--client={CONNECTIONS}", f"--time={max(1, round(seconds))}", f"--file={script}"),
                os.environ["DATABASE_URL"],
            ],
            check=True,
            capture_output=True,
        )
        done = sum(len(log.read_text().splitlines()) for log in Path(folder).glob("waits*"))
    return done / max(1, round(seconds))


def _begin_anew(clients: Sequence[Client]) -> None:
    for client in clients:
        client.rest()
        client.waits = {call: [] for call in CALLS}


def _move(number: str, arrow: str) -> str:
    return reverse("cases:move", args=[number, arrow])


def _copied(model: type[Model], where: str, **own: str) -> str:
    """A row like another, but for what is its own."""
    columns = [str(one.column) for one in model._meta.concrete_fields if not one.primary_key]
    values = ", ".join(own.get(column, column) for column in columns)
    table, named = model._meta.db_table, ", ".join(columns)
    return f"insert into {table} ({named}) select {values} from {table} where {where}"


def lifecycle(first: Case) -> str:
    """Five transactions, as the five calls make them."""
    opened = _copied(
        Case,
        f"id = {first.pk}",
        key="gen_random_uuid()",
        number="'PB' || nextval('cases_case_number')",
        firm_id="null",
    )
    papers = _copied(Paper, f"case_id = {first.pk}", case_id=":case_id")
    return "\n".join(
        (
            f"begin;\n{opened} returning id \\gset case_\n{papers};\ncommit;",
            f"begin;\n{HELD}\nupdate cases_paper set state = 'handed_in' where case_id = :case_id;",
            _moved("received", "review") + LETTER.format(first=first.pk) + "commit;",
            f"begin;\n{HELD}\n{_moved('review', 'decision')}commit;",
            f"begin;\n{HELD}\n{_moved('decision', 'delivery')}{LETTER.format(first=first.pk)}commit;",
            f"begin;\n{RATED}commit;",
        )
    )


def _moved(since: str, to: str) -> str:
    return (
        f"update cases_case set step = '{to}' where id = :case_id;\n"
        'insert into cases_move (case_id, arrow, title, since, "to", at, said) '
        f"values (:case_id, 'bench', 'bench', '{since}', '{to}', now(), '');\n"
    )


HELD = "select * from cases_case where id = :case_id for update;"
LETTER = """
insert into cases_issuedletter (case_id, kind, number, check_code, issuer_id, content, hash, issued_at)
    select :case_id, 'GRANTED', 'PB' || nextval('cases_letter_number'), 'bench', unit_id, '{{}}', '', now()
    from cases_case where id = {first};
"""
RATED = """
insert into ratings_rating
    (case_id, about, way, level, tags, text, anonymous, at, effective, state, state_reason, region_id,
     channel)
    select id, 'case', 'web', 5, '{}', '', false, now(), true, 'counted', '', region_id, channel
    from cases_case where id = :case_id;
"""
