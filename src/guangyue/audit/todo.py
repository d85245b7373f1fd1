"""What waits for those who audit."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from guangyue.audit.models import Verification
from guangyue.audit.permissions import VERIFY_CHAIN
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo


@needs(VERIFY_CHAIN)
def chain_in_doubt(*, user: Any, scope: Scope, at: datetime) -> Iterator[Todo]:
    """The last verification found faults."""
    last = Verification.objects.order_by("-at", "-pk").first()
    if last and not last.passed:
        yield Todo("审计", f"审计链核验发现 {last.faults} 处问题", reverse("audit:chain"), since=last.at)
