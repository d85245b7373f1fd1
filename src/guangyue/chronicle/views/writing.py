"""编写: the months on the desk, their events, and the steps to print."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.chronicle import lists
from guangyue.chronicle.forms import (
    CorrectionForm,
    EventForm,
    KindForm,
    OpeningForm,
    PrintingForm,
    ReasonForm,
    initial_of,
)
from guangyue.chronicle.models import Event, Month, Proposal
from guangyue.chronicle.permissions import APPROVE_CHRONICLE, EDIT_CHRONICLE
from guangyue.chronicle.printing import as_paper, as_text
from guangyue.chronicle.services.months import (
    approve_month,
    correct_event,
    faults_of,
    open_month,
    print_month,
    send_back_month,
    submit_month,
)
from guangyue.chronicle.services.writing import (
    change_event,
    drop_event,
    join_to_previous,
    keep_event,
    printed_days,
    set_kind,
    write_event,
)
from guangyue.chronicle.views.reading import day_or_404, with_links
from guangyue.chronicle.wording import printed
from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form, posted


@for_staff
def months(request: SignedInRequest) -> HttpResponseBase:
    return show_list(
        request,
        lists.MONTHS,
        Month.objects.counted().select_related("issue"),
        template="chronicle/desk_months.html",
        context={"may_edit": request.may(EDIT_CHRONICLE)},
    )


@for_staff
def month(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    """The month with its checklist, its events, and the next step."""
    shown = _month(year, month)
    proposals = Proposal.objects.waiting().filter(start__lte=shown.last, end__gte=shown.first)
    context = {
        "month": shown,
        "events": with_links(shown.events.in_print_order()),
        "faults": [] if shown.is_printed else list(faults_of(shown)),
        "steps": [(label, _passed(shown, state)) for state, label in Month.State.choices],
        "proposals": proposals.select_related("organisation"),
        "may_edit": request.may(EDIT_CHRONICLE),
        "may_approve": request.may(APPROVE_CHRONICLE),
        "printed": printed,
    }
    return render(request, "chronicle/desk_month.html", context)


@needs(EDIT_CHRONICLE)
def opening(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        OpeningForm(posted(request)),
        title="开始编写",
        lead="开始以后，各单位可以报送这个月的事件。",
        back=reverse("chronicle:months"),
        button="开始编写",
        do=lambda said: open_month(**said, by=request.user, at=timezone.now()),
        done="已经开始编写。",
    )


@needs(EDIT_CHRONICLE)
def writing(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    of = _month(year, month)
    return answer_form(
        request,
        EventForm(posted(request)),
        title=f"{of.year_month}：写一条",
        back=_page(of),
        button="写入",
        do=lambda said: write_event(month=of, **said, by=request.user, at=timezone.now()),
        done="已经写入，按日期排好。",
    )


@needs(EDIT_CHRONICLE)
def changing(request: SignedInRequest, pk: int) -> HttpResponse:
    event = _event(pk)
    return answer_form(
        request,
        EventForm(posted(request), initial=initial_of(event, printed_days(event.start, event.end))),
        title="改稿",
        back=_page(event.month),
        button="保存",
        do=lambda said: change_event(event=event, **said, by=request.user, at=timezone.now()),
        done="已经保存。",
    )


@needs(EDIT_CHRONICLE)
def correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """更正 what is printed."""
    event = _event(pk)
    return answer_form(
        request,
        CorrectionForm(posted(request), initial=initial_of(event, printed_days(event.start, event.end))),
        title="更正",
        lead="原来的文字留着备查，页面上注明更正的理由。",
        back=_page(event.month),
        button="更正",
        do=lambda said: correct_event(event=event, **said, by=request.user, at=timezone.now()),
        done="已经更正。",
    )


@needs(EDIT_CHRONICLE)
def kind(request: SignedInRequest, pk: int) -> HttpResponse:
    event = _event(pk)
    return answer_form(
        request,
        KindForm(posted(request), initial={"kind": event.kind}),
        title="改种类",
        lead=str(event),
        back=_page(event.month),
        button="改种类",
        do=lambda said: set_kind(event=event, **said, by=request.user, at=timezone.now()),
        done="种类已经改好。",
    )


@require_POST
@needs(EDIT_CHRONICLE)
def removal(request: SignedInRequest, pk: int) -> HttpResponse:
    event = _event(pk)
    if question := ask_first(request, question="删去这一条？", consequence=str(event), yes="删去"):
        return question
    drop_event(event=event, by=request.user, at=timezone.now())
    messages.success(request, "已经删去。")
    return redirect(_page(event.month))


@require_POST
@needs(EDIT_CHRONICLE)
def keeping(request: SignedInRequest, pk: int) -> HttpResponse:
    """核定: it is an event of its own."""
    event = keep_event(event=_event(pk), by=request.user, at=timezone.now())
    messages.success(request, "已经核定为单独一条。")
    return redirect(_page(event.month))


@require_POST
@needs(EDIT_CHRONICLE)
def joining(request: SignedInRequest, pk: int) -> HttpResponse:
    """并入上一条: it was the rest of the one before."""
    event = join_to_previous(event=_event(pk), by=request.user, at=timezone.now())
    messages.success(request, "已经并入上一条。")
    return redirect(_page(event.month))


@require_POST
@needs(EDIT_CHRONICLE)
def submission(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    of = submit_month(month=_month(year, month), by=request.user, at=timezone.now())
    messages.success(request, f"{of}已经送审。")
    return redirect(_page(of))


@require_POST
@needs(APPROVE_CHRONICLE)
def approval(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    of = approve_month(month=_month(year, month), by=request.user, at=timezone.now())
    messages.success(request, f"{of}已经定稿。")
    return redirect(_page(of))


@needs(APPROVE_CHRONICLE)
def sending_back(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    of = _month(year, month)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"退回{of}",
        back=_page(of),
        button="退回",
        do=lambda said: send_back_month(month=of, **said, by=request.user, at=timezone.now()),
        done="已经退回。",
    )


@needs(EDIT_CHRONICLE)
def printing(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    of = _month(year, month)
    return answer_form(
        request,
        PrintingForm(posted(request), initial={"year": of.first.year}),
        title=f"刊登{of}",
        lead="登记刊在哪一期公报。刊登以后向社会公开，只能更正。",
        back=_page(of),
        button="刊登",
        do=lambda said: print_month(month=of, **said, by=request.user, at=timezone.now()),
        done="已经刊登。",
    )


@for_staff
def text(request: SignedInRequest, year: int, month: int) -> HttpResponse:
    """排版文字: to be copied into the gazette as it is."""
    of = _month(year, month)
    return HttpResponse(
        as_text(of, list(of.events.in_print_order())),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{of.first:%Y-%m}.txt"'},
    )


@for_staff
def paper(request: SignedInRequest, year: int, month: int) -> FileResponse:
    of = _month(year, month)
    return answer_with(as_paper(of, list(of.events.in_print_order())))


def _month(year: int, month: int) -> Month:
    return get_object_or_404(Month.objects.select_related("issue"), first=day_or_404(year, month))


def _event(pk: int) -> Event:
    return get_object_or_404(Event.objects.select_related("month"), pk=pk)


def _page(month: Month) -> str:
    return reverse("chronicle:desk_month", args=[month.first.year, month.first.month])


def _passed(month: Month, state: str) -> bool:
    order = Month.State.values
    return order.index(state) <= order.index(month.state)
