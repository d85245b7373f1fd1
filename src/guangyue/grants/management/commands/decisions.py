"""`guangyue decisions replay NUMBER…` or `--all`: decisions judged again from what they keep."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guangyue.grants.models import Decision
from guangyue.grants.models.decisions import GrantDecisionQuerySet
from guangyue.grants.services.replay import replay_decision

AT_A_TIME = 500


class Command(BaseCommand):
    help = "核定：按固化的事实、规则版本和当时的参数重演，逐字节核对"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        replay = words.add_parser("replay", help="重演核定；有一份不同就以 1 结束")
        replay.add_argument("numbers", nargs="*", metavar="编号")
        replay.add_argument("--all", action="store_true", help="全部核定")

    def handle(self, *, numbers: list[str], **options: Any) -> None:
        if options["all"] == bool(numbers):
            raise CommandError("请给出核定编号，或者用 --all 重演全部，二者选一。")
        rows = Decision.objects.all() if options["all"] else Decision.objects.filter(number__in=numbers)
        missing = set(numbers) - set(rows.values_list("number", flat=True)) if numbers else set()
        for number in sorted(missing):
            self.stdout.write(f"✗ {number}  没有这份核定")
        total, differing = self._replay(rows)
        self.stdout.write(f"重演 {total} 份，{total - differing} 份一致，{differing} 份不同")
        if differing or missing:
            raise CommandError("有核定重演不一致", returncode=1)

    def _replay(self, rows: GrantDecisionQuerySet) -> tuple[int, int]:
        """How many were judged again, and how many are another; those alone are named."""
        total = differing = 0
        for decision in rows.order_by("pk").iterator(chunk_size=AT_A_TIME):
            replayed = replay_decision(decision)
            total += 1
            if not replayed.same:
                differing += 1
                self.stdout.write(f"✗ {decision.number}  {'；'.join(replayed.differences)}")
        return total, differing
