"""`guangyue web`: the web server. The city is loaded once; the processes that answer are forked from it."""

import gc
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections
from django.urls import get_resolver
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

WORKERS = 2
PATIENCE = 10  # seconds that a worker has to finish an answer when the server stops


class Command(BaseCommand):
    help = "提供网页，直到收到停止信号；guangyue run 已经带有一个"
    requires_system_checks: list[str] = []  # noqa: RUF012  as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="监听的地址，默认 127.0.0.1")
        parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        load_the_city()
        # One thread a worker: with more, the slowest answers take several times as long.
        Granian(
            settings.WSGI_APPLICATION.replace(".application", ":application"),
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=WORKERS,
            blocking_threads=1,
            respawn_failed_workers=True,
            workers_kill_timeout=PATIENCE,
            log_level=LogLevels.warning,
        ).serve()


def load_the_city() -> None:
    """Everything that answering takes, in memory that the workers will share; and no connection among it."""
    import_string(settings.WSGI_APPLICATION)
    _ = get_resolver().url_patterns
    connections.close_all()
    gc.collect()
    gc.freeze()
