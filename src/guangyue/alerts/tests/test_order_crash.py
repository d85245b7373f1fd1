"""Whoever writes the orders is killed amid them: in the end everybody has one, and nobody two."""

import os
import signal
import subprocess
import sys
import time

from django.conf import settings
from django.db import connection

from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import Dispatch, Order, Source
from guangyue.alerts.services.ordering import begin_orders
from guangyue.alerts.tests import ordering_driver
from guangyue.alerts.tests.ordering_factories import AT, COUNTY, a_source, a_warning
from guangyue.jobs.models import State, Work
from guangyue.jobs.works import take_step
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import a_country

SOURCES, LONGEST = 2500, 60


def test_orders_are_written_once_each_although_the_worker_is_killed_amid_them(transactional_db: None) -> None:
    a_country()
    pattern = a_source(Region.objects.get(code=COUNTY), account=a_user())
    fields = [field.name for field in Source._meta.fields if field.name not in ("id", "code")]
    told = {name: getattr(pattern, name) for name in fields}
    Source.objects.bulk_create(Source(code=f"K{number}", **told) for number in range(1, SOURCES))
    work = begin_orders(warning=a_warning(), at=AT)

    driver = subprocess.Popen([sys.executable, ordering_driver.__file__, str(work.pk)], env=place())
    until = time.monotonic() + LONGEST
    while not Order.objects.exists():
        assert time.monotonic() < until, "no step was taken"
        time.sleep(0.01)
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    left = Order.objects.count()
    while take_step(pk=work.pk, at=AT):
        pass

    assert 0 < left < SOURCES
    assert Work.objects.get(pk=work.pk).state == State.DONE
    assert Order.objects.count() == Order.objects.values("source").distinct().count() == SOURCES
    assert Dispatch.objects.count() == Dispatch.objects.values("order").distinct().count() == SOURCES


def place() -> dict[str, str]:
    """The server of this run, and the database that this test has on it."""
    server, _, rest = os.environ["DATABASE_URL"].rpartition("/")
    _, mark, options = rest.partition("?")
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}{mark}{options}",
        "GY_HOME": str(settings.HOME),
    }
