"""任务公开: texts, units, days and how far it is; nothing of what was said between offices."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.tasks import lists
from guangyue.tasks.models import Assignment
from guangyue.tasks.views.ledger import units_by_role


@open_to_all
def public(request: SignedInRequest) -> HttpResponseBase:
    rows = Assignment.objects.printed().select_related("document")
    return show_list(request, lists.PUBLIC, rows, template="tasks/public.html")


@open_to_all
def public_assignment(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Assignment.objects.printed().select_related("document", "task")
    shown = get_object_or_404(rows, pk=pk)
    context = {"assignment": shown, "units": list(units_by_role(shown))}
    return render(request, "tasks/public_assignment.html", context)
