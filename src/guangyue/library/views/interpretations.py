"""政策解读: written by one official of an interpreting body, approved by another."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import Permission, Scope, SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.library import policy_lists as lists
from guangyue.library.models import Interpretation
from guangyue.library.permissions import APPROVE_INTERPRETATIONS, WRITE_INTERPRETATIONS
from guangyue.library.policy_forms import InterpretationForm, ReasonForm
from guangyue.library.services.interpretations import (
    Interpreter,
    NotYourBody,
    approve_interpretation,
    draft_interpretation,
    edit_interpretation,
    interpreters_of,
    return_interpretation,
    submit_interpretation,
    withdraw_interpretation,
)
from guangyue.organisations.views.acting import answer_form, posted


@needs(WRITE_INTERPRETATIONS)
def interpretations(request: SignedInRequest) -> HttpResponseBase:
    rows = Interpretation.objects.within(request.scope).select_related("written_by")
    return show_list(request, lists.INTERPRETATIONS, rows, template="library/interpretations.html")


@needs(WRITE_INTERPRETATIONS)
def drafting(request: SignedInRequest) -> HttpResponse:
    """起草: of the document, and the clause, that the address names."""
    number, path = request.GET.get("number", ""), request.GET.get("path", "")
    return answer_form(
        request,
        InterpretationForm(posted(request), initial={"number": number, "path": path}),
        title="撰写政策解读",
        lead="解读由公文写明的解释机关负责；没有写明的，由发文机关负责。审定以后作为说明显示在条款旁边。",
        back=reverse("library:interpretations"),
        button="存为草稿",
        do=lambda said: _draft(request, **said),
        done="草稿已经存好，看过以后提交审定。",
    )


@needs(WRITE_INTERPRETATIONS)
def interpretation(request: SignedInRequest, number: int) -> HttpResponse:
    """One interpretation, the clause it explains, and whose consent it has."""
    interpretation = _interpretation(request, number, WRITE_INTERPRETATIONS)
    document = PrintedDocument.objects.released().filter(key=interpretation.document_key).first()
    clauses = document.clauses.filter(path=interpretation.path) if document and interpretation.path else ()
    open_ = interpretation.consents.filter(at=None).within(request.scope_of(APPROVE_INTERPRETATIONS))
    context = {
        "interpretation": interpretation,
        "document": document,
        "clause": next(iter(clauses), None),
        "consents": interpretation.consents.select_related("organisation", "by"),
        "moves": interpretation.moves.select_related("by").order_by("-pk"),
        "may_approve": request.may(APPROVE_INTERPRETATIONS) and open_.exists(),
        "is_own": interpretation.written_by_id == request.user.pk,
        "may_withdraw": request.may(APPROVE_INTERPRETATIONS),
    }
    return render(request, "library/interpretation.html", context)


@needs(WRITE_INTERPRETATIONS)
def editing(request: SignedInRequest, number: int) -> HttpResponse:
    interpretation = _interpretation(request, number, WRITE_INTERPRETATIONS)
    form = InterpretationForm(
        posted(request),
        initial={
            "number": interpretation.document_key,
            "path": interpretation.path,
            "title": interpretation.title,
            "text": interpretation.text,
        },
        fixed=True,
    )
    return answer_form(
        request,
        form,
        title="修改政策解读",
        lead=str(interpretation.cites),
        back=interpretation.get_absolute_url(),
        button="保存",
        do=lambda said: edit_interpretation(
            interpretation=interpretation, **said, by=request.user, at=timezone.now()
        ),
        done="已经保存。",
    )


@require_POST
@needs(WRITE_INTERPRETATIONS)
def submission(request: SignedInRequest, number: int) -> HttpResponse:
    interpretation = _interpretation(request, number, WRITE_INTERPRETATIONS)
    submit_interpretation(interpretation=interpretation, by=request.user, at=timezone.now())
    messages.success(request, "已经提交审定。")
    return redirect(interpretation)


@require_POST
@needs(APPROVE_INTERPRETATIONS)
def approval(request: SignedInRequest, number: int) -> HttpResponse:
    interpretation = _interpretation(request, number, APPROVE_INTERPRETATIONS)
    if question := ask_first(
        request,
        question="审定这件解读？",
        consequence="解释机关全部审定以后，解读立即向公众显示。",
        yes="审定",
    ):
        return question
    mine = interpretation.consents.within(request.scope).values_list("organisation", flat=True)
    approve_interpretation(
        interpretation=interpretation, organisations=list(mine), by=request.user, at=timezone.now()
    )
    messages.success(request, "已经审定。")
    return redirect("library:interpretation", number)


@needs(APPROVE_INTERPRETATIONS)
def returning(request: SignedInRequest, number: int) -> HttpResponse:
    interpretation = _interpretation(request, number, APPROVE_INTERPRETATIONS)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="退回解读",
        lead=str(interpretation),
        back=interpretation.get_absolute_url(),
        button="退回",
        do=lambda said: return_interpretation(
            interpretation=interpretation, **said, by=request.user, at=timezone.now()
        ),
        done="已经退回撰写人。",
    )


@needs(APPROVE_INTERPRETATIONS)
def withdrawal(request: SignedInRequest, number: int) -> HttpResponse:
    interpretation = _interpretation(request, number, APPROVE_INTERPRETATIONS)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="撤回解读",
        lead=f"{interpretation}。撤回以后不再向公众显示。",
        back=interpretation.get_absolute_url(),
        button="撤回",
        do=lambda said: withdraw_interpretation(
            interpretation=interpretation, **said, by=request.user, at=timezone.now()
        ),
        done="已经撤回。",
    )


def _draft(request: SignedInRequest, *, document: PrintedDocument, **said: str) -> None:
    """Only for a document that a body in reach interprets."""
    interpreters = interpreters_of(document)
    if interpreters and not any(_covers(request.scope, one) for one in interpreters):
        raise NotYourBody(field="number")
    draft_interpretation(document=document, **said, by=request.user, at=timezone.now())


def _covers(scope: Scope, interpreter: Interpreter) -> bool:
    organisation = interpreter.organisation
    return scope.covers(region=organisation.region_id, organisation=organisation.pk)


def _interpretation(request: SignedInRequest, number: int, permission: Permission) -> Interpretation:
    rows = Interpretation.objects.within(request.scope_of(permission)).select_related("written_by")
    return get_object_or_404(rows, pk=number)
