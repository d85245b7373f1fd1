"""出件 at the window, and the slip that whoever takes the result signs."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.cases.acting import acts, case_seen_by
from guangyue.cases.delivery_forms import DeliveryForm
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Delivered
from guangyue.cases.permissions import RECEIVE_CASES, SEE_CASES
from guangyue.cases.refusals import MovedOnAlready, NotYourMove
from guangyue.cases.services.delivery import deliver_case, delivering_arrow
from guangyue.cases.views.desk.moves import see_case
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import Part, PlainPaper, Table, answer_with
from guangyue.kit.wording import moment


@needs(RECEIVE_CASES)
def delivery(request: SignedInRequest, number: str) -> HttpResponse:
    case = case_seen_by(request, number, "unit", "person", "firm")
    if delivering_arrow(case) is None:
        raise MovedOnAlready
    if not acts(request, case, Actor.CLERK):
        raise NotYourMove
    form = DeliveryForm(request.POST if request.method == "POST" else None, case=case)
    if form.is_bound and form.is_valid():
        try:
            deliver_case(
                case=case,
                how=form.cleaned_data["how"],
                slip=form.slip,
                by=request.user,
                at=timezone.now(),
                since=form.cleaned_data["since"],
            )
        except Refused as refusal:
            if refusal.field not in form.fields:
                raise
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, f"已经出件：{case.number}。")
            return see_case(case)
    context = {"case": case, "form": form, "letters": case.letters.filter(replaced_by=None)}
    return render(request, "cases/delivery.html", context, status=422 if form.errors else 200)


@needs(SEE_CASES)
def delivery_slip(request: SignedInRequest, number: str) -> HttpResponseBase:
    """送达回证 as PDF: once it was handed over with what was written, before that to be filled in by hand."""
    case = case_seen_by(request, number, "unit")
    delivered = Delivered.objects.filter(case=case).select_related("by").first()
    if delivered is None and delivering_arrow(case) is None:
        raise MovedOnAlready
    return answer_with(slip_of(case, delivered))


def slip_of(case: Case, delivered: Delivered | None) -> PlainPaper:
    return PlainPaper(
        title="送达回证",
        number=case.number,
        dated=localdate(delivered.at if delivered else case.decided_at),
        author=str(case.unit),
        body=tuple(_body(case, delivered)),
    )


def _body(case: Case, delivered: Delivered | None) -> Iterator[Part]:
    letters = case.letters.filter(replaced_by=None).order_by("pk")
    yield Table(
        ("项目", "内容"),
        [
            ("办件", f"{case.number} {case.title}"),
            ("受送达人", case.applicant_name),
            ("送达的文书", "；".join(f"{one.get_kind_display()} {one.number}" for one in letters)),
            ("送达方式", delivered.get_how_display() if delivered else case.get_delivery_display()),
            *(
                _written(delivered)
                if delivered
                else (("核对的证件", ""), ("签收人（签字）", ""), ("签收时间", ""))
            ),
        ],
        widths=(1, 3),
    )


def _written(delivered: Delivered) -> Iterator[tuple[str, str]]:
    if delivered.how == Case.Delivery.POST:
        yield "寄往", delivered.address
        yield "承运人和邮件号", f"{delivered.carrier} {delivered.tracking}"
    elif delivered.proof:
        yield "核对的证件", delivered.get_proof_display()
    yield "签收人", delivered.to
    yield "出件人", delivered.by.name if delivered.by else "系统"
    yield "出件时间", moment(delivered.at)
    if delivered.said:
        yield "说明", delivered.said
