"""Databases of a measurement's own, and commands run in them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.db import connection

from bench.home import GUANGYUE


@contextmanager
def database(name: str, *, template: str = "template1") -> Iterator[str]:
    """The address of a database that is gone afterwards."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name}")


def guangyue(*words: str, database: str) -> None:
    environment = {**os.environ, "DATABASE_URL": database}
    subprocess.run([*GUANGYUE, *words], check=True, env=environment, stdout=subprocess.DEVNULL)
