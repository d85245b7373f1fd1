"""`guangyue backup FILE`: the database and the uploaded files in one tar, made while the city runs."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from guangyue.operations.backups import write_backup
from guangyue.operations.trouble import Trouble, say


class Command(BaseCommand):
    help = "备份数据库和上传的文件，运行中也可以做"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="备份文件的名字，如 guangyue.tar；以 .gz 结尾则压缩")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if file.exists():
            raise Trouble(f"{file} 已经存在：备份不覆盖别的文件，请换一个名字")
        if not file.parent.is_dir():
            raise Trouble(f"没有 {file.parent} 这个目录：请先建立它，或换一个地方")
        manifest = write_backup(
            url=os.environ["DATABASE_URL"],
            files=Path(settings.MEDIA_ROOT),
            to=file.absolute(),
            at=timezone.now(),
        )
        self.stdout.write(say(f"已备份到 {file}：{manifest}。备份含个人信息，请妥善保管"))
