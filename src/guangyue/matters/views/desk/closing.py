"""暂停、取消、恢复, and what a unit says of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.matters.declaration import LocalPart
from guangyue.matters.desk_forms import ClosingForm, LocalForm, ReopeningForm
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.permissions import RELEASE_MATTERS, REPORT_ELEMENTS
from guangyue.matters.services.closing import close_matter, reopen_matter
from guangyue.matters.services.exercising import say_of_own
from guangyue.matters.views.desk.tables import matter_at_desk
from guangyue.organisations.views.acting import answer_form, posted


@never_cache
@needs(RELEASE_MATTERS)
def closing(request: SignedInRequest, code: str) -> HttpResponse:
    shown = matter_at_desk(code)
    form = ClosingForm(posted(request), initial={"on": timezone.localdate()})
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        title = dict(Matter.State.choices)[said["as_"]]
        if question := ask_first(
            request,
            question=f"{title}“{shown.name}”？",
            consequence=f"{said['on']:%Y-%m-%d} 起不再受理新的申请，已经受理的按原来的版本办完。",
            yes=str(title),
        ):
            return question
    return answer_form(
        request,
        form,
        title=f"暂停或者取消“{shown.name}”",
        back=shown.get_desk_url(),
        button="确定",
        do=lambda said: close_matter(
            matter=shown,
            as_=Matter.State(said["as_"]),
            because=said["because"],
            on=said["on"],
            by=request.user,
            at=timezone.now(),
        ),
        done="已经登记。",
    )


@never_cache
@needs(RELEASE_MATTERS)
def reopening(request: SignedInRequest, code: str) -> HttpResponse:
    shown = matter_at_desk(code)
    return answer_form(
        request,
        ReopeningForm(posted(request)),
        title=f"恢复“{shown.name}”",
        back=shown.get_desk_url(),
        button="恢复",
        do=lambda said: reopen_matter(
            matter=shown, because=said["because"], by=request.user, at=timezone.now()
        ),
        done="已经恢复。",
    )


@never_cache
@needs(REPORT_ELEMENTS)
def local(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """本地信息: place, hours, telephone, and a promise of one's own."""
    rows = Exercise.objects.within(request.scope).select_related("matter", "unit", "region")
    exercise = get_object_or_404(rows, pk=pk)
    if exercise.matter.code != code:
        raise Http404
    own = exercise.own
    initial = {
        "place": own.place,
        "hours": own.hours,
        "phone": own.phone,
        "promised_days": own.promised_days,
    }
    return answer_form(
        request,
        LocalForm(posted(request), initial=initial),
        title=f"{exercise.region.name}：{exercise.matter.name}",
        lead="只填各地可以不同的内容；统一要素和市级保持一致。",
        back=exercise.matter.get_desk_url(),
        button="保存",
        do=lambda said: say_of_own(
            exercise=exercise,
            local=LocalPart(
                said["place"], said["hours"], said["phone"], said["promised_days"], remarks=own.remarks
            ),
            by=request.user,
            at=timezone.now(),
        ),
        done="已经保存。",
    )
