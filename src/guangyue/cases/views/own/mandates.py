"""帮办委托: an applicant authorises a helper and ends that; a helper sees what was given to him."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.cases.models import Mandate
from guangyue.cases.permissions import HELP_APPLICANTS, RECEIVE_CASES
from guangyue.cases.services.helping import end_mandate, give_mandate, helpers
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, for_signed_in, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.refusals import Refused, at_the_field
from guangyue.matters.models import Matter
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm, Person
from guangyue.registries.services.lookups import find_person

USUAL_LENGTH = timedelta(days=90)
MOST_SHOWN = 200


class HelperField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """帮办人员, each with the office he works at."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.organisation or ''} {obj.name}".strip()


class MandateForm(forms.Form):
    """委托: to whom, for what services, until when."""

    helper = HelperField(label="委托给谁", queryset=User.objects.none(), empty_label="请选择帮办人员")
    helps = forms.MultipleChoiceField(
        label="需要哪些帮助",
        choices=Mandate.Help.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"required": "请至少选择一项。"},
    )
    until = forms.DateField(
        label="委托到哪一天",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="最长一年，随时可以终止",
    )

    def __init__(self, data: Any = None, files: Any = None, *, today: date) -> None:
        super().__init__(data, files, initial={"until": today + USUAL_LENGTH})
        self.use_required_attribute = False
        helper = self.fields["helper"]
        assert isinstance(helper, HelperField)
        helper.queryset = helpers(at=timezone.now())


class PaperMandateForm(MandateForm):
    """纸质委托: who signed it, for which matter, and the paper itself."""

    number = forms.CharField(
        label="申请人证件号码", max_length=24, help_text="公民身份号码或者统一社会信用代码"
    )
    matter = forms.ModelChoiceField(
        label="委托办理的事项", queryset=Matter.objects.open().order_by("name"), empty_label="请选择事项"
    )
    paper = forms.FileField(
        label="签字的委托书",
        help_text="拍照或者扫描件",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )

    field_order = ("number", "matter", "paper", "helper", "helps", "until")


@never_cache
@for_signed_in
def mandates(request: SignedInRequest) -> HttpResponse:
    """我的委托."""
    given = _given(request).select_related("helper__organisation", "case")[:MOST_SHOWN]
    context = {"mandates": _with_matters(given), "today": local_day(timezone.now())}
    return render(request, "cases/own_mandates.html", context)


@never_cache
@for_signed_in
def mandate_giving(request: SignedInRequest, code: str) -> HttpResponse:
    """请人帮办一个事项."""
    matter = get_object_or_404(Matter.objects.open(), code=code)
    applicant = identity_of(request.user)
    if applicant is None:
        messages.info(request, "委托别人以前，先完成实名认证。")
        return redirect("registries:my_identity")
    form = MandateForm(request.POST if request.method == "POST" else None, today=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            give_mandate(applicant=applicant, matter=matter, at=timezone.now(), **form.cleaned_data)
            messages.success(request, "委托已经送到，帮办人员会联系您。")
            return redirect("cases:mandates")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cases/own_mandate_giving.html", {"form": form, "matter": matter}, status=status)


@require_POST
@for_signed_in
def mandate_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """终止委托."""
    mandate = get_object_or_404(_given(request), pk=pk)
    if question := ask_first(
        request, question="终止这份委托吗？", consequence="终止以后，帮办人员不能再看、再办。", yes="终止委托"
    ):
        return question
    end_mandate(mandate=mandate, at=timezone.now())
    messages.success(request, "委托已经终止。")
    return redirect("cases:mandates")


@never_cache
@needs(HELP_APPLICANTS)
def helping(request: SignedInRequest) -> HttpResponse:
    """帮办委托, as the helper sees them: only those given to him."""
    today = local_day(timezone.now())
    theirs = Mandate.objects.filter(helper=request.user).select_related("person", "firm", "case")
    shown = _with_matters(theirs[:MOST_SHOWN])
    context = {
        "live": [pair for pair in shown if pair[0].is_live(today)],
        "over": [pair for pair in shown if not pair[0].is_live(today)],
        "may_register": request.may(RECEIVE_CASES),
    }
    return render(request, "cases/helping.html", context)


@never_cache
@needs(RECEIVE_CASES)
def paper_mandate(request: SignedInRequest) -> HttpResponse:
    """登记纸质委托, at the window."""
    at = timezone.now()
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperMandateForm(data, files, today=local_day(at))
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            _register(request, dict(form.cleaned_data))
            messages.success(request, "委托已经登记。")
            return redirect("cases:helping" if request.may(HELP_APPLICANTS) else "cases:paper_mandate")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cases/paper_mandate.html", {"form": form}, status=status)


def _register(request: SignedInRequest, said: dict[str, Any]) -> Mandate:
    at = timezone.now()
    applicant, upload = _applicant(request, said.pop("number"), at), said.pop("paper")
    paper = keep_file(upload=upload, by=request.user, at=at, field="paper")
    return give_mandate(applicant=applicant, paper=paper, at=at, **said)


def _applicant(request: SignedInRequest, written: str, at: datetime) -> Person | Firm:
    """By number, within reach; looking for persons is counted and limited as everywhere."""
    firm = Firm.objects.within(request.scope).filter(credit_code=written.strip().upper()).first()
    if firm is not None:
        return firm
    try:
        return find_person(id_number=written, by=request.user, scope=request.scope, at=at)
    except Refused as refusal:
        raise Refused(refusal.sentence, field="number") from refusal


def _given(request: SignedInRequest) -> QuerySet[Mandate]:
    applicant = identity_of(request.user)
    if applicant is None:
        return Mandate.objects.none()
    return Mandate.objects.given_by(applicant)


def _with_matters(mandates: Iterable[Mandate]) -> list[tuple[Mandate, str]]:
    shown = list(mandates)
    names = dict(
        Matter.objects.filter(code__in={one.matter_code for one in shown}).values_list("code", "name")
    )
    return [(one, names.get(one.matter_code, one.matter_code)) for one in shown]
