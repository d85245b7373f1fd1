"""登记要件和配套: each paper of one power, and of those it is given with."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.empowerments.forms import (
    AgreementForm,
    AnnouncementForm,
    EndingForm,
    ForPowers,
    KitForm,
    PermissionForm,
    SealForm,
    powers_beside,
)
from guangyue.empowerments.models import Agreement, Empowerment, PublicAnnouncement, State
from guangyue.empowerments.modes import Piece
from guangyue.empowerments.permissions import KEEP_POWERS, SEE_POWERS
from guangyue.empowerments.refusals import WrongWay
from guangyue.empowerments.services.papers import (
    announce,
    complete_kit,
    end_paper,
    issue_seal,
    open_permission,
    sign_agreement,
)
from guangyue.empowerments.views.one import power_of
from guangyue.files.answers import answer_with_file
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city


@needs(KEEP_POWERS)
def agreement(request: SignedInRequest, pk: int) -> HttpResponse:
    """签订协议, with its text where there is one."""
    shown = power_of(request, pk)
    form = AgreementForm(
        posted(request),
        request.FILES or None,
        powers=_beside(request, shown, Piece.AGREEMENT),
        initial={
            "empowerments": [shown.pk],
            "signed_on": day_of_the_city(),
            "basis": f"{shown.document.number}《{shown.document.title}》",
            "matters": shown.name,
        },
    )

    def sign(said: Any) -> object:
        at = timezone.now()
        upload = said["upload"]
        return sign_agreement(
            empowerments=list(said["empowerments"]),
            number=said["number"],
            terms=form.terms(),
            signed_on=said["signed_on"],
            through=said["through"],
            file=keep_file(upload=upload, by=request.user, at=at, field="upload") if upload else None,
            by=request.user,
            at=at,
        )

    return _answer(request, shown, form, "登记委托协议", sign)


@needs(KEEP_POWERS)
def seal(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    form = _form(SealForm, request, shown, Piece.SEAL)
    return _answer(request, shown, form, "登记发放二号章", _do(issue_seal, request))


@needs(KEEP_POWERS)
def permission(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    form = _form(PermissionForm, request, shown, Piece.PERMISSION)
    return _answer(request, shown, form, "登记开通平台权限", _do(open_permission, request))


@needs(KEEP_POWERS)
def announcement(request: SignedInRequest, pk: int) -> HttpResponse:
    """公告 of what was granted, or of what was taken back."""
    shown = power_of(request, pk)
    withdrawn = shown.state == State.WITHDRAWN
    kind = PublicAnnouncement.Kind.WITHDRAWAL if withdrawn else PublicAnnouncement.Kind.GRANT
    form = AnnouncementForm(
        posted(request),
        powers=_ended(request, shown) if withdrawn else _beside(request, shown, Piece.ANNOUNCEMENT),
        initial=_initial(shown),
    )
    title = "登记收回的公告" if withdrawn else "登记公告"
    return _answer(request, shown, form, title, _do(announce, request, kind=kind))


@needs(KEEP_POWERS)
def kit(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    initial = {**_initial(shown), "part": request.GET.get("part", "")}
    form = KitForm(posted(request), powers=_beside(request, shown, None), initial=initial)
    return _answer(request, shown, form, "登记配套", _do(complete_kit, request))


@never_cache
@needs(KEEP_POWERS)
def ending(request: SignedInRequest, pk: int, piece: str, paper: int) -> HttpResponse:
    """交回印章 or 关闭权限."""
    shown = power_of(request, pk)
    papers: dict[str, Any] = {"seal": shown.seals, "permission": shown.permissions}
    if piece not in papers:
        raise Http404
    found = get_object_or_404(papers[piece], pk=paper)
    return answer_form(
        request,
        EndingForm(posted(request), initial={"on": day_of_the_city()}),
        title=f"交回或者关闭：{found}",
        lead="只靠它行使的赋权当天停用，不能再受理和决定。",
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: end_paper(paper=found, **said, by=request.user, at=timezone.now()),
        done="已经登记，缺要件的赋权已经停用。",
    )


@never_cache
@needs(SEE_POWERS)
def agreement_file(request: SignedInRequest, pk: int, paper: int) -> HttpResponse:
    found = get_object_or_404(power_of(request, pk).agreements.select_related("file"), pk=paper)
    assert isinstance(found, Agreement)
    if found.file is None:
        raise Http404
    return answer_with_file(found.file)


def _form(kind: type[ForPowers], request: SignedInRequest, shown: Empowerment, piece: Piece) -> ForPowers:
    return kind(posted(request), powers=_beside(request, shown, piece), initial=_initial(shown))


def _initial(shown: Empowerment) -> dict[str, Any]:
    return {"empowerments": [shown.pk], "on": day_of_the_city()}


def _beside(request: SignedInRequest, shown: Empowerment, piece: Piece | None) -> Any:
    if piece and piece not in shown.way.needs:
        raise WrongWay(shown, piece)
    return powers_beside(shown, piece, among=Empowerment.objects.within(request.scope).with_pieces())


def _ended(request: SignedInRequest, shown: Empowerment) -> Any:
    """What was taken back of the same body by the same department."""
    rows = Empowerment.objects.within(request.scope).filter(state=State.WITHDRAWN)
    return rows.filter(department=shown.department, body=shown.body)


def _do(service: Callable[..., object], request: SignedInRequest, **more: object) -> Callable[[Any], object]:
    def do(said: Any) -> object:
        told = {**said, "empowerments": list(said["empowerments"])}
        return service(**told, **more, by=request.user, at=timezone.now())

    return do


def _answer(
    request: SignedInRequest, shown: Empowerment, form: Form, title: str, do: Callable[[Any], object]
) -> HttpResponse:
    return answer_form(
        request,
        form,
        title=title,
        lead=f"{shown.department}赋予{shown.body}：{shown.name}。同一部门、同一单位的可以一起登记。",
        back=shown.get_absolute_url(),
        button="登记",
        do=do,
        done="已经登记。",
    )
