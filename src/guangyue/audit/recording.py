"""Acts that change no row, and so leave no trace of themselves: a look, an export, a sign-in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model

from guangyue.audit.models import Record
from guangyue.kit.refusals import current_reference


def record(
    *,
    action: str,
    subject: Model | None = None,
    detail: Mapping[str, Any] | None = None,
    by: Any,
    at: datetime,
) -> Record:
    """Keep that somebody did this, to what, and what there is to know about it: 查看, 导出, 登录."""
    return Record.objects.create(
        at=at,
        by_id=by.pk if by else None,
        by_name=str(by) if by else "",
        reference=current_reference(),
        action=action,
        table_name=subject._meta.db_table if subject else "",
        row_key=str(subject.pk) if subject else "",
        detail=dict(detail) if detail else None,
    )
