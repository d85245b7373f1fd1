"""填写: the form of a draft, without what the registers know, kept as it is filled."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.entrance import draft_address
from guangyue.cases.forms import ContactForm, DeclaredForm
from guangyue.cases.intake import UNFINISHED, Known, asked_form, known_answers
from guangyue.cases.models import Case
from guangyue.cases.owning import Held, held
from guangyue.cases.services.drafting import Filled, discard_draft, save_answers
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.confirmation import ask_first
from guangyue.systems.today import day_of_the_city

SAVE, KEEP, NEXT = "save", "keep", "next"


@dataclass(frozen=True)
class Filling:
    """填写的一步: what is known, the form that asks the rest, and how to reach the applicant."""

    case: Case
    known: list[Known]
    form: DeclaredForm
    contact: ContactForm

    def is_valid(self) -> bool:
        valid = [self.form.is_valid(), self.contact.is_valid()]  # both, so that each says what is wrong
        return all(valid)

    def filled(self) -> Filled:
        """After `is_valid`, whatever it said."""
        return Filled(
            answers={one.field.key: one.value for one in self.known} | self.form.kept(),
            sources={one.field.key: one.source for one in self.known},
            phone=self.contact.cleaned_data.get("phone", ""),
        )

    def known_now(self) -> Filled:
        """What the registers say, for a case whose form was kept before."""
        return Filled(
            answers={one.field.key: one.value for one in self.known},
            sources={one.field.key: one.source for one in self.known},
        )


@never_cache
@for_signed_in
def fill(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What can be read is kept at each step; only going on asks for all of it."""
    at = timezone.now()
    one = held(request.user, key, at=at)
    if one.case.stands_in not in UNFINISHED:
        return redirect("cases:own_case", one.case.key)
    if address := draft_address(one.case):
        return redirect(address)
    does = request.POST.get("do", "") if request.method == "POST" else ""
    filling = filling_of(one, data=request.POST if does else None, whole=does == NEXT, at=at)
    if not does:
        return _show(request, one, filling)
    valid = filling.is_valid()
    case = save_answers(case=one.case, filled=filling.filled())
    if does == KEEP:
        return render(request, "cases/_kept.html", {"at": at, "valid": valid})
    if not valid:
        return _show(request, one, filling, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if does == NEXT:
        return redirect("cases:fill_papers", case.key)
    messages.success(request, "已经保存，下次从“我的办件”里接着填。")
    return redirect("cases:fill", case.key)


@require_POST
@for_signed_in
def discard(request: SignedInRequest, key: UUID) -> HttpResponse:
    """删除草稿."""
    case = held(request.user, key, at=timezone.now()).case
    if question := ask_first(
        request,
        question="删除这份草稿吗？",
        consequence="填写的内容和上传的材料一并删除，不能恢复。",
        yes="删除",
    ):
        return question
    discard_draft(case=case)
    messages.success(request, "草稿已经删除。")
    return redirect("cases:own_cases")


def filling_of(one: Held, *, data: Any = None, whole: bool = False, at: datetime) -> Filling:
    case = one.case
    applicant = case.person or case.firm
    known = known_answers(case.declared, case.situation, applicant, on=day_of_the_city(), at=at)
    account = applicant.account if applicant else None
    phone = case.phone or (account.phone if account and account.phone else "")
    return Filling(
        case=case,
        known=known,
        form=asked_form(case, known, data=data, whole=whole),
        contact=ContactForm(data, phone=phone, whole=whole),
    )


def is_filled(filling: Filling) -> bool:
    """Whether what was kept leaves nothing open that must be answered."""
    answers = filling.case.answers
    asked = filling.form.declared.values()
    return bool(filling.case.phone) and all(answers.get(one.key) is not None for one in asked if one.required)


def _show(
    request: SignedInRequest, one: Held, filling: Filling, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"held": one, "case": one.case, "filling": filling}
    return render(request, "cases/own_fill.html", context, status=status)
