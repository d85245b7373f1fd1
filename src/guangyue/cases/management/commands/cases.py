"""`guangyue cases verify-archive FILE…`: whether archive packages are whole and unchanged."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guangyue.cases.archive_checking import faults_of


class Command(BaseCommand):
    help = "办件：核对归档包是否完整、有没有改动"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        verify = words.add_parser("verify-archive", help="逐个核对归档包；有一个不合格就以 1 结束")
        verify.add_argument("packages", nargs="+", type=Path, metavar="文件")

    def handle(self, *, packages: list[Path], **options: Any) -> None:
        broken = 0
        for package in packages:
            faults = list(faults_of(package))
            broken += bool(faults)
            self.stdout.write(
                f"{'✗' if faults else '✓'} {package.name}  {'；'.join(faults) or '完整，没有改动'}"
            )
        if broken:
            raise CommandError(f"{broken} 个归档包不合格", returncode=1)
