"""Django's command line, in a child of `guangyue`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django import setup
from django.core.management import call_command, execute_from_command_line
from django.db import DatabaseError

from guangyue.operations.connection import check_server, first_line
from guangyue.operations.trouble import Trouble, said_in_one_line

# What can be asked of a city that never ran: its tables are made first.
ASKED = ("clauses", "coverage", "examples", "gazette")


def main() -> None:
    try:
        with said_in_one_line(), _database_troubles():
            check_server(os.environ["DATABASE_URL"])
            if sys.argv[1] in ASKED:
                setup()
                call_command("migrate", verbosity=0, interactive=False)
            execute_from_command_line(["guangyue", *sys.argv[1:]])
    except KeyboardInterrupt:
        sys.exit(130)


@contextmanager
def _database_troubles() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        match error.__cause__:
            case psycopg.errors.DiskFull():
                raise Trouble("磁盘已满，数据库无法写入：请清理磁盘后重试") from error
            case psycopg.OperationalError() as cause:
                raise Trouble(f"数据库中断：{first_line(cause)}") from error
        raise


if __name__ == "__main__":
    main()
