"""What portal and desk have in common."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.lists.saved_views import SavedView, save_view
from guangyue.kit.refusals import Refused

TYPE_COOKIE, LARGE = "type", "large"
KEPT = timedelta(days=365)


@require_POST
@open_to_all
def type_size(request: HttpRequest) -> HttpResponse:
    """Larger type, or the usual again."""
    response = HttpResponseRedirect(page_to_return_to(request))
    if request.POST.get("size") == LARGE:
        response.set_cookie(TYPE_COOKIE, LARGE, max_age=KEPT, samesite="Lax")
    else:
        response.delete_cookie(TYPE_COOKIE)
    return response


class ViewForm(forms.Form):
    list_key = forms.CharField(max_length=80)
    name = forms.CharField(max_length=20, error_messages={"required": "请给视图起一个名称。"})
    asked = forms.CharField(max_length=2000, required=False)
    circle = forms.CharField(max_length=40, required=False)


@require_POST
@for_signed_in
def save(request: SignedInRequest) -> HttpResponse:
    """Keep a view, and show the list by it."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        raise Refused(str(errors[0]), field=field)
    view = save_view(**form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, f"已保存视图“{view}”。")
    kept = f"{view.asked}&" if view.asked else ""
    return HttpResponseRedirect(f"{page_to_return_to(request)}?{kept}view={view.pk}")


@require_POST
@for_signed_in
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(SavedView, pk=pk, owner=request.user)
    view.delete()
    messages.success(request, f"已删除视图“{view}”。")
    return HttpResponseRedirect(page_to_return_to(request))


def page_to_return_to(request: HttpRequest) -> str:
    """The page of ours that a form says it stands on, or the front page."""
    page = request.POST.get("back", "")
    return page if url_has_allowed_host_and_scheme(page, {request.get_host()}) else "/"
