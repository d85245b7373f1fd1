"""`audit verify` walks along the whole chain, or along one that was exported; `audit export` hands it out."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guangyue.audit.chain import Fault, Head, check_trail, read_heads, read_trail
from guangyue.audit.models import Verification
from guangyue.audit.verification import export_step, verify_step
from guangyue.kit.progress import Progress


class Command(BaseCommand):
    help = "核验审计链；导出审计链，供第三方核验"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        verify = words.add_parser("verify", help="核验全部审计记录，有问题的逐条指出")
        verify.add_argument("file", nargs="?", type=Path, help="导出的审计链；不写则核验数据库中的")
        verify.add_argument("--heads", type=Path, help="以前留存的链头，每行一个序号、一个摘要")
        export = words.add_parser("export", help="把审计链写入文件，用 chain.py 就能核验")
        export.add_argument("file", type=Path)

    def handle(self, *, word: str, file: Path | None, heads: Path | None = None, **options: Any) -> None:
        try:
            noted = read_heads(heads.read_text(encoding="utf-8").splitlines()) if heads else {}
            if word == "export" and file:
                self._export(file)
            elif file:
                self._verify_file(file, noted)
            else:
                self._verify_database(noted)
        except (OSError, ValueError) as failure:
            raise CommandError(f"读写文件出错：{failure}") from failure

    def _verify_database(self, noted: dict[int, str]) -> None:
        walk(verify_step, options={"heads": noted}, folder=Path())
        found = Verification.objects.latest()
        for sentence in found.sentences:
            self.stdout.write(sentence)
        if found.faults > len(found.sentences):
            self.stdout.write(f"另有 {found.faults - len(found.sentences)} 处问题没有列出")
        self._conclude(found.faults, Head(found.head_number, found.head_digest))

    def _verify_file(self, file: Path, noted: dict[int, str]) -> None:
        faults, head = 0, Head()
        with file.open(encoding="utf-8") as lines:
            for found in check_trail(read_trail(lines), noted=noted):
                if isinstance(found, Fault):
                    faults += 1
                    self.stdout.write(str(found))
                else:
                    head = found
        self._conclude(faults, head)

    def _conclude(self, faults: int, head: Head) -> None:
        self.stdout.write(f"链头 {head}")
        if faults:
            raise CommandError(f"审计链有 {faults} 处问题", returncode=1)
        self.stdout.write("核验无误")

    def _export(self, file: Path) -> None:
        done = walk(export_step, options={"name": file.name}, folder=file.absolute().parent)
        self.stdout.write(done.message)


def walk(step: Callable[..., Progress], *, options: dict[str, Any], folder: Path) -> Progress:
    """All the steps of a long work, one after the other."""
    progress = Progress(0, 0)
    while not progress.finished:
        progress = step(
            options=options, checkpoint=progress.checkpoint, folder=folder, by=None, at=timezone.now()
        )
    return progress
