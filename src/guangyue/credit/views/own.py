"""我的信用: what is recorded of oneself, who asked, and what one can do about it."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from guangyue.accounts.models import User
from guangyue.credit.dossier import NEVER_SHOWN, dossier_of
from guangyue.credit.forms import AppealForm, ConsentForm, StatementForm
from guangyue.credit.models import Appeal, BankConsent, CreditRecord, CreditSubject, ListingProposal
from guangyue.credit.services.appeals import raise_appeal
from guangyue.credit.services.listing import state_case
from guangyue.credit.services.subjects import own_subject
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

QUERIES_SHOWN = 100


@never_cache
@for_signed_in
def own(request: SignedInRequest) -> HttpResponse:
    return show_own(request, own_subject(request.user), ConsentForm())


@never_cache
@for_signed_in
def appealing(request: SignedInRequest, number: str) -> HttpResponse:
    """提出异议 or ask for a repair, about a record of one's own."""
    records = CreditRecord.objects.filter(subject=subject_of(request.user)).exclude(state__in=NEVER_SHOWN)
    record = get_object_or_404(records.with_all(), number=number)
    return answer_form(
        request,
        AppealForm(posted(request), request.FILES or None),
        title="提出异议、申请修复",
        lead="认为记录有错的提出异议，七个工作日答复，其间不采取新的措施；已经改正的申请修复，修复以后不再公开。",
        facts=[("记录", record.category), ("事实", record.fact), ("文书", record.document)],
        back=reverse("credit:own"),
        button="提交",
        do=lambda said: _appeal(record, said, request.user),
        done="已经提交，七个工作日内答复。",
    )


@never_cache
@for_signed_in
def statement(request: SignedInRequest, pk: int) -> HttpResponse:
    """陈述申辩 before a list is decided on."""
    told = ListingProposal.objects.filter(
        subject=subject_of(request.user), state=ListingProposal.State.NOTIFIED
    )
    proposal = get_object_or_404(told.select_related("category"), pk=pk)
    return answer_form(
        request,
        StatementForm(posted(request)),
        title="陈述申辩",
        facts=[("拟列入", proposal.category), ("理由", proposal.reason)],
        back=reverse("credit:own"),
        button="提交",
        do=lambda said: state_case(proposal=proposal, statement=said["statement"]),
        done="已经提交，作决定的人会看到。",
    )


def subject_of(user: User) -> CreditSubject:
    subject = own_subject(user)
    if subject is None:
        raise Http404
    return subject


def show_own(request: SignedInRequest, subject: CreditSubject | None, consent: ConsentForm) -> HttpResponse:
    """Of whom nothing was ever recorded, the page says so."""
    context: dict[str, object] = {"subject": subject, "consent": consent}
    if subject is not None:
        at = moment_of_the_city()
        appeals = Appeal.objects.filter(record__subject=subject).select_related("record__category")
        calendar = HolidayNotice.objects.calendar()
        context |= {
            "dossier": dossier_of(subject, on=day_of_the_city()),
            "appeals": [(one, one.clock.read(calendar, at=at)) for one in appeals],
            "proposals": ListingProposal.objects.filter(subject=subject).select_related("category"),
            "queries": subject.queries.filter(answered=True).select_related("unit", "by")[:QUERIES_SHOWN],
            "consents": BankConsent.objects.filter(subject=subject),
            "contents": dict(BankConsent.Field.choices),
        }
    return render(request, "credit/own.html", context, status=422 if consent.errors else 200)


def _appeal(record: CreditRecord, said: Mapping[str, Any], by: User) -> Appeal:
    at = moment_of_the_city()
    upload = said["evidence"]
    files = [keep_file(upload=upload, by=by, at=at, field="evidence")] if upload else []
    return raise_appeal(record=record, kind=said["kind"], reason=said["reason"], files=files, by=by, at=at)
