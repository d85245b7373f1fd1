"""What a page of tasks is about, as far as whoever asks may reach it."""

from django.shortcuts import get_object_or_404

from guangyue.kit.access import SignedInRequest
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, AssignmentUnit
from guangyue.tasks.services.moving import unit_answering


def assignment_asked(request: SignedInRequest, pk: int) -> Assignment:
    rows = Assignment.objects.within(request.scope).select_related("document", "task", "parent")
    return get_object_or_404(rows, pk=pk)


def own_unit(request: SignedInRequest, pk: int) -> AssignmentUnit:
    """On whose behalf the person acts on it."""
    return unit_answering(assignment_asked(request, pk), request.scope)


def organisation_asked(request: SignedInRequest) -> Organisation | None:
    """The unit that the address names, or the person's own: whichever lies within reach."""
    rows = Organisation.objects.within(request.scope)
    named = request.GET.get("unit", "")
    if named.isdecimal():
        return get_object_or_404(rows, pk=int(named))
    return rows.filter(pk=request.user.organisation_id).first()
