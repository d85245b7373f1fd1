"""`guangyue gazette import FILE…`, `list`, `release KEY`, `report KEY`: the library from the command line."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guangyue.audit.acting import acting
from guangyue.gazette.models import Edition
from guangyue.kit.refusals import Refused
from guangyue.library.report import compare_contents, repairs_of
from guangyue.library.services.folders import bring_in, check_and_release, files_in
from guangyue.organisations.models import Region
from guangyue.systems.enactment import declared_city, enact

ACTOR = "服务器命令行"


class Command(BaseCommand):
    help = "政策库：导入公报，查看各期，发布，查看校对报告"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        bring = words.add_parser("import", help="导入公报文件，或者文件夹里的全部公报文件")
        bring.add_argument("paths", nargs="+", type=Path, metavar="文件")
        bring.add_argument("--release", action="store_true", help="没有存疑的，随即校核、发布")
        words.add_parser("list", help="列出各期和各版")
        for word, purpose in (("release", "校核并发布一期"), ("report", "一期的校对报告")):
            one = words.add_parser(word, help=purpose)
            one.add_argument("key", metavar="期", help="如 2019-04；单独导入的公文用文号")

    def handle(self, *, word: str, **options: Any) -> None:
        with acting(name=ACTOR):
            if not Region.objects.exists():  # a city that never ran knows its names before it reads of them
                enact(declared_city(), at=timezone.now())
            match word:
                case "import":
                    self._import(options["paths"], release=options["release"])
                case "list":
                    self._list()
                case "release":
                    self._release(_latest(options["key"], under_review=True))
                case "report":
                    for line in report(_latest(options["key"])):
                        self.stdout.write(line)

    def _import(self, paths: Iterable[Path], *, release: bool) -> None:
        failed = 0
        for path in files_in(paths):
            done, sentence = bring_in(path, release=release)
            failed += not done
            self.stdout.write(f"{'✓' if done else '✗'} {path.name}  {sentence}")
        if failed:
            raise CommandError(f"{failed} 个文件没有办成", returncode=1)

    def _list(self) -> None:
        editions = Edition.objects.counted().select_related("issue").order_by("issue__key", "version")
        for edition in editions:
            self.stdout.write(
                f"{edition.issue.key}  第{edition.version}版  {edition.get_state_display()}  "
                f"{edition.documents_counted} 件  须处理的存疑 {edition.blocking_counted} 处  "
                f"{edition.source}"
            )
        if not editions:
            self.stdout.write("还没有公报，用 guangyue gazette import 导入")

    def _release(self, edition: Edition) -> None:
        try:
            released = check_and_release(edition)
        except Refused as refusal:
            raise CommandError(refusal.sentence, returncode=1) from refusal
        self.stdout.write(f"已发布 {released}")


def report(edition: Edition) -> Iterator[str]:
    """校对报告, line by line."""
    documents = list(edition.documents.order_by("order"))
    doubts = list(edition.doubts.all())
    yield f"{edition}  {edition.get_state_display()}"
    yield f"文件 {edition.source}，{edition.encoding}，{len(edition.lines)} 行"
    yield f"公文 {len(documents)} 件"
    for document in documents:
        pieces = "，".join(f"{piece['first']}–{piece['last']}" for piece in document.pieces)
        yield f"  {document.number or '—'}  {document.title}  {document.day or '无日期'}  行 {pieces}"
    for row in compare_contents(edition, documents):
        if row.finding:
            yield f"目录核对：{row.finding}  {row.number} {row.title}"
    yield "修补"
    for repaired in repairs_of(edition):
        yield f"  {repaired.noise.value:<4}{len(repaired.repairs):>5} 处  {repaired.title}"
    yield f"存疑 {len(doubts)} 处"
    for doubt in doubts:
        yield f"  行 {doubt.line_first}  {'【须处理】' if doubt.blocks else ''}{doubt.sentence}"
    uncovered = sum(doubt.key == "uncovered" for doubt in doubts)
    yield f"没有归属的行 {uncovered} 处" if uncovered else "每一行都有归属"


def _latest(key: str, *, under_review: bool = False) -> Edition:
    editions = Edition.objects.filter(issue__key=key).exclude(state=Edition.State.WITHDRAWN)
    if not editions:
        raise CommandError(f"政策库里没有“{key}”", returncode=1)
    found = (editions.to_review() if under_review else editions).order_by("version").last()
    if found is None:
        raise CommandError(f"“{key}”没有待发布的版本", returncode=1)
    return found
