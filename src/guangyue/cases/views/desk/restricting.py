"""限批: which counties' new cases of which matters are not taken in, declared and lifted by whoever leads."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.cases.counter import MOST_FOUND, offered
from guangyue.cases.models import Restriction
from guangyue.cases.models.restricting import RestrictionQuerySet
from guangyue.cases.permissions import RESTRICT_CASES, SEE_CASES
from guangyue.cases.restricting import RESTRICTIONS, RestrictionForm, standing_tag
from guangyue.cases.services.restricting import lift_restriction, restrict
from guangyue.cases.views.desk.choosing import Choosing, choose_matter
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.matters.models import Matter, MatterQuerySet
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted

NEW = Choosing(
    page="cases:restricting",
    title="登记限批",
    lead="先找到暂不受理的事项。",
    asks="限批什么事项？",
    back=("cases:restrictions", "限批"),
)


@needs(SEE_CASES)
def restrictions(request: SignedInRequest) -> HttpResponseBase:
    context = {"may_restrict": request.may(RESTRICT_CASES)}
    rows = _restrictions(request)
    return show_list(request, RESTRICTIONS, rows, template="cases/restrictions.html", context=context)


@needs(RESTRICT_CASES)
def new_restriction(request: SignedInRequest) -> HttpResponse:
    matters = _matters(request).open().order_by("name")
    few = offered(matters) if matters.count() <= MOST_FOUND else ()
    return choose_matter(request, NEW, among=matters, offered=few, heading="能限批的事项")


@needs(RESTRICT_CASES)
def restricting(request: SignedInRequest, code: str) -> HttpResponse:
    matter = get_object_or_404(_matters(request).open(), code=code)
    at = timezone.now()
    regions = Region.objects.on(local_day(at)).of_county_level().within(request.scope)
    return answer_form(
        request,
        RestrictionForm(posted(request), regions=regions, today=local_day(at)),
        title=f"限批{matter.name}",
        lead="从起期开始，这个地区新的申请不再受理；已经受理的照常办理。",
        back=reverse("cases:restrictions"),
        button="登记限批",
        do=lambda said: restrict(matter=matter, **said, by=request.user, at=at),
        done="限批已经登记。",
    )


@needs(SEE_CASES)
def restriction(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = get_object_or_404(_restrictions(request), pk=pk)
    over = seen.is_over(local_day(timezone.now()))
    may_lift = not over and _matters(request).filter(pk=seen.matter_id).exists()
    context = {"restriction": seen, "standing": standing_tag(seen), "may_lift": may_lift}
    return render(request, "cases/restriction.html", context)


@require_POST
@needs(RESTRICT_CASES)
def lifting(request: SignedInRequest, pk: int) -> HttpResponse:
    """解除限批."""
    lifted = get_object_or_404(_restrictions(request).filter(matter__in=_matters(request)), pk=pk)
    question = ask_first(
        request,
        question=f"解除{lifted.region}的限批？",
        consequence=f"从今天起，{lifted.region}恢复受理新的{lifted.matter}；再要限批的，重新登记。",
        yes="解除限批",
    )
    if question:
        return question
    lift_restriction(restriction=lifted, on=local_day(timezone.now()), by=request.user)
    messages.success(request, "限批已经解除。")
    return redirect(lifted)


def _restrictions(request: SignedInRequest) -> RestrictionQuerySet:
    rows = Restriction.objects.within(request.scope)
    return rows.select_related("region", "matter", "entered_by", "lifted_by")


def _matters(request: SignedInRequest) -> MatterQuerySet:
    """Those that whoever asks may stop: of the organisations that he leads, and not of those above."""
    return Matter.objects.within(request.scope_of(RESTRICT_CASES))
