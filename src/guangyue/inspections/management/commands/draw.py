"""`guangyue draw verify RECORD [KEPT]`: a published draw done over, and what does not agree in it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guangyue.inspections.verifier.gydraw_verify import differences

ONLY_ITSELF = "记录自身一致；再同当时的抽取公告核对，才知道是不是公告的那次抽取"


class Command(BaseCommand):
    help = "抽取：按公布的抽取记录重新计算，不一致的逐项指出"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        verify = words.add_parser("verify", help="核对抽取记录；不一致就以 1 结束")
        verify.add_argument("file", type=Path, metavar="抽取记录")
        verify.add_argument(
            "kept", type=Path, nargs="?", metavar="留存", help="当时的抽取公告，或者以前下载的抽取记录"
        )

    def handle(self, *, file: Path, kept: Path | None, **options: Any) -> None:
        try:
            files = [one.read_bytes() for one in (file, kept) if one]
        except OSError as failure:
            raise CommandError(f"读文件出错：{failure}") from failure
        found = differences(*files)
        for sentence in found:
            self.stdout.write(f"✗ {sentence}")
        if found:
            raise CommandError("抽取记录核对不一致", returncode=1)
        self.stdout.write("核对无误" if kept else ONLY_ITSELF)
