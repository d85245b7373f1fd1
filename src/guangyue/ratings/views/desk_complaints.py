"""吐槽 on the desk: the inbox, one complaint with all that is done about it, and who said no by himself."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import at_the_field
from guangyue.organisations.views.acting import carried_out, posted
from guangyue.ratings import lists
from guangyue.ratings.complaint_forms import AnswerForm, AssignForm, PassOnForm, TakenForm
from guangyue.ratings.forms import MergeForm, ReasonForm
from guangyue.ratings.handling import MERGED_WITHIN
from guangyue.ratings.models import Complaint, ComplaintFile, Extension, Violation
from guangyue.ratings.models.complaint import ComplaintQuerySet
from guangyue.ratings.permissions import ANSWER_COMPLAINTS, EXTEND_COMPLAINTS, RECEIVE_COMPLAINTS
from guangyue.ratings.services.answering import answer_complaint, ask_extension, decide_extension
from guangyue.ratings.services.complaining import assign_complaint, merge_complaint, pass_on, raise_complaint


@needs(ANSWER_COMPLAINTS)
def complaints(request: SignedInRequest) -> HttpResponseBase:
    rows = _complaints(request).select_related("unit", "hall", "officer")
    context = {"may_receive": request.may(RECEIVE_COMPLAINTS)}
    return show_list(
        request, lists.COMPLAINTS, rows.distinct(), template="ratings/desk_complaints.html", context=context
    )


@never_cache
@needs(RECEIVE_COMPLAINTS)
def take_complaint(request: SignedInRequest) -> HttpResponse:
    """登记 what came by the window, by telephone, from the media or from 12345."""
    form = TakenForm(posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            taken = raise_complaint(
                raised=form.raised(),
                evidence=form.cleaned_data["evidence"],
                by=None,
                at=timezone.now(),
                taken_by=request.user,
            )
            messages.success(request, f"已经登记，编号 {taken.number}，查询码 {taken.code}，请告诉反映人。")
            return redirect("ratings:complaints")
    return render(request, "ratings/take_complaint.html", {"form": form}, status=422 if form.errors else 200)


@needs(ANSWER_COMPLAINTS)
def complaint(request: SignedInRequest, number: str) -> HttpResponse:
    return _show(request, _complaint(request, number))


@require_POST
@needs(RECEIVE_COMPLAINTS)
def assignment(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _complaint(request, number)
    form = AssignForm(request.POST, officers=_officers(shown))
    return _do(
        request,
        shown,
        form,
        "assign",
        lambda said: assign_complaint(complaint=shown, **said, by=request.user, at=timezone.now()),
        "已经派办。",
    )


@require_POST
@needs(RECEIVE_COMPLAINTS)
def merging(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _complaint(request, number)
    form = MergeForm(request.POST, others=_repeats(request, shown))
    return _do(
        request,
        shown,
        form,
        "merge",
        lambda said: merge_complaint(complaint=shown, **said, by=request.user, at=timezone.now()),
        "已经合并，反映人都保留。",
    )


@require_POST
@needs(RECEIVE_COMPLAINTS)
def passing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _complaint(request, number)
    form = PassOnForm(request.POST)
    return _do(
        request,
        shown,
        form,
        "pass_on",
        lambda said: pass_on(complaint=shown, **said, by=request.user, at=timezone.now()),
        "已经转 12345，并告诉反映人。",
    )


@require_POST
@needs(ANSWER_COMPLAINTS)
def answer(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _complaint(request, number)
    form = AnswerForm(request.POST)
    return _do(
        request,
        shown,
        form,
        "answer",
        lambda said: answer_complaint(complaint=shown, **said, by=request.user, at=timezone.now()),
        "已经答复。",
    )


@require_POST
@needs(ANSWER_COMPLAINTS)
def extension(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _complaint(request, number)
    form = ReasonForm(request.POST)
    return _do(
        request,
        shown,
        form,
        "extend",
        lambda said: ask_extension(complaint=shown, **said, by=request.user, at=timezone.now()),
        "已经提出，等单位负责人批准。",
    )


@require_POST
@needs(EXTEND_COMPLAINTS)
def extension_decision(request: SignedInRequest, number: str) -> HttpResponse:
    asked = get_object_or_404(Extension, complaint=_complaint(request, number))
    granted = request.POST.get("granted") == "yes"
    decide_extension(extension=asked, granted=granted, by=request.user, at=timezone.now())
    messages.success(request, "已经同意延期。" if granted else "没有同意延期。")
    return redirect("ratings:complaint", number)


@needs(ANSWER_COMPLAINTS)
def complaint_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    kept = get_object_or_404(
        ComplaintFile.objects.select_related("file"), complaint=_complaint(request, number), file__key=key
    )
    return answer_with_file(kept.file)


@needs(RECEIVE_COMPLAINTS)
def violations(request: SignedInRequest) -> HttpResponseBase:
    """With how many each person has by now."""
    of_person = Violation.objects.filter(person=OuterRef("person")).order_by().values("person")
    times = Coalesce(Subquery(of_person.annotate(many=Count("pk")).values("many")), 1)
    rows = Violation.objects.within(request.scope).annotate(times=times)
    return show_list(
        request, lists.VIOLATIONS, rows.select_related("unit", "person", "found_by", "complaint")
    )


def _complaints(request: SignedInRequest) -> ComplaintQuerySet:
    """Nobody sees what was said of himself, and by whom."""
    return Complaint.objects.within(request.scope).apart_from(request.user)


def _complaint(request: SignedInRequest, number: str) -> Complaint:
    people = "officer", "taken_by", "replied_by", "accused"
    rows = _complaints(request).select_related("unit", "hall", "case", "merged_into", *people)
    return get_object_or_404(rows, number=number)


def _officers(complaint: Complaint) -> QuerySet[User]:
    """Of the unit, but for whom it is about and whoever answered the first time."""
    people = User.objects.enabled().filter(organisation=complaint.unit_id)
    return people.exclude(pk__in=[complaint.accused_id or 0, complaint.replied_by_id or 0])


def _repeats(request: SignedInRequest, complaint: Complaint) -> ComplaintQuerySet:
    """R14: what may be the same cause."""
    since, until = complaint.received_at - MERGED_WITHIN, complaint.received_at + MERGED_WITHIN
    same = _complaints(request).open().filter(unit=complaint.unit_id, kind=complaint.kind)
    return same.filter(received_at__range=(since, until)).exclude(pk=complaint.pk)


def _do(
    request: SignedInRequest,
    shown: Complaint,
    form: forms.Form,
    name: str,
    do: Callable[[Mapping[str, Any]], object],
    done: str,
) -> HttpResponse:
    if not form.is_valid() or not carried_out(form, do):
        return _show(request, shown, **{name: form})
    messages.success(request, done)
    return redirect("ratings:complaint", shown.number)


def _show(request: SignedInRequest, shown: Complaint, **wrong: forms.Form) -> HttpResponse:
    """With the forms of what may be done now; one that was filled in badly comes back as it was."""
    repeats = _repeats(request, shown)
    receives = shown.is_open and request.may(RECEIVE_COMPLAINTS)
    may: dict[str, forms.Form] = {}
    if shown.is_open:
        may |= {"answer": AnswerForm(), "extend": ReasonForm()}
    if receives:
        may |= {"assign": AssignForm(officers=_officers(shown)), "pass_on": PassOnForm()}
    if receives and repeats:
        may |= {"merge": MergeForm(others=repeats)}
    asked = Extension.objects.filter(complaint=shown).select_related("asked_by").first()
    if asked:
        may.pop("extend", None)
    context = {
        "complaint": shown,
        "may": {**may, **{name: form for name, form in wrong.items() if name in may}},
        "extension": asked,
        "may_decide": request.may(EXTEND_COMPLAINTS) and asked and asked.asked_by_id != request.user.pk,
        "steps": [
            {"at": one.at, "what": one.what, "detail": one.said, "who": one.by}
            for one in shown.steps.select_related("by")
        ],
        "files": [kept.file for kept in shown.files.select_related("file")],
        "merged": shown.merged.all(),
        "violation": Violation.objects.filter(complaint=shown).first(),
        "clock": shown.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    return render(request, "ratings/complaint.html", context, status=422 if wrong else 200)
