"""What a person or a firm says to a match, and whether they want to be told at all."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.entitlements.finding import kind_of
from guangyue.entitlements.forms import AnswerForm
from guangyue.entitlements.models import Answer, Match, Silence
from guangyue.entitlements.services.answering import answer_match
from guangyue.entitlements.services.pushing import choose_silence
from guangyue.entitlements.services.runs import refresh_now
from guangyue.entitlements.wording import named_plainly
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.registries.facts import About, kinds_about
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm, Person
from guangyue.systems.offered import offered_as
from guangyue.systems.today import day_of_the_city


@never_cache
@for_signed_in
def answer(request: SignedInRequest, code: str) -> HttpResponse:
    """以后再说, 不是我的情况, 信息有误: for a match of one's own."""
    offered, payee = offered_as(code), identity_of(request.user)
    if offered is None or payee is None:
        raise Http404
    item = request.GET.get("item", "")
    match = _match(payee, code, item)
    of_firm = isinstance(payee, Firm)
    kinds = [
        *kinds_about(About.FIRM if of_firm else About.PERSON),
        *(() if of_firm else kinds_about(About.HOUSEHOLD)),
    ]
    form = AnswerForm(request.POST if request.method == "POST" else None, kinds=kinds)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        answer_match(
            match=match,
            what=said["what"],
            fact=form.kind if said["what"] == Answer.What.WRONG_DATA else None,
            reason=said["reason"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, THANKS[said["what"]])
        return redirect("entitlements:mine")
    context = {
        "plainly": named_plainly(offered),
        "form": form,
        "of_firm": of_firm,
        "back": match.get_absolute_url(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "entitlements/answer.html", context, status=status)


@for_signed_in
def silence(request: SignedInRequest) -> HttpResponse:
    """免打扰 of policies."""
    if request.method == "POST":
        choose_silence(silent="silent" in request.POST, by=request.user, at=timezone.now())
        messages.success(request, "已经保存。")
        return redirect("notifications:own")
    silent = Silence.objects.filter(user=request.user).exists()
    return render(request, "entitlements/silence.html", {"silent": silent})


THANKS = {
    Answer.What.LATER: "好的，截止以前会再提醒您。",
    Answer.What.NOT_MINE: "好的，这项政策不再提醒您，直到规定修改或者您的信息有变化。",
    Answer.What.WRONG_DATA: "更正申请已经转给登记这项信息的部门，更正以后重新判断。",
}


def _match(payee: Person | Firm, code: str, item: str) -> Match:
    """As it stands; judged now where the last run did not know of it yet."""
    theirs = Match.objects.of_payee(payee).filter(code=code, item=item)
    if not theirs.exists():
        refresh_now(kind=kind_of(payee), number=payee.pk, on=day_of_the_city(), at=timezone.now())
    match = theirs.select_related("person__account", "firm__account", "person__household").first()
    if match is None:
        raise Http404
    return match
