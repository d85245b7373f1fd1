"""现场检查 on a phone: a page that is filled in without network, and sent once there is one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from guangyue.inspections.models import Item, Visit
from guangyue.inspections.permissions import INSPECT
from guangyue.inspections.services.looking import look_at_visits
from guangyue.inspections.services.visiting import bring_home
from guangyue.inspections.services.visits import member_of
from guangyue.inspections.visiting import MOST_PHOTOS, SIGNERS, FieldForm
from guangyue.kit.access import SignedInRequest, needs


@needs(INSPECT)
def visiting(request: SignedInRequest, number: str) -> HttpResponse:
    """The phone keeps this page until it was sent; whoever opens it is written down."""
    shown = get_object_or_404(
        Visit.objects.of_inspector(request.user).select_related("subject__region", "batch"), number=number
    )
    items = _own_items(request, shown)
    if request.method != "POST":
        look_at_visits(visits=[shown], by=request.user, at=timezone.now())
        return _show(request, shown, FieldForm(items))
    form = FieldForm(items, request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, shown, form, status=422)
    new = bring_home(visit=shown, brought=form.brought(), by=request.user, at=timezone.now())
    messages.success(request, "现场检查已经送达。" if new else "这次检查已经送达过，没有重复记录。")
    return redirect(shown)


def _own_items(request: SignedInRequest, visit: Visit) -> list[Item]:
    """Those of the department that the inspector is of."""
    department = member_of(visit, request.user).organisation_id
    return list(visit.items.filter(organisation=department).order_by("code", "pk"))


def _show(request: SignedInRequest, visit: Visit, form: FieldForm, *, status: int = 200) -> HttpResponse:
    context = {"visit": visit, "form": form, "signers": SIGNERS, "most_photos": MOST_PHOTOS}
    return render(request, "inspections/visiting.html", context, status=status)
