"""吐槽找茬 by the public: raised with or without a name, followed by number and code."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.knocking import knock, refuse_knocker
from guangyue.files.models import File
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused, at_the_field
from guangyue.organisations.views.acting import posted
from guangyue.ratings.complaint_forms import ComplaintForm, FollowForm, SatisfactionForm
from guangyue.ratings.models import Complaint
from guangyue.ratings.services.answering import say_satisfied
from guangyue.ratings.services.complaining import raise_complaint

FOLLOWED = "complaint"  # the door that codes are tried at


@never_cache
@open_to_all
def complain(request: SignedInRequest) -> HttpResponse:
    by = request.user if request.user.is_authenticated else None
    form = _complaint_form(request)
    if form.is_bound and form.is_valid():
        at = timezone.now()
        knock(request, door="complain", at=at)
        with at_the_field(form):
            evidence = form.cleaned_data["evidence"]
            complaint = raise_complaint(raised=form.raised(), evidence=evidence, by=by, at=at)
            messages.success(request, "已经收到，请记下编号和查询码。")
            return redirect("ratings:complaint_by_code", complaint.number, complaint.code)
    return render(request, "ratings/complain.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all
def follow(request: SignedInRequest) -> HttpResponse:
    """By number and code; whoever signed in sees his own beside."""
    form = FollowForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if _coded(request, **said):
            return redirect("ratings:complaint_by_code", said["number"], said["code"])
        form.add_error("code", "编号和查询码对不上，请核对。")
    own = Complaint.objects.filter(by=request.user) if request.user.is_authenticated else []
    context = {"form": form, "own": own}
    return render(request, "ratings/follow.html", context, status=422 if form.errors else 200)


@never_cache
@open_to_all
def complaint_by_code(request: SignedInRequest, number: str, code: str) -> HttpResponse:
    return _show(request, _by_code(request, number, code), SatisfactionForm())


@never_cache
@for_signed_in
def own_complaint(request: SignedInRequest, number: str) -> HttpResponse:
    return _show(request, get_object_or_404(_shown(), number=number, by=request.user), SatisfactionForm())


@require_POST
@open_to_all
def satisfaction(request: SignedInRequest, number: str, code: str) -> HttpResponse:
    complaint = _by_code(request, number, code)
    form = SatisfactionForm(posted(request))
    if not form.is_valid():
        return _show(request, complaint, form)
    answered = complaint.merged_into or complaint
    if answered != complaint:
        raise Refused("这件吐槽与别的合并办理，由第一位反映人评价答复。")
    say_satisfied(complaint=complaint, **form.cleaned_data, at=timezone.now())
    messages.success(request, "已经记下，谢谢。")
    return redirect("ratings:complaint_by_code", number, code)


def _complaint_form(request: SignedInRequest) -> ComplaintForm:
    if request.method == "POST":
        return ComplaintForm(request.POST, request.FILES)
    signed_in = request.user.is_authenticated
    about = {"hall": request.GET.get("hall"), "number": request.GET.get("case", "")}
    return ComplaintForm(initial={**about, "name": request.user.name} if signed_in else about)


def _by_code(request: HttpRequest, number: str, code: str) -> Complaint:
    if not _coded(request, number=number, code=code):
        return get_object_or_404(Complaint, number=number, code=code)
    return _shown().get(number=number, code=code)


def _coded(request: HttpRequest, *, number: str, code: str) -> bool:
    """Whoever guesses is soon asked to wait, even if the next guess were right."""
    at = timezone.now()
    refuse_knocker(request, door=FOLLOWED, at=at)
    found = Complaint.objects.filter(number=number, code=code).exists()
    if not found:
        knock(request, door=FOLLOWED, at=at)
    return found


def _shown() -> QuerySet[Complaint]:
    return Complaint.objects.select_related("unit", "hall", "merged_into")


def _show(request: HttpRequest, complaint: Complaint, form: SatisfactionForm) -> HttpResponse:
    """What the person who complained sees: steps without the names of officials."""
    answered = complaint.merged_into or complaint
    context = {
        "complaint": complaint,
        "answered": answered,
        "form": form if complaint.state == Complaint.State.ANSWERED else None,
        "steps": complaint.steps.all(),
        "files": File.objects.filter(pk__in=complaint.files.values("file")),
        "clock": answered.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    return render(request, "ratings/own_complaint.html", context, status=422 if form.errors else 200)
