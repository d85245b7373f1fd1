"""发放台账 and 拨付批次: who was paid what by which decision, and the way from decision to treasury."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.audit.recording import record
from guangyue.disclosure.citing import address_of
from guangyue.disclosure.services.notices import Content
from guangyue.disclosure.tables import write_table
from guangyue.funds import lists
from guangyue.funds.forms import BatchForm, DisclosureForm, PaidForm, RecoveryForm, ReturnForm
from guangyue.funds.models import Batch, Payment, Source
from guangyue.funds.permissions import (
    CONSENT_PAYMENTS,
    PREPARE_PAYMENTS,
    SEE_PAYEE_NUMBERS,
    SEE_PAYMENTS,
)
from guangyue.funds.services.disclosing import (
    disclose_batch,
    notice_due,
    notice_of_batch,
    notice_table,
)
from guangyue.funds.services.payments import (
    consent_batch,
    pay_batch,
    payable,
    prepare_batch,
    recover_payment,
    return_batch,
    waiting_by_county,
)
from guangyue.gazette.document import Clause
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Export, export
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Lookup
from guangyue.systems.offered import offered_as

OFFERED_AT_ONCE = 500
USUAL_PERIOD = timedelta(days=7)


@needs(SEE_PAYMENTS)
def payments(request: SignedInRequest) -> HttpResponseBase:
    rows = Payment.objects.within(request.scope).select_related("batch", "decision", "region", "county")
    return show_list(request, lists.LEDGER, rows, template="funds/payments.html")


@never_cache
@needs(SEE_PAYMENTS)
def payment(request: SignedInRequest, pk: int) -> HttpResponse:
    """A line of the ledger, back to its decision and its clause, and on to what came back of it."""
    return _show_payment(request, _payment(request, pk))


@require_POST
@never_cache
@needs(SEE_PAYEE_NUMBERS)
def payee_number(request: SignedInRequest, pk: int) -> HttpResponse:
    """The number in full, once it is written down who looked."""
    line, at = _payment(request, pk), timezone.now()
    record(action="查看领取人证件号码", subject=line, by=request.user, at=at)
    if line.decision.person:
        Lookup.objects.create(
            person=line.decision.person,
            by=request.user,
            organisation=request.user.organisation,
            at=at,
            purpose=Lookup.Purpose.CASE,
            case_number=line.decision.number,
            kinds=[kind_of(About.PERSON, "name").code],
        )
    return _show_payment(request, line, number=line.payee_number)


@needs(PREPARE_PAYMENTS)
def recovery(request: SignedInRequest, pk: int) -> HttpResponse:
    line = _payment(request, pk)
    return answer_form(
        request,
        RecoveryForm(posted(request), initial={"amount": line.left, "on": timezone.localdate()}),
        title="登记追回",
        lead=f"{line.payee_name}，{line.title}，已拨付 {line.amount}，还可以追回 {line.left}。",
        back=line.get_absolute_url(),
        button="登记追回",
        do=lambda said: recover_payment(payment=line, **said, by=request.user, at=timezone.now()),
        done="追回已经记入台账。",
    )


@needs(SEE_PAYMENTS)
def batches(request: SignedInRequest) -> HttpResponseBase:
    return show_list(
        request,
        lists.BATCHES,
        Batch.objects.within(request.scope).select_related("region"),
        template="funds/batches.html",
        context={"may_prepare": request.may(PREPARE_PAYMENTS)},
    )


@never_cache
@needs(SEE_PAYMENTS)
def batch(request: SignedInRequest, number: str) -> HttpResponseBase:
    """A batch, its lines, and the next step."""
    shown = _batch(request, number)
    rows = shown.lines.select_related("decision", "region", "batch")
    context = {
        "batch": shown,
        "moves": shown.moves.select_related("by"),
        "notice": notice_of_batch(shown),
        "notice_due": notice_due(shown, at=timezone.now()) if shown.is_paid else None,
        "is_own": shown.prepared_by_id == request.user.pk,
        "may_prepare": request.may(PREPARE_PAYMENTS),
        "may_consent": request.may(CONSENT_PAYMENTS),
        "may_see_numbers": request.may(SEE_PAYEE_NUMBERS),
    }
    return show_list(request, lists.LINES, rows, template="funds/batch.html", context=context)


@never_cache
@needs(PREPARE_PAYMENTS)
def choosing(request: SignedInRequest) -> HttpResponse:
    """What waits to be paid, by policy and county."""
    groups = [
        {**group, "title": _title(str(group["code"]))} for group in waiting_by_county(scope=request.scope)
    ]
    context = {"groups": sorted(groups, key=lambda group: (group["title"], group["region"].code))}
    return render(request, "funds/choosing.html", context)


@never_cache
@needs(PREPARE_PAYMENTS)
def preparing(request: SignedInRequest, code: str, region: str) -> HttpResponse:
    place = get_object_or_404(Region.objects.within(request.scope), pk=region)
    waiting = payable(scope=request.scope, code=code, region=place).order_by("decided_at", "pk")
    first = list(waiting.values_list("pk", flat=True)[:OFFERED_AT_ONCE])
    title = _title(code)
    form = BatchForm(
        posted(request),
        decisions=waiting.filter(pk__in=first),
        initial={"decisions": first, "year": timezone.localdate().year, "purpose": title},
    )
    made: list[Batch] = []
    if form.is_bound and form.is_valid():

        def prepare(said: object) -> None:
            kept = form.cleaned_data
            made.append(
                prepare_batch(
                    decisions=list(kept["decisions"]),
                    region=place,
                    source=Source(kept["source"]),
                    year=kept["year"],
                    purpose=kept["purpose"],
                    standard=kept["standard"],
                    by=request.user,
                    at=timezone.now(),
                )
            )

        if carried_out(form, prepare):
            messages.success(request, "已经编成批次，等待财政同意。")
            return redirect(made[0])
    context = {
        "form": form,
        "form_title": f"编制批次：{title}",
        "form_lead": f"{place}等待拨付 {waiting.count():,} 份，先核定的 {len(first)} 份已经选上。",
        "facts": [],
        "button": "编成批次",
        "back": reverse("funds:choosing"),
    }
    status = 422 if form.errors else 200
    return render(request, "organisations/form.html", context, status=status)


@require_POST
@needs(CONSENT_PAYMENTS)
def consent(request: SignedInRequest, number: str) -> HttpResponse:
    agreed = consent_batch(batch=_batch(request, number), by=request.user, at=timezone.now())
    messages.success(request, "已经同意拨付。")
    return redirect(agreed)


@needs(CONSENT_PAYMENTS)
def sending_back(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    return answer_form(
        request,
        ReturnForm(posted(request)),
        title=f"退回批次 {shown}",
        lead="批次里的每一笔作废，核定回到待拨付。",
        back=shown.get_absolute_url(),
        button="退回",
        do=lambda said: return_batch(batch=shown, **said, by=request.user, at=timezone.now()),
        done="已经退回。",
    )


@needs(CONSENT_PAYMENTS)
def paying(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    return answer_form(
        request,
        PaidForm(posted(request), initial={"paid_on": timezone.localdate()}),
        title=f"登记支付：{shown}",
        lead=f"{shown.title}，{shown.many:,} 笔，{shown.amount}。",
        back=shown.get_absolute_url(),
        button="登记已经拨付",
        do=lambda said: pay_batch(batch=shown, **said, by=request.user, at=timezone.now()),
        done="已经登记拨付，下一步生成公示。",
    )


@never_cache
@needs(SEE_PAYEE_NUMBERS)
def treasury_list(request: SignedInRequest, number: str) -> Export:
    """拨付清单 for the treasury, with the numbers in full; who took it is on record."""
    shown = _batch(request, number)
    lines = shown.lines.order_by("pk")
    rows = [
        (place, line.payee_name, line.payee_number, line.get_account_display(), line.amount, line.period)
        for place, line in enumerate(lines, start=1)
    ]
    headers = ("序号", "领取人", "证件号码", "收款账户", "金额", "所属期")
    taken = export(f"拨付清单 {shown.number}", headers, rows, as_="xlsx")
    detail = {"receipt": str(taken.receipt)}
    record(action="导出拨付清单", subject=shown, detail=detail, by=request.user, at=timezone.now())
    return taken


@never_cache
@needs(PREPARE_PAYMENTS)
def disclosing(request: SignedInRequest, number: str) -> HttpResponse:
    """生成公示 of a paid batch; what has to be added is added in the table."""
    shown = _batch(request, number)
    on = timezone.localdate()
    columns, rows = notice_table(shown)
    form = DisclosureForm(
        posted(request),
        initial={
            "title": f"{shown.region}{shown.title}发放名单（{shown.number}）",
            "since": on,
            "until": on + USUAL_PERIOD,
            "rows": write_table(columns, rows),
        },
    )

    def disclose(said: object) -> None:
        kept = form.cleaned_data
        content: Content = form.content()
        disclose_batch(
            batch=shown,
            content=content,
            since=kept["since"],
            until=kept["until"],
            by=request.user,
            at=timezone.now(),
        )

    return answer_form(
        request,
        form,
        title=f"生成公示：{shown}",
        lead="证件号码已经隐去中间的数字；空着的格子要填好。由另一个人审核以后才能发布。",
        back=shown.get_absolute_url(),
        button="提交审核",
        do=disclose,
        done="公示已经起草，等待审核。",
    )


def _payment(request: SignedInRequest, pk: int) -> Payment:
    rows = Payment.objects.within(request.scope).select_related(
        "batch", "decision__person", "decision__application", "region", "county", "recovers", "by"
    )
    return get_object_or_404(rows, pk=pk)


def _batch(request: SignedInRequest, number: str) -> Batch:
    rows = Batch.objects.within(request.scope).select_related("region", "organisation", "prepared_by")
    return get_object_or_404(rows, number=number)


def _show_payment(request: SignedInRequest, line: Payment, *, number: str = "") -> HttpResponse:
    cites = Clause.parse(line.decision.cites)
    context = {
        "line": line,
        "number": number or lists.masked(line),
        "shown_whole": bool(number),
        "cites": cites,
        "address": address_of(cites),
        "recoveries": line.recoveries.order_by("pk"),
        "left": line.left,
        "may_prepare": request.may(PREPARE_PAYMENTS),
        "may_see_numbers": request.may(SEE_PAYEE_NUMBERS),
    }
    return render(request, "funds/line.html", context)


def _title(code: str) -> str:
    offered = offered_as(code)
    return offered.title if offered else code
