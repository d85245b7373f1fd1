"""What anyone sees: the themes, what one of them combines, and what people propose."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.bundles.design import Circle
from guangyue.bundles.forms import CodeForm, WishForm
from guangyue.bundles.limits import ANSWERED_WITHIN
from guangyue.bundles.models import Theme, Wish
from guangyue.bundles.services.proposals import raise_proposal
from guangyue.bundles.showing import cards, shown_of
from guangyue.cases.situations import chosen_region, regions_to_choose
from guangyue.disclosure.citing import address_of
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.registries.identity import identity_of


@open_to_all
def catalogue(request: SignedInRequest) -> HttpResponse:
    """一件事: for enterprises and for the public."""
    found = cards(list(Theme.objects.offered().select_related("current", "lead")))
    circles = [(one, [card for card in found if card.theme.circle == one.name]) for one in Circle]
    return render(request, "bundles/catalogue.html", {"circles": circles})


@never_cache
@open_to_all
def theme(request: SignedInRequest, key: str) -> HttpResponse:
    """办事指南: of the answers in the address what is combined, in what order, and what is not needed."""
    shown_theme = get_object_or_404(Theme.objects.select_related("current", "lead"), key=key)
    if shown_theme.current is None:
        raise Http404
    applicant = identity_of(request.user) if request.user.is_authenticated else None
    on = local_day(timezone.now())
    context = {
        "theme": shown_theme,
        "shown": shown_of(shown_theme, request.GET),
        "regions": regions_to_choose(on=on),
        "region": chosen_region(request.GET.get("region", ""), applicant, on=on),
        "applicant": applicant,
        "cites": address_of(shown_theme.cites) if shown_theme.cites else "",
    }
    return render(request, "bundles/theme.html", context)


@never_cache
@open_to_all
def proposing(request: SignedInRequest) -> HttpResponse:
    """征集: what people wish to do as one thing."""
    signed_in = request.user.is_authenticated
    form = WishForm(
        request.POST if request.method == "POST" else None,
        initial={"name": request.user.name} if signed_in else None,
    )
    if form.is_bound and form.is_valid():
        raised = raise_proposal(
            **form.cleaned_data, by=request.user if signed_in else None, at=timezone.now()
        )
        messages.success(request, "建议已经收到，请记下查询码。")
        return redirect("bundles:proposal", raised.code)
    answered = Wish.objects.exclude(answered_at=None).select_related("theme")[:10]
    context = {"form": form, "asking": CodeForm(), "answered": answered}
    return render(request, "bundles/proposing.html", context, status=422 if form.errors else 200)


@never_cache
@open_to_all
def proposal(request: SignedInRequest, code: str) -> HttpResponse:
    """What became of a proposal, for whoever has its code."""
    raised = get_object_or_404(Wish.objects.select_related("theme"), code=code)
    calendar = HolidayNotice.objects.calendar()
    clock = Clock(ANSWERED_WITHIN, raised.raised_at).read(calendar, at=timezone.now())
    return render(request, "bundles/proposal.html", {"proposal": raised, "clock": clock})


@open_to_all
def asking(request: SignedInRequest) -> HttpResponse:
    """查询答复, by code."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        if Wish.objects.filter(code=code).exists():
            return redirect("bundles:proposal", code)
        form.add_error("code", "没有这个查询码，请核对。")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "bundles/asking.html", {"form": form}, status=status)
