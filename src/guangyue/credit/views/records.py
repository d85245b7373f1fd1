"""信用记录 on the desk: filed by one person, verified, returned or revoked by another."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.credit import lists
from guangyue.credit.forms import ReasonForm, RecordForm
from guangyue.credit.models import CreditRecord, RecordFile
from guangyue.credit.permissions import FILE_RECORDS, VERIFY_RECORDS
from guangyue.credit.services.appeals import revoke_record
from guangyue.credit.services.filing import file_record, return_record, verify_record
from guangyue.credit.services.points import conduct_of
from guangyue.credit.states import MOVES, State
from guangyue.files.answers import answer_with_file
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, carried_out
from guangyue.systems.today import moment_of_the_city


@needs(FILE_RECORDS)
def records(request: SignedInRequest) -> HttpResponseBase:
    rows = CreditRecord.objects.within(request.scope).with_all()
    return show_list(request, lists.RECORDS, rows, template="credit/records.html")


@never_cache
@needs(FILE_RECORDS)
def new_record(request: SignedInRequest) -> HttpResponse:
    units = Organisation.objects.apart_from_bodies().within(request.scope).order_by("pk")
    own = {"unit": request.user.organisation}
    bound = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {"initial": own}
    form = RecordForm(**bound, units=units)
    filed: list[CreditRecord] = []
    if (
        form.is_bound
        and form.is_valid()
        and carried_out(form, lambda said: filed.append(_file(form, said, request.user)))
    ):
        messages.success(request, "已经登记，等另一个人核实。")
        return redirect(filed[0])
    return render(request, "credit/new_record.html", {"form": form}, status=422 if form.errors else 200)


@needs(FILE_RECORDS)
def record(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _record(request, number)
    ways = MOVES[State[shown.state]]
    verifies = request.may(VERIFY_RECORDS)
    context = {
        "record": shown,
        "conduct": conduct_of(shown),
        "moves": shown.moves.select_related("by"),
        "measures": shown.measures.select_related("measure__executor"),
        "appeals": shown.appeals.all(),
        "files": [kept.file for kept in shown.files.select_related("file")],
        "may_verify": verifies and State.VALID in ways and shown.filed_by_id != request.user.pk,
        "may_revoke": verifies and State.REVOKED in ways,
        "waits_for_another": shown.state == State.DRAFTED.name and shown.filed_by_id == request.user.pk,
    }
    return render(request, "credit/record.html", context)


@require_POST
@needs(VERIFY_RECORDS)
def verification(request: SignedInRequest, number: str) -> HttpResponse:
    shown = verify_record(record=_record(request, number), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经核实，记录生效。" + ("已经公开。" if shown.published_at else ""))
    return redirect(shown)


@needs(VERIFY_RECORDS)
def returning(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _record(request, number)
    return answer_form(
        request,
        ReasonForm(request.POST if request.method == "POST" else None),
        title="退回记录",
        lead="退回的记录不生效；改好以后重新登记。",
        facts=[("编号", shown.number), ("主体", shown.subject), ("类别", shown.category)],
        back=reverse("credit:record", args=[number]),
        button="退回",
        do=lambda said: return_record(record=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经退回。",
    )


@needs(VERIFY_RECORDS)
def revocation(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _record(request, number)
    return answer_form(
        request,
        ReasonForm(request.POST if request.method == "POST" else None),
        title="撤销记录",
        lead="原文书被撤销、变更的才撤销记录。撤销以后不再公开，记分、措施和名单建议一并取消。",
        facts=[("编号", shown.number), ("主体", shown.subject), ("文书", shown.document)],
        back=reverse("credit:record", args=[number]),
        button="撤销",
        do=lambda said: revoke_record(record=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经撤销。",
    )


@needs(FILE_RECORDS)
def record_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    rows = RecordFile.objects.select_related("file")
    return answer_with_file(get_object_or_404(rows, record=_record(request, number), file__key=key).file)


def _record(request: SignedInRequest, number: str) -> CreditRecord:
    rows = CreditRecord.objects.within(request.scope).with_all()
    return get_object_or_404(rows.select_related("filed_by", "verified_by", "corrects"), number=number)


def _file(form: RecordForm, said: Mapping[str, Any], by: User) -> CreditRecord:
    at = moment_of_the_city()
    files = [keep_file(upload=said["paper"], by=by, at=at, field="paper")] if said["paper"] else []
    return file_record(filed=form.filed(), unit=said["unit"], files=files, by=by, at=at)
