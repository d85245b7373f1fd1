"""材料: what this situation asks the applicant for, each with what lies under it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.intake import UNFINISHED
from guangyue.cases.intaking import DEFAULT_SUPPLY_DAYS
from guangyue.cases.models import Case, Paper, PaperFile
from guangyue.cases.models.papers import PaperQuerySet
from guangyue.cases.owning import Held, held, held_file
from guangyue.cases.services.own_papers import (
    earlier_papers,
    promise_paper,
    reuse_paper,
    supply_day,
    take_out_file,
    turn_since,
    upload_files,
    wanted_papers,
)
from guangyue.files.answers import answer_with_file, answer_with_small
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Material, Source

PAPERS_A_PAGE = 20
ATTACHED = Prefetch(
    "files", PaperFile.objects.filter(taken_out_at=None).select_related("file"), to_attr="attached"
)


@dataclass(frozen=True)
class ShownPaper:
    """A paper that takes files, as a page shows it; `error` is what was wrong with what was just sent. Of its
    files those can be taken out that came since it has been the applicant's turn."""

    paper: Paper
    material: Material
    earlier: Paper | None
    supply_by: date
    turn_since: datetime | None
    error: str = ""

    @property
    def supply_days(self) -> int:
        return self.material.supply_days or DEFAULT_SUPPLY_DAYS


@dataclass(frozen=True)
class Wrong:
    """What was refused of what was just sent for a paper."""

    paper: Paper
    said: str


@never_cache
@for_signed_in
def papers(request: SignedInRequest, key: UUID) -> HttpResponse:
    """上传材料."""
    one = held(request.user, key, at=timezone.now())
    if one.case.stands_in not in UNFINISHED:
        return redirect("cases:own_case", key)
    return _show(request, one)


@require_POST
@for_signed_in
def paper(request: SignedInRequest, key: UUID, pk: int) -> HttpResponse:
    """上传, 撤下, 复用 or 容缺承诺: what the button says, for one paper."""
    at = timezone.now()
    holding = held(request.user, key, at=at)
    case = holding.case
    one = get_object_or_404(case.papers.filter(source=Source.APPLICANT.name), pk=pk)
    one.case = case
    try:
        match request.POST.get("do", "upload").split(":"):
            case ["remove", attached]:
                _remove(one, attached)
            case ["reuse"]:
                reuse_paper(paper=one, at=at)
            case ["promise"]:
                promise_paper(paper=one, promised=True, on=local_day(at))
            case ["no-promise"]:
                promise_paper(paper=one, promised=False, on=local_day(at))
            case _:
                upload_files(paper=one, uploads=request.FILES.getlist("files"), by=request.user, at=at)
    except Refused as refusal:
        if refusal.field != "files":
            raise
        return _show(request, holding, wrong=Wrong(one, refusal.sentence))
    if case.stands_in in UNFINISHED:
        address = f"{reverse('cases:fill_papers', args=[key])}?papers={_place_of(one)}"
    else:
        address = reverse("cases:own_case", args=[key])
    return redirect(f"{address}#paper-{one.pk}")


@never_cache
@for_signed_in
def own_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """附件 of one's own; small, for a page, where it is asked for so."""
    file = held_file(request.user, key, at=timezone.now()).file
    if "small" in request.GET and file.is_picture:
        return answer_with_small(file)
    return answer_with_file(file, download="download" in request.GET)


def page_of(papers: PaperQuerySet, number: str | int) -> Page[Paper]:
    """一页材料, with what lies under each."""
    return Paginator(papers.prefetch_related(ATTACHED), PAPERS_A_PAGE).get_page(number)


def shown_papers(case: Case, papers: Iterable[Paper], *, wrong: Wrong | None = None) -> Iterator[ShownPaper]:
    """Those of a page, each with every way to bring it."""
    today = local_day(timezone.now())
    earlier, turn = earlier_papers(case), turn_since(case)
    for one in papers:
        one.case = case
        yield ShownPaper(
            paper=one,
            material=case.declared.material(one.code),
            earlier=earlier.get(one.title),
            supply_by=one.supply_by or supply_day(one, on=today),
            turn_since=turn,
            error=wrong.said if wrong and wrong.paper == one else "",
        )


def _show(request: SignedInRequest, one: Held, *, wrong: Wrong | None = None) -> HttpResponse:
    case = one.case
    number = _place_of(wrong.paper) if wrong else request.GET.get("papers", "")
    page = page_of(wanted_papers(case), number)
    context = {
        "held": one,
        "case": case,
        "page": page,
        "papers": list(shown_papers(case, page, wrong=wrong)),
        "fetched": case.papers.exclude(source=Source.APPLICANT.name),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "cases/own_papers.html", context, status=status)


def _place_of(paper: Paper) -> int:
    """The page on which it stands."""
    return wanted_papers(paper.case).filter(pk__lt=paper.pk).count() // PAPERS_A_PAGE + 1


def _remove(one: Paper, attached: str) -> None:
    if attached.isdecimal():
        theirs = one.files.filter(taken_out_at=None).select_related("paper__case")
        take_out_file(attached=get_object_or_404(theirs, pk=int(attached)))
