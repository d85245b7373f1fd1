"""What waits for those who confirm readings, watch sources, explain documents and clear them out."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo
from guangyue.kit.wording import day
from guangyue.library.models import CleanupItem, Interpretation, Source, with_points_counted
from guangyue.library.permissions import (
    APPROVE_INTERPRETATIONS,
    CONFIRM_DIGESTS,
    JUDGE_DOCUMENTS,
    WATCH_SOURCES,
    WRITE_INTERPRETATIONS,
)

MOST_TODOS = 100


@needs(CONFIRM_DIGESTS)
def digests_to_confirm(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = with_points_counted(PrintedDocument.objects.released().select_related("edition")).filter(
        waiting__gt=0
    )
    for document in rows.defer("edition__text", "parts", "annexes")[:MOST_TODOS]:
        yield Todo(
            kind="自动解读",
            title=f"{document.title}：{document.waiting} 条要点待确认",
            link=reverse("library:digest", args=[document.pk]),
            since=document.edition.released_at or document.edition.imported_at,
            detail=document.number,
        )


@needs(WATCH_SOURCES)
def failing_sources(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for source in Source.objects.failing().select_related("last")[:MOST_TODOS]:
        yield Todo(
            kind="政策来源",
            title=f"{source}出错",
            link=source.get_absolute_url(),
            since=source.last.failing_since or at,
            detail=source.last.problem,
        )


@needs(APPROVE_INTERPRETATIONS)
def interpretations_to_approve(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those of others: nobody approves what they wrote."""
    for one in Interpretation.objects.to_approve(scope).exclude(written_by=user)[:MOST_TODOS]:
        yield Todo(
            kind="政策解读",
            title=f"审定：{one.title}",
            link=one.get_absolute_url(),
            since=one.written_at,
            detail=str(one.cites),
        )


@needs(WRITE_INTERPRETATIONS)
def interpretations_returned(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    own = Interpretation.objects.within(scope).filter(written_by=user, state=Interpretation.State.RETURNED)
    for one in own[:MOST_TODOS]:
        yield Todo(
            kind="政策解读",
            title=f"退回修改：{one.title}",
            link=one.get_absolute_url(),
            since=one.written_at,
            detail=str(one.cites),
        )


@needs(JUDGE_DOCUMENTS)
def documents_to_judge(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """One for each round: its documents are a list."""
    rounds: dict[int, list[CleanupItem]] = {}
    for item in CleanupItem.objects.open().within(scope).select_related("cleanup"):
        rounds.setdefault(item.cleanup_id, []).append(item)
    for items in rounds.values():
        cleanup = items[0].cleanup
        late = "，已经逾期" if cleanup.is_overdue(timezone.localdate(at)) else ""
        yield Todo(
            kind="文件清理",
            title=f"{cleanup}：{len(items)} 件未填报",
            link=f"{reverse('library:cleanup_items')}?open=yes",
            since=cleanup.opened_at,
            detail=f"应于{day(cleanup.due)}完成{late}",
        )
