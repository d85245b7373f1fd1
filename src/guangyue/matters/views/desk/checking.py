"""核对和发布: the basis by 市司法局, the ten elements and the release by 市行政审批局; or sent back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.matters.desk_forms import ReasonForm, ReleaseForm
from guangyue.matters.permissions import CHECK_BASIS, RELEASE_MATTERS
from guangyue.matters.services.checking import approve_version, check_basis, send_back
from guangyue.matters.views.desk.tables import version_at_desk
from guangyue.organisations.views.acting import answer_form, posted


@require_POST
@needs(CHECK_BASIS)
def basis(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    shown = version_at_desk(code, number)
    check_basis(version=shown, by=request.user, at=timezone.now())
    messages.success(request, "设定依据已经核对，等市行政审批服务局核对发布。")
    return redirect(shown)


@never_cache
@needs(CHECK_BASIS)
def basis_return(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    return _return(request, code, number)


@never_cache
@needs(RELEASE_MATTERS)
def standard_return(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    return _return(request, code, number)


@never_cache
@needs(RELEASE_MATTERS)
def release(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    """发布: the effective day, asked once more before it is done."""
    shown = version_at_desk(code, number)
    form = ReleaseForm(posted(request), initial={"since": timezone.localdate()})
    if form.is_bound and form.is_valid():
        since = form.cleaned_data["since"]
        if question := ask_first(
            request,
            question=f"发布“{shown.declared.name}”第 {shown.number} 版？",
            consequence=f"{since:%Y-%m-%d} 起受理的办件按这一版，发布以后不能改，只能再出新版。",
            yes="发布",
        ):
            return question
    return answer_form(
        request,
        form,
        title=f"发布“{shown.declared.name}”第 {shown.number} 版",
        back=shown.matter.get_desk_url(),
        button="发布",
        do=lambda said: approve_version(
            version=shown, since=said["since"], by=request.user, at=timezone.now()
        ),
        done="已经发布。",
    )


def _return(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    shown = version_at_desk(code, number)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"退回“{shown.declared.name}”第 {shown.number} 版",
        back=shown.get_absolute_url(),
        button="退回",
        do=lambda said: send_back(version=shown, said=said["reason"], by=request.user, at=timezone.now()),
        done="已经退回提出的单位。",
    )
