"""Django's command line, in a child of `guangyue`: what stops a command is said in one line."""

import os
import sys

import psycopg
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from guangyue.operations.connection import check_server, last_line
from guangyue.operations.trouble import Trouble, say


def main() -> None:
    try:
        check_server(os.environ["DATABASE_URL"])
        execute_from_command_line(["guangyue", *sys.argv[1:]])
    except Trouble as trouble:
        sys.exit(say(trouble))
    except DatabaseError as error:
        if isinstance(error.__cause__, psycopg.errors.DiskFull):
            sys.exit(say("磁盘已满，数据库无法写入：请清理磁盘后重试"))
        if isinstance(error.__cause__, psycopg.OperationalError):
            sys.exit(say(f"数据库中断：{last_line(error.__cause__)}"))
        raise
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
