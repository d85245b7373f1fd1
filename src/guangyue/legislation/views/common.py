"""What the pages of the desk share: which rows are reached, and one form for one service."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from guangyue.kit.access import SignedInRequest
from guangyue.legislation.models import LawProject, PublicConsultation
from guangyue.organisations.views.acting import answer_form


def project_at(request: SignedInRequest, number: str) -> LawProject:
    rows = LawProject.objects.within(request.scope).select_related("unit", "plan")
    return get_object_or_404(rows, number=number)


def consultation_at(request: SignedInRequest, number: str) -> PublicConsultation:
    rows = PublicConsultation.objects.within(request.scope)
    return get_object_or_404(rows.select_related("unit", "project", "draft", "matter"), number=number)


def ask(
    request: SignedInRequest,
    about: LawProject | PublicConsultation,
    form: forms.Form,
    *,
    title: str,
    do: Callable[[Mapping[str, Any]], object],
    done: str,
    lead: str = "",
    button: str = "提交",
    back: str = "",
) -> HttpResponse:
    """One action on a project or a consultation, on a page of its own."""
    return answer_form(
        request,
        form,
        title=title,
        back=back or about.get_absolute_url(),
        button=button,
        do=do,
        done=done,
        lead=lead or str(about),
    )
