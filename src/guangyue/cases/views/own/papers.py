"""材料: what this situation asks the applicant for, each with what lies under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.intake import UNFINISHED
from guangyue.cases.intaking import DEFAULT_SUPPLY_DAYS
from guangyue.cases.models import Case, Paper, PaperFile
from guangyue.cases.owning import held, held_file
from guangyue.cases.services.own_papers import (
    earlier_papers,
    promise_paper,
    reuse_paper,
    supply_day,
    take_out_file,
    takes_files,
    turn_since,
    upload_files,
)
from guangyue.files.answers import answer_with_file, answer_with_small
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Material, Source

ATTACHED = Prefetch(
    "files", PaperFile.objects.filter(taken_out_at=None).select_related("file"), to_attr="attached"
)


@dataclass(frozen=True)
class ShownPaper:
    """A paper as its page shows it; `error` is what was wrong with what was just sent. Of its files those can
    be taken out that came since it has been the applicant's turn."""

    paper: Paper
    material: Material
    takes_files: bool
    earlier: Paper | None
    supply_by: date
    turn_since: datetime | None
    error: str = ""

    @property
    def supply_days(self) -> int:
        return self.material.supply_days or DEFAULT_SUPPLY_DAYS


@never_cache
@for_signed_in
def papers(request: SignedInRequest, key: UUID) -> HttpResponse:
    """上传材料."""
    case = held(request.user, key, at=timezone.now()).case
    if case.stands_in not in UNFINISHED:
        return redirect("cases:own_case", case.key)
    return _show(request, case)


@require_POST
@for_signed_in
def paper(request: SignedInRequest, key: UUID, pk: int) -> HttpResponse:
    """上传, 撤下, 复用 or 容缺承诺: what the button says, for one paper."""
    at = timezone.now()
    case = held(request.user, key, at=at).case
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
        return _show(request, case, error=(one.pk, refusal.sentence))
    place = "cases:fill_papers" if case.stands_in in UNFINISHED else "cases:own_case"
    response = redirect(place, case.key)
    response["Location"] += f"#paper-{one.pk}"
    return response


@never_cache
@for_signed_in
def own_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """附件 of one's own; small, for a page, where it is asked for so."""
    file = held_file(request.user, key, at=timezone.now()).file
    if "small" in request.GET and file.is_picture:
        return answer_with_small(file)
    return answer_with_file(file, download="download" in request.GET)


def shown_papers(case: Case, *, error: tuple[int, str] = (0, "")) -> Iterator[ShownPaper]:
    """What the applicant is asked for, in the order of the matter."""
    today = local_day(timezone.now())
    earlier, turn = earlier_papers(case), turn_since(case)
    theirs = case.papers.filter(source=Source.APPLICANT.name).prefetch_related(ATTACHED)
    for one in theirs:
        one.case = case
        yield ShownPaper(
            paper=one,
            material=case.declared.material(one.code),
            takes_files=takes_files(one),
            earlier=earlier.get(one.title),
            supply_by=one.supply_by or supply_day(one, on=today),
            turn_since=turn,
            error=error[1] if one.pk == error[0] else "",
        )


def _show(request: SignedInRequest, case: Case, *, error: tuple[int, str] = (0, "")) -> HttpResponse:
    context = {
        "held": held(request.user, case.key, at=timezone.now()),
        "case": case,
        "papers": list(shown_papers(case, error=error)),
        "fetched": case.papers.exclude(source=Source.APPLICANT.name),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error[1] else HTTPStatus.OK
    return render(request, "cases/own_papers.html", context, status=status)


def _remove(one: Paper, attached: str) -> None:
    if attached.isdecimal():
        theirs = one.files.filter(taken_out_at=None).select_related("paper__case")
        take_out_file(attached=get_object_or_404(theirs, pk=int(attached)))
