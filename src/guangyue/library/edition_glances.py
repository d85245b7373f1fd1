"""What the frames show of issues that come in: the ones to check and to release, and any by its name."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q
from django.urls import reverse

from guangyue.gazette.models import Edition
from guangyue.kit.access import Scope, needs
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.library.permissions import IMPORT_ISSUES

MOST_TODOS = 100


@needs(IMPORT_ISSUES)
def editions_to_check(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Edition.objects.to_review().counted().select_related("issue").order_by("imported_at")
    for edition in waiting[:MOST_TODOS]:
        many = edition.blocking_counted
        yield Todo(
            kind="公报校对",
            title=f"{edition}{edition.get_state_display()}",
            link=reverse("library:edition", args=[edition.pk]),
            since=edition.imported_at,
            detail=f"{edition.documents_counted} 件公文，"
            + (f"{many} 处存疑须处理" if many else "没有须处理的存疑"),
        )


@needs(IMPORT_ISSUES)
def find_editions(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """Issues by key or file name; documents are found in the library itself."""
    named = Q(issue__key__contains=words) | Q(source__contains=words)
    for edition in Edition.objects.filter(named).select_related("issue").defer("text")[:most]:
        yield Found(
            kind="公报",
            title=str(edition),
            link=reverse("library:edition", args=[edition.pk]),
            detail=f"{edition.get_state_display()}，{edition.source}",
        )
