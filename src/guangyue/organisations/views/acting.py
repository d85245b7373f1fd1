"""One form, one service, one answer: how every small action of the register is asked for and carried out."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guangyue.kit.refusals import at_the_field


def answer_form(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    back: str,
    button: str,
    do: Callable[[Mapping[str, Any]], object],
    done: str,
    lead: str = "",
    facts: list[tuple[str, object]] | None = None,
    template: str = "organisations/form.html",
) -> HttpResponse:
    """The form as a page; filled in well, the service is called, and the page before comes back."""
    if form.is_bound and form.is_valid() and carried_out(form, do):
        messages.success(request, done)
        return redirect(back)
    context = {
        "form": form,
        "form_title": title,
        "form_lead": lead,
        "facts": facts or [],
        "button": button,
        "back": back,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, template, context, status=status)


def carried_out(form: forms.Form, do: Callable[[Mapping[str, Any]], object]) -> bool:
    """Whether it was done; what the service refuses of a field stands at the field."""
    with at_the_field(form):
        do(form.cleaned_data)
        return True
    return False


def posted(request: HttpRequest) -> Any:
    """What a form is bound to: nothing while it is only looked at."""
    return request.POST if request.method == "POST" else None
