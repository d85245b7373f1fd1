"""Rows as an import would leave them, for tests that begin after it."""

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from guangyue.gazette.models import Edition, Issue, PrintedClause, PrintedDocument
from guangyue.gazette.reading.shapes import Category, Level

IMPORTED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
numbers = count(1)


def an_edition(
    *, year: int = 2026, number: int | None = None, state: str = Edition.State.RELEASED, **fields: Any
) -> Edition:
    number = number or next(numbers)
    issue, _ = Issue.objects.get_or_create(year=year, number=number, defaults={"key": f"{year}-{number:02d}"})
    values = {
        "source": f"{issue.key}.txt",
        "encoding": "UTF-8",
        "sha256": f"{next(numbers):064x}",
        "text": "",
        "title": "示例市人民政府公报",
        "imported_at": IMPORTED_AT,
        **fields,
    }
    return Edition.objects.create(issue=issue, version=issue.editions.count() + 1, state=state, **values)


def a_document(*, number: str = "", edition: Edition | None = None, **fields: Any) -> PrintedDocument:
    """Released, unless its edition is not."""
    order = next(numbers)
    number = number or f"示政发〔2026〕{order}号"
    edition = edition or an_edition()
    values = {
        "key": number,
        "series": "政发",
        "year": 2026,
        "serial": order,
        "title": "关于示例工作的意见",
        "issuers": ["示例市人民政府"],
        "category": Category.GOVERNMENT.value,
        "day": date(2026, 3, 1),
        "parts": [{"kind": "正文", "name": "", "title": "", "spans": []}],
        **fields,
    }
    return PrintedDocument.objects.create(edition=edition, order=order, number=number, **values)


def a_clause(
    document: PrintedDocument,
    path: str,
    text: str = "",
    *,
    level: Level = Level.SECTION,
    parent: PrintedClause | None = None,
    **fields: Any,
) -> PrintedClause:
    return PrintedClause.objects.create(
        document=document,
        parent=parent,
        order=document.clauses.count() + 1,
        depth=parent.depth + 1 if parent else 0,
        part=0,
        path=path,
        level=level.name,
        text=text,
        **fields,
    )
