"""A question before what cannot be undone: a dialogue where scripts run, a page where they do not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

CONFIRMED = "confirmed"
CARRIED_NEVER = (CONFIRMED, "csrfmiddlewaretoken")


def ask_first(request: HttpRequest, *, question: str, consequence: str, yes: str) -> HttpResponse | None:
    """The question, or None once it was answered with yes. What was posted is carried along, except files.

    A view begins with `if question := ask_first(request, …): return question`. A form with `hx-post` beside
    its `action` gets a dialogue.
    """
    if request.POST.get(CONFIRMED) == "yes":
        return None
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in CARRIED_NEVER
        for value in values
    ]
    context = {
        "question": question,
        "consequence": consequence,
        "yes": yes,
        "carried": carried,
        "back": _page_before(request),
    }
    if request.headers.get("HX-Request") == "true":
        response = render(request, "kit/_question.html", context)
        response["HX-Retarget"], response["HX-Reswap"] = "body", "beforeend"
        return response
    return render(request, "kit/question.html", context)


def _page_before(request: HttpRequest) -> str:
    page = request.headers.get("Referer", "")
    return page if url_has_allowed_host_and_scheme(page, {request.get_host()}) else "/"
