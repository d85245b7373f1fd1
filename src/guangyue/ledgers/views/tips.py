"""群众举报 for those who check them; nobody of the unit concerned opens these pages."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.masks import mask_phone
from guangyue.ledgers import lists
from guangyue.ledgers.forms.clearing import AnswerForm, TipProblemForm
from guangyue.ledgers.models import Problem, Tip
from guangyue.ledgers.permissions import INSPECT_PROBLEMS
from guangyue.ledgers.services.tipping import answer_tip, make_problem_of
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city


@needs(INSPECT_PROBLEMS)
def tips(request: SignedInRequest) -> HttpResponseBase:
    rows = Tip.objects.within(request.scope).select_related("region", "campaign", "problem")
    return show_list(request, lists.TIPS, rows)


@never_cache
@needs(INSPECT_PROBLEMS)
def tip(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _tip(request, number)
    context = {"tip": shown, "files": shown.files.all(), "phone": mask_phone(shown.phone)}
    return render(request, "ledgers/tip.html", context)


@needs(INSPECT_PROBLEMS)
def tip_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    return answer_with_file(get_object_or_404(_tip(request, number).files, key=key))


@needs(INSPECT_PROBLEMS)
def tip_problem(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _tip(request, number)
    return answer_form(
        request,
        TipProblemForm(posted(request), problems=Problem.objects.within(request.scope)),
        title=f"举报 {shown} 立为问题",
        lead="已经销号的问题，立为以后即恢复为复发；整改单位看不到举报人，也看不到举报原文。",
        back=shown.get_absolute_url(),
        button="立为这个问题",
        do=lambda said: make_problem_of(tip=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经立为问题。",
    )


@needs(INSPECT_PROBLEMS)
def answer(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _tip(request, number)
    return answer_form(
        request,
        AnswerForm(posted(request)),
        title=f"答复举报 {shown}",
        lead=shown.text,
        back=shown.get_absolute_url(),
        button="答复",
        do=lambda said: answer_tip(tip=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经答复。",
    )


def _tip(request: SignedInRequest, number: str) -> Tip:
    rows = Tip.objects.within(request.scope).select_related("region", "campaign", "problem", "answered_by")
    return get_object_or_404(rows, number=number)
