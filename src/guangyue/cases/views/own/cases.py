"""我的办件: one's cases and drafts, and one case with its road and what is wanted from the applicant now."""

from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import Kind
from guangyue.cases.asides import asides_of
from guangyue.cases.flow import Actor, Arrow, Phase
from guangyue.cases.intake import told_answers
from guangyue.cases.models import Case, Paper
from guangyue.cases.owning import Held, held, own_cases
from guangyue.cases.pictures import WITH_ROAD, road_of_case
from guangyue.cases.road import Stop, narrowed
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import HAND_IN
from guangyue.cases.services.own_papers import wanted_papers
from guangyue.cases.views.own.papers import page_of, shown_papers
from guangyue.cases.views.saying import said_in
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.confirmation import ask_first
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.registries.identity import identity_address, identity_of

PAGE = 20


@dataclass(frozen=True)
class Listed:
    """A case of the list, with its road as a line and what it waits for from the applicant."""

    case: Case
    stops: list[Stop]
    owes: bool

    @property
    def waits(self) -> bool:
        return self.case.stands_in is Phase.SUPPLEMENT or self.owes


@never_cache
@for_signed_in
def cases(request: SignedInRequest) -> HttpResponse:
    """我的办件: drafts first, then what was handed in, the latest first."""
    identity = identity_of(request.user)
    if identity is None and request.user.kind != Kind.STAFF:
        messages.info(request, "先完成实名认证，再办事、查看办件。")
        return redirect(identity_address(back=request.path))
    before = request.GET.get("before", "")
    theirs = own_cases(request.user).select_related("version", "flow", "unit", "desk", "person", "firm")
    handed_in = theirs.handed_in().filter(bundle="").prefetch_related(*WITH_ROAD).order_by("-pk")
    if before.isdecimal():
        handed_in = handed_in.filter(pk__lt=int(before))
    page = list(handed_in[: PAGE + 1])
    owing = set(Paper.objects.owed().filter(case__in=page).values_list("case", flat=True))
    at, calendar = timezone.now(), HolidayNotice.objects.calendar()
    context = {
        "drafts": [] if before else list(theirs.filter(phase=Phase.DRAFT.name).order_by("-pk")),
        "cases": [
            Listed(case, narrowed(road_of_case(case, at=at, calendar=calendar)), case.pk in owing)
            for case in page[:PAGE]
        ],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "before": before,
    }
    return render(request, "cases/own_cases.html", context)


@never_cache
@for_signed_in
def case(request: SignedInRequest, key: UUID) -> HttpResponse:
    """一件办件."""
    one = held(request.user, key, at=timezone.now())
    if one.case.stands_in is Phase.DRAFT:
        return redirect("cases:fill", one.case.key)
    return _show(request, one)


@require_POST
@for_signed_in
def move(request: SignedInRequest, key: UUID, arrow: str) -> HttpResponse:
    """补正, 撤回 and whatever else the flow lets an applicant do."""
    at = timezone.now()
    one = held(request.user, key, at=at)
    made = next((each for each in own_arrows(one.case) if each.key == arrow), None)
    if made is None:
        raise Http404
    if made.confirms and (
        question := ask_first(
            request, question=f"{made.title}吗？", consequence=made.confirms, yes=made.title
        )
    ):
        return question
    try:
        move_case(
            case=one.case,
            arrow=arrow,
            by=request.user,
            actor=Actor.APPLICANT,
            at=at,
            said=said_in(request, longest=500),
            since=request.POST.get("since", ""),
        )
    except Refused as refusal:
        if refusal.status == HTTPStatus.FORBIDDEN:
            raise
        return _show(request, held(request.user, key, at=at), error=refusal.sentence)
    messages.success(request, f"{made.title}已经办好。")
    return redirect("cases:own_case", key)


def own_arrows(case: Case) -> list[Arrow]:
    """What is the applicant's to do at this step; handing in has a page of its own."""
    return [
        arrow
        for arrow in case.flow.declared.arrows_from(case.step)
        if arrow.by is Actor.APPLICANT and arrow.key not in HAND_IN.values()
    ]


def _show(request: SignedInRequest, one: Held, *, error: str = "") -> HttpResponse:
    at = timezone.now()
    case = one.case
    arrows = own_arrows(case)
    wanted = page_of(wanted_papers(case).missing_first(), request.GET.get("papers", ""))
    stops = road_of_case(case, at=at)
    context = {
        "held": one,
        "case": case,
        "stops": stops,
        "line": narrowed(stops),
        "now_at": next((stop for stop in stops if stop.stage.name == "NOW"), None),
        "told_last": _told_last(case),
        "wanted_page": wanted,
        "wanted": list(shown_papers(case, wanted)),
        "kept": page_of(
            case.papers.exclude(pk__in=wanted_papers(case).values("pk")), request.GET.get("kept", "")
        ),
        "unfolded": "kept" in request.GET,
        "forth": [arrow for arrow in arrows if not arrow.confirms],
        "back": [arrow for arrow in arrows if arrow.confirms],
        "charges": list(case.charges.all()),
        "letters": list(case.letters.all()),
        "told": told_answers(case),
        "asides": asides_of(case, request),
        "error": error,
    }
    status = HTTPStatus.CONFLICT if error else HTTPStatus.OK
    return render(request, "cases/own_case.html", context, status=status)


def _told_last(case: Case) -> str:
    """一次性告知: what was said when it became the applicant's turn."""
    if case.stands_in is not Phase.SUPPLEMENT:
        return ""
    moves = list(case.moves.all())
    return moves[-1].said if moves else ""
