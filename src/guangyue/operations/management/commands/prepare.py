"""`guangyue prepare`: what has to be there before the first page."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from guangyue.operations.fingerprints import fingerprint, is_stamped
from guangyue.operations.trouble import Trouble, say
from guangyue.systems.enactment import declared_city, enact


class Command(BaseCommand):
    help = "准备好一切：静态文件、表结构、城市的机构和事项、管理员；加 --demo 则连同演示数据"
    requires_system_checks: list[str] = []  # noqa: RUF012  the checks ask for static files

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="装入演示数据")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        self.collect_static_files()
        self.stdout.write(say("正在核对表结构和城市的机构、事项"))
        call_command("migrate", verbosity=0, interactive=False)
        enact(declared_city(), at=timezone.now())
        call_command("make_administrator", stdout=self.stdout)
        if demo:
            self.stdout.write(say("正在核对演示数据"))
            call_command("demo", stdout=self.stdout)

    def collect_static_files(self) -> None:
        for _, folder in settings.STATICFILES_DIRS:
            if not Path(folder).is_dir():
                raise Trouble(
                    f"缺少页面所用的前端库（{folder}）：请执行 python3 gy up 或 python3 gy test 安装"
                )
        found = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(None)]
        stamp, mark = Path(settings.STATIC_ROOT) / ".stamp", fingerprint(found)
        if not is_stamped(stamp, mark):
            self.stdout.write(say("正在收集静态文件"))
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
            stamp.write_text(mark)
