"""`guangyue prepare`: what has to be there before the first page, done only where it is not there yet."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from guangyue.operations.trouble import say


class Command(BaseCommand):
    help = "准备：建表、收集静态文件、设立管理员"

    def handle(self, *args: Any, **options: Any) -> None:
        self.migrate()
        self.collect_static_files()

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write(say("正在更新数据库结构"))
            call_command("migrate", verbosity=0, interactive=False)

    def collect_static_files(self) -> None:
        stamp = Path(settings.STATIC_ROOT) / ".stamp"
        mark = _mark_of_static_files()
        if not stamp.exists() or stamp.read_text() != mark:
            self.stdout.write(say("正在收集静态文件"))
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
            stamp.write_text(mark)


def _mark_of_static_files() -> str:
    """Changes with every file that pages load: its name, its length and when it was written."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(None):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
