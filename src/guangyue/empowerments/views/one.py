"""One empowerment: its pieces, its kit, its road, and what can be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.disclosure.citing import address_of
from guangyue.empowerments.forms import ProposalForm, SuspensionForm, UndertakingForm, WithdrawalForm
from guangyue.empowerments.models import Empowerment, KitItem, PublicAnnouncement, State
from guangyue.empowerments.models.empowerments import NOT_YET
from guangyue.empowerments.models.papers import Paper
from guangyue.empowerments.modes import KitPart, Piece
from guangyue.empowerments.permissions import KEEP_POWERS, SEE_POWERS, WITHDRAW_POWERS
from guangyue.empowerments.pieces import missing_kit, missing_on, papers_of, standing
from guangyue.empowerments.services.conferring import issue_powers, propose_power, undertake_power
from guangyue.empowerments.services.withdrawing import suspend_power, withdraw_power
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

GIVERS = (Organisation.Kind.GOVERNMENT, Organisation.Kind.DIRECT, Organisation.Kind.STATIONED)


@dataclass(frozen=True)
class Line:
    """要件 as the page shows it: whether it stands, and every paper there ever was."""

    piece: Piece
    address: str
    stands: bool
    papers: tuple[tuple[Paper, bool], ...]


@dataclass(frozen=True)
class KitLine:
    part: KitPart
    done: KitItem | None


@never_cache
@needs(SEE_POWERS)
def empowerment(request: SignedInRequest, pk: int) -> HttpResponse:
    shown, on = power_of(request, pk), day_of_the_city()
    kit = {item.part: item for item in shown.kit.all()}
    preparing = shown.state in (State.PREPARING, State.OVERDUE) or bool(missing_kit(shown))
    context = {
        "power": shown,
        "lines": list(_lines(shown, on)),
        "kit": [KitLine(part, kit.get(part.name)) for part in shown.way.kit],
        "missing": missing_on(shown, on),
        "reading": _reading(shown) if preparing and shown.state != State.WITHDRAWN else None,
        "told_of_end": shown.announcements.filter(kind=PublicAnnouncement.Kind.WITHDRAWAL).first(),
        "moves": shown.moves.select_related("by"),
        "address": address_of(shown.document.cites),
        "may_keep": request.may(KEEP_POWERS),
        "may_withdraw": request.may(WITHDRAW_POWERS) and shown.may(State.WITHDRAWN),
        "may_suspend": request.may(WITHDRAW_POWERS) and shown.may(State.SUSPENDED),
        "may_undertake": request.may(KEEP_POWERS) and shown.may(State.UNDERTAKEN),
        "not_yet": shown.state in NOT_YET,
    }
    return render(request, "empowerments/power.html", context)


@needs(KEEP_POWERS)
def proposing(request: SignedInRequest) -> HttpResponse:
    """拟赋权 of a matter that no list brought in."""
    form = ProposalForm(
        posted(request),
        departments=Organisation.objects.filter(kind__in=GIVERS).order_by("name"),
        bodies=_bodies(request),
    )
    made: list[Empowerment] = []
    if form.is_bound and form.is_valid():

        def propose(said: object) -> None:
            made.append(
                propose_power(
                    document=form.cleaned_data["document"],
                    granted=form.granted(),
                    on=day_of_the_city(),
                    by=request.user,
                    at=timezone.now(),
                )
            )

        if carried_out(form, propose):
            messages.success(request, "已经列为拟赋权，文件印发以后登记印发。")
            return redirect(made[0])
    context = {
        "form": form,
        "form_title": "拟赋权",
        "form_lead": "清单里的事项从台账载入；这里登记清单以外的一项。",
        "facts": [],
        "button": "登记",
        "back": reverse("empowerments:powers"),
    }
    return render(request, "organisations/form.html", context, status=422 if form.errors else 200)


@require_POST
@needs(KEEP_POWERS)
def issuing(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    issue_powers(empowerments=[shown], by=request.user, at=timezone.now())
    messages.success(request, "已经登记印发，落实期限从文件印发之日算起。")
    return redirect(shown)


@needs(KEEP_POWERS)
def undertaking(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    return answer_form(
        request,
        UndertakingForm(posted(request), initial={"on": day_of_the_city()}),
        title=f"登记承接：{shown.name}",
        lead=f"从承接之日起，{shown.body}{shown.way.scope}。要件必须在这一天已经齐全。",
        back=shown.get_absolute_url(),
        button="登记承接",
        do=lambda said: undertake_power(empowerment=shown, **said, by=request.user, at=timezone.now()),
        done="已经登记承接。",
    )


@needs(WITHDRAW_POWERS)
def suspending(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = power_of(request, pk)
    return answer_form(
        request,
        SuspensionForm(posted(request), initial={"on": day_of_the_city()}),
        title=f"停用：{shown.name}",
        lead="停用当天起不再受理，也不能决定；要件补齐以后可以重新登记承接。",
        back=shown.get_absolute_url(),
        button="停用",
        do=lambda said: suspend_power(empowerment=shown, **said, by=request.user, at=timezone.now()),
        done="已经停用。",
    )


@never_cache
@needs(WITHDRAW_POWERS)
def withdrawing(request: SignedInRequest, pk: int) -> HttpResponse:
    """收回, which cannot be undone: it is asked once more."""
    shown = power_of(request, pk)
    form = WithdrawalForm(posted(request), initial={"on": day_of_the_city()})
    asked = form.is_bound and form.is_valid()
    if asked and (question := _asks_again(request, shown)):
        return question
    return answer_form(
        request,
        form,
        title=f"收回：{shown.name}",
        lead=f"{shown.body}，{shown.granted_by.value}，{shown.get_state_display()}。",
        back=shown.get_absolute_url(),
        button="收回",
        do=lambda said: withdraw_power(empowerment=shown, **said, by=request.user, at=timezone.now()),
        done="已经收回。请登记收回的公告。",
    )


def _asks_again(request: SignedInRequest, shown: Empowerment) -> HttpResponse | None:
    return ask_first(
        request,
        question=f"收回“{shown.name}”？",
        consequence="当天起不再受理新的办件，专用的二号章、平台权限同时失效。收回以后不能恢复，要重新赋权。",
        yes="收回",
    )


def power_of(request: SignedInRequest, pk: int) -> Empowerment:
    return get_object_or_404(Empowerment.objects.within(request.scope).with_pieces(), pk=pk)


def _bodies(request: SignedInRequest) -> object:
    zones = Organisation.objects.within(request.scope)
    return zones.filter(kind__in=(Organisation.Kind.ZONE, Organisation.Kind.COUNTY), parent=None)


def _reading(shown: Empowerment) -> object:
    return shown.document.reading(HolidayNotice.objects.calendar(), at=moment_of_the_city())


def _lines(shown: Empowerment, on: date) -> Iterator[Line]:
    for piece in shown.way.needs:
        papers = tuple((paper, standing(paper, on)) for paper in papers_of(shown, piece))
        address = reverse(f"empowerments:{piece.name.lower()}", args=[shown.pk])
        yield Line(piece, address, any(stands for _, stands in papers), papers)
