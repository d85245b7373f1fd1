"""文书: anybody checks one; an official sees it and corrects it; the applicant opens his own."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.cases.acting import acts, cases_seen_by
from guangyue.cases.flow import Actor
from guangyue.cases.letter_checking import CheckedLetter, check_letter_by
from guangyue.cases.letter_forms import CheckingForm, CorrectionForm
from guangyue.cases.letter_papers import pdf_of
from guangyue.cases.models import IssuedLetter
from guangyue.cases.owning import held
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.refusals import NotYourMove
from guangyue.cases.services.letters import replace_letter
from guangyue.files.answers import answer_with_content
from guangyue.kit.access import SignedInRequest, for_signed_in, needs, open_to_all
from guangyue.kit.refusals import at_the_field
from guangyue.organisations.views.acting import posted


@never_cache
@open_to_all
def check_letter(request: HttpRequest) -> HttpResponse:
    """查验: whether the letter of this number and code is genuine, and what it is; no code, no answer."""
    form = CheckingForm(request.GET if "code" in request.GET else None)
    found: CheckedLetter | None = None
    if form.is_bound and form.is_valid():
        found = check_letter_by(
            **form.cleaned_data, address=get_adapter().get_client_ip(request), at=timezone.now()
        )
    context = {"form": form, "found": found, "asked": form.is_bound and form.is_valid()}
    return render(request, "cases/check_letter.html", context, status=422 if form.errors else 200)


@needs(SEE_CASES)
def letter(request: SignedInRequest, number: str) -> HttpResponse:
    seen = _seen_by(request, number)
    return render(request, "cases/letter.html", {"letter": seen, "may_correct": _may_correct(request, seen)})


@needs(SEE_CASES)
def letter_paper(request: SignedInRequest, number: str) -> HttpResponse:
    return _answer_with(_seen_by(request, number))


@needs(SEE_CASES)
def correction(request: SignedInRequest, number: str) -> HttpResponse:
    """更正: a new letter is issued in the place of this one."""
    wrong = _seen_by(request, number)
    if not _may_correct(request, wrong):
        raise NotYourMove
    form = CorrectionForm(posted(request), initial={"said": wrong.content["said"]})
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            made = replace_letter(letter=wrong, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, f"已经出具更正文书 {made.number}。")
            return redirect(made)
    context = {"letter": wrong, "form": form}
    return render(request, "cases/letter_correction.html", context, status=422 if form.errors else 200)


@never_cache
@for_signed_in
def own_letter(request: SignedInRequest, key: UUID, number: str) -> HttpResponse:
    """The applicant's own, or of whoever helps with a mandate."""
    case = held(request.user, key, at=timezone.now()).case
    return _answer_with(get_object_or_404(case.letters, number=number))


def _seen_by(request: SignedInRequest, number: str) -> IssuedLetter:
    letters = IssuedLetter.objects.select_related("case__flow", "issuer", "issued_by", "replaced_by")
    return get_object_or_404(letters.filter(case__in=cases_seen_by(request)), number=number)


def _may_correct(request: SignedInRequest, seen: IssuedLetter) -> bool:
    return seen.replaced_by_id is None and acts(request, seen.case, Actor.DECIDER)


def _answer_with(seen: IssuedLetter) -> HttpResponse:
    name = f"{seen.number} {seen.get_kind_display()}.pdf"
    return answer_with_content(pdf_of(seen), "application/pdf", name=name, attached=False)
