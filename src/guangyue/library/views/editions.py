"""公报校对: the list of issues, and an edition from its import to its release."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.gazette.models import Edition, HandCorrection
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.library.correction_wording import said_of
from guangyue.library.edition_list import EDITIONS, state_tag
from guangyue.library.permissions import IMPORT_ISSUES, RELEASE_ISSUES
from guangyue.library.report import NOISES, compare_contents, repairs_of
from guangyue.library.review import window_at
from guangyue.library.services.intake import withdraw_edition
from guangyue.library.services.releasing import check_edition, release_edition, revise_edition

STEPS = (Edition.State.SPLIT, Edition.State.CHECKED, Edition.State.RELEASED)
MOST_REPAIRS = 200  # of a class, on the page
MOST_DOUBTS = 200


@needs(IMPORT_ISSUES)
def editions(request: SignedInRequest) -> HttpResponseBase:
    rows = Edition.objects.counted().select_related("issue", "imported_by")
    return show_list(request, EDITIONS, rows, template="library/editions.html")


@needs(IMPORT_ISSUES)
def edition(request: SignedInRequest, number: int) -> HttpResponse:
    """校对: the printed lines beside what was recognised in them."""
    return show_edition(request, edition_at(number))


def show_edition(
    request: SignedInRequest, edition: Edition, *, panel: dict[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """The review page, with the panel of a line where one is open."""
    documents = list(edition.documents.order_by("order"))
    doubts = list(edition.doubts.all())
    line = _asked_line(request)
    context = {
        "edition": edition,
        "tag": state_tag(edition),
        "documents": documents,
        "doubts": doubts[:MOST_DOUBTS],
        "doubts_unlisted": len(doubts[MOST_DOUBTS:]),
        "blocking": sum(doubt.blocks for doubt in doubts),
        "window": window_at(edition, line, documents, doubts),
        "compared": compare_contents(edition, documents),
        "repaired": repairs_of(edition),
        "most_repairs": MOST_REPAIRS,
        "noises": {noise.value: title for noise, title in NOISES.items()},
        "corrections": [(row, *said_of(row.correction)) for row in _corrections(edition)],
        "others": edition.issue.editions.exclude(pk=edition.pk).defer("text").order_by("version"),
        "steps": [(state.label, _passed(edition, state)) for state in STEPS],
        "panel": panel,
        "may_release": request.may(RELEASE_ISSUES),
    }
    return render(request, "library/edition.html", context, status=status)


@require_POST
@needs(IMPORT_ISSUES)
def checking(request: SignedInRequest, number: int) -> HttpResponse:
    checked = check_edition(edition=edition_at(number), by=request.user, at=timezone.now())
    messages.success(request, "校核通过，可以发布。")
    return redirect("library:edition", checked.pk)


@require_POST
@needs(RELEASE_ISSUES)
def release(request: SignedInRequest, number: int) -> HttpResponse:
    edition = edition_at(number)
    former = edition.issue.editions.released().first()
    question = ask_first(
        request,
        question=f"发布{edition}？",
        consequence=f"{edition.documents.count()} 件公文随即公开，可以查询和引用。"
        + (f"第{former.version}版由这一版取代。" if former else ""),
        yes="发布",
    )
    if question:
        return question
    release_edition(edition=edition, by=request.user, at=timezone.now())
    messages.success(request, f"{edition}已经发布。")
    return redirect("library:edition", edition.pk)


@require_POST
@needs(IMPORT_ISSUES)
def withdrawal(request: SignedInRequest, number: int) -> HttpResponse:
    """撤回 what should not have come in."""
    edition = edition_at(number)
    question = ask_first(
        request,
        question=f"撤回{edition}？",
        consequence="读出的公文删去，原文和更正留下；同一个文件以后可以重新导入。已发布的版本不受影响。",
        yes="撤回",
    )
    if question:
        return question
    withdraw_edition(edition=edition)
    messages.success(request, f"{edition}已经撤回。")
    return redirect("library:editions")


@require_POST
@needs(IMPORT_ISSUES)
def revision(request: SignedInRequest, number: int) -> HttpResponse:
    """重新校对 what has been released."""
    revised = revise_edition(edition=edition_at(number), by=request.user, at=timezone.now())
    messages.success(request, "已经另起一版供校对；发布以前，原来的一版照常使用。")
    return redirect("library:edition", revised.pk)


def edition_at(number: int) -> Edition:
    return get_object_or_404(Edition.objects.select_related("issue", "imported_by"), pk=number)


def page_of(edition: Edition, line: int) -> str:
    """The review page at that line."""
    return f"{reverse('library:edition', args=[edition.pk])}?line={line}#line-{line}"


def _asked_line(request: SignedInRequest) -> int:
    asked = request.GET.get("line", "")
    return int(asked) if asked.isdecimal() and len(asked) < len(str(2**31)) else 1


def _corrections(edition: Edition) -> list[HandCorrection]:
    return list(edition.issue.corrections.in_force().select_related("by"))


def _passed(edition: Edition, state: Edition.State) -> bool:
    reached = {Edition.State.CHECKED: 1, Edition.State.RELEASED: 2, Edition.State.SUPERSEDED: 2}
    return STEPS.index(state) <= reached.get(Edition.State(edition.state), 0)
