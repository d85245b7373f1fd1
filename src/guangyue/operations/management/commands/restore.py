"""`guangyue restore FILE`: put back what `guangyue backup` has kept, or leave everything as it is.

What an older version has kept is brought up to date, and the audit chain is verified.
"""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db.migrations.loader import MigrationLoader

from guangyue.operations.restoring import restore_backup
from guangyue.operations.trouble import Trouble, say


class Command(BaseCommand):
    help = "从备份恢复；已有数据时须加 --force"
    requires_system_checks: list[str] = []  # noqa: RUF012  as Django declares it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="guangyue backup 做的文件")
        parser.add_argument("--force", action="store_true", help="替换这里已有的数据和文件")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        if not file.is_file():
            raise Trouble(f"没有 {file} 这个文件")
        on_disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
        manifest = restore_backup(
            source=file,
            url=os.environ["DATABASE_URL"],
            files=Path(settings.MEDIA_ROOT),
            known={f"{app}.{name}" for app, name in on_disk},
            force=force,
        )
        self.stdout.write(say(f"已恢复 {manifest.made_at} 的备份：{manifest}"))
        call_command("migrate", verbosity=0, interactive=False)
        call_command("audit", "verify", stdout=self.stdout)
