"""What anyone sees: the notices, one of them, and the way to object."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.disclosure import lists
from guangyue.disclosure.citing import address_of
from guangyue.disclosure.forms import CodeForm, ObjectionForm
from guangyue.disclosure.models import Line, Notice, Objection
from guangyue.disclosure.printing import as_paper
from guangyue.disclosure.refusals import NotOpenToObjections
from guangyue.disclosure.services import raise_objection
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.kit.typesetting import answer_with


@open_to_all
def notices(request: SignedInRequest) -> HttpResponseBase:
    rows = Notice.objects.public(timezone.localdate()).select_related("organisation")
    return show_list(request, lists.PUBLIC, rows, template="disclosure/notices.html")


@open_to_all
def notice(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """The lines while they may be seen; afterwards what they came to."""
    on = timezone.localdate()
    shown = _public(pk)
    lines = shown.lines.all() if shown.is_open(on) else Line.objects.none()
    answered = shown.objections.exclude(answered_at=None).count()
    context = {
        "notice": shown,
        "is_open": shown.is_open(on),
        "moved": shown.moves.last(),
        "replaced_by": Notice.objects.public(on).filter(replaces=shown).first(),
        "cites": address_of(shown.cites),
        "objections": (shown.objections.count(), answered),
    }
    return show_list(
        request, lists.lines_of(shown), lines, template="disclosure/notice.html", context=context
    )


@open_to_all
def paper(request: SignedInRequest, pk: int) -> FileResponse:
    shown = get_object_or_404(Notice.objects.open_to_public(timezone.localdate()), pk=pk)
    return answer_with(as_paper(shown))


@never_cache
@open_to_all
def objecting(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _public(pk)
    if not shown.is_open(timezone.localdate()):
        raise NotOpenToObjections
    form = ObjectionForm(
        request.POST if request.method == "POST" else None,
        initial={"name": request.user.name} if request.user.is_authenticated else None,
    )
    if form.is_bound and form.is_valid():
        raised = raise_objection(
            notice=shown,
            **form.cleaned_data,
            by=request.user if request.user.is_authenticated else None,
            at=timezone.now(),
        )
        messages.success(request, "异议已经收到，请记下查询码。")
        return redirect("disclosure:objection", raised.code)
    context = {"notice": shown, "form": form}
    return render(request, "disclosure/objecting.html", context, status=422 if form.errors else 200)


@never_cache
@open_to_all
def objection(request: SignedInRequest, code: str) -> HttpResponse:
    """What became of an objection, for whoever has its code."""
    raised = get_object_or_404(Objection.objects.select_related("notice__organisation"), code=code)
    context = {
        "objection": raised,
        "clock": raised.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    return render(request, "disclosure/objection.html", context)


@open_to_all
def asking(request: SignedInRequest) -> HttpResponse:
    """查询异议的答复, by code."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        if Objection.objects.filter(code=code).exists():
            return redirect("disclosure:objection", code)
        form.add_error("code", "没有这个查询码，请核对。")
    return render(request, "disclosure/asking.html", {"form": form}, status=422 if form.errors else 200)


def _public(pk: int) -> Notice:
    rows = Notice.objects.public(timezone.localdate()).select_related("organisation")
    return get_object_or_404(rows, pk=pk)
