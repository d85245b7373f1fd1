"""A city to measure: filled, with officials who sign in, and running as the public would start it."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from bench.client import Browser
from bench.home import Home, Running
from guangyue.accounts.granting import give_grant
from guangyue.accounts.models import Kind, User
from guangyue.accounts.roles import roles
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Region
from guangyue.registries.demo import demo_city
from guangyue.registries.loading import load_block
from guangyue.registries.models import Person
from guangyue.registries.synthetic.city import PERSONS_A_BLOCK, SyntheticCity

PERSONS_A_FIRM = 20
ROLE = "reviewer"  # looks at persons, firms and the city as a whole
TOLD_EVERY = 10  # blocks

# Whoever fills a city is believed: foreign keys and the trail are left out, heads are counted at the end.
BELIEVE = "SET session_replication_role = replica"
DOUBT = "SET session_replication_role = origin"
COUNT_HEADS = """
TRUNCATE registries_headcount;
INSERT INTO registries_headcount (region_id, sex, born, persons)
SELECT region_id, sex, extract(year FROM birth_date), count(*) FROM registries_person GROUP BY 1, 2, 3
"""


@dataclass(frozen=True)
class City:
    """The city on its port, and a password that opens the accounts made for the measurement."""

    running: Running
    password: str

    def account(self, username: str, *, kind: Kind = Kind.STAFF) -> User:
        """One that the password opens."""
        user, _ = User.objects.get_or_create(
            username=username, defaults={"kind": kind, "name": username, "opened_at": timezone.now()}
        )
        user.set_password(self.password)
        user.save()
        return user

    def official(self, username: str, *, region: str = "", role: str = ROLE) -> User:
        """An official of the whole city, or of a region."""
        user = self.account(username)
        if not user.grants.exists():
            give_grant(
                user=user,
                role=roles()[role],
                organisation=None,
                region=Region.objects.get(code=region) if region else None,
                since=timezone.localdate(),
                until=None,
                by=None,
                at=timezone.now(),
                ground="bench",
                scope=EVERYWHERE,
            )
        return user

    def browser_of(self, user: User) -> Browser:
        """Signed in, as a person signs in."""
        browser = Browser(self.running.port)
        browser.sign_in(user.username, self.password)
        return browser


@contextmanager
def running_city(*, persons: int) -> Iterator[City]:
    """The city of this process's state folder, prepared, filled and running."""
    home = Home(settings.HOME)
    home.guangyue("prepare")
    fill(persons)
    with home.running() as running:
        yield City(running, secrets.token_urlsafe())


def fill(persons: int) -> None:
    """Add the blocks that are missing, all that is known of everyone included."""
    city = SyntheticCity(demo_city().plan, persons=persons, firms=persons // PERSONS_A_FIRM)
    there = (Person.objects.aggregate(last=Max("id"))["last"] or 0) // PERSONS_A_BLOCK
    if there >= city.size:
        return
    begun = time.monotonic()
    facts = 0
    with connection.cursor() as cursor:
        cursor.execute(BELIEVE)
        for at in range(there, city.size):
            facts += load_block(city.block(at), on=city.on)
            if (at + 1) % TOLD_EVERY == 0 or at + 1 == city.size:
                took = time.monotonic() - begun
                print(f"filled: block {at + 1} of {city.size}, {facts:,} facts, {took:.0f} s", flush=True)
        cursor.execute(COUNT_HEADS)
        cursor.execute(DOUBT)
        cursor.execute("VACUUM ANALYZE")
