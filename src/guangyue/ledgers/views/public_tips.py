"""举报 by the public: told with or without a name, followed by number and code."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.accounts.knocking import knock, refuse_knocker
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.refusals import at_the_field
from guangyue.ledgers.forms.clearing import FollowTipForm, TipForm
from guangyue.ledgers.models import Tip
from guangyue.ledgers.services.tipping import take_tip
from guangyue.systems.today import moment_of_the_city

FOLLOWED = "tip"  # the door that codes are tried at


@never_cache
@open_to_all
def tell(request: SignedInRequest) -> HttpResponse:
    by = request.user if request.user.is_authenticated else None
    form = TipForm(request.POST, request.FILES) if request.method == "POST" else TipForm()
    if form.is_bound and form.is_valid():
        knock(request, door="tell", at=timezone.now())
        with at_the_field(form):
            photos = form.cleaned_data["photos"]
            tip = take_tip(said=form.said(), files=photos, by=by, at=moment_of_the_city())
            messages.success(request, "已经收到，请记下编号和查询码。")
            return redirect("ledgers:own_tip", tip.number, tip.code)
    return render(request, "ledgers/tell.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all
def follow(request: SignedInRequest) -> HttpResponse:
    form = FollowTipForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if _coded(request, **said):
            return redirect("ledgers:own_tip", said["number"], said["code"])
        form.add_error("code", "编号和查询码对不上，请核对。")
    return render(request, "ledgers/follow_tip.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all
def own_tip(request: SignedInRequest, number: str, code: str) -> HttpResponse:
    if not _coded(request, number=number, code=code):
        raise Http404
    tip = Tip.objects.select_related("region", "problem").get(number=number)
    return render(request, "ledgers/own_tip.html", {"tip": tip})


def _coded(request: SignedInRequest, *, number: str, code: str) -> bool:
    """Whoever guesses is soon asked to wait, even if the next guess were right."""
    at = timezone.now()
    refuse_knocker(request, door=FOLLOWED, at=at)
    found = Tip.objects.filter(number=number, code=code).exists()
    if not found:
        knock(request, door=FOLLOWED, at=at)
    return found
