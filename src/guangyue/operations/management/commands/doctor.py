"""`guangyue doctor`: looks at everything the city needs, and says of each what to do when it is not well."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from guangyue.operations.examination import examine


class Command(BaseCommand):
    help = "逐项体检：✓ 正常，✗ 不正常和怎么办；有一项不正常就以 1 退出"
    requires_system_checks: list[str] = []  # noqa: RUF012  as Django declares it

    def handle(self, *args: Any, **options: Any) -> None:
        ill = 0
        for title, diagnosis in examine(timezone.now()):
            self.stdout.write(f"{'✓' if diagnosis.well else '✗'} {title}：{diagnosis}")
            ill += not diagnosis.well
        if ill:
            sys.exit(1)
