"""开始办理: where, the matter's questions one by one, and what the situation they lead to asks for.

All is kept in the address: going back is the browser's own, and nothing is saved before 开始填写.
"""

from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.accounts.models import Kind
from guangyue.cases.entrance import entrance_of
from guangyue.cases.intake import Applicant, is_online
from guangyue.cases.models import Case, Mandate
from guangyue.cases.owning import live_mandates
from guangyue.cases.services.drafting import begin_draft
from guangyue.cases.services.helping import begin_on_behalf
from guangyue.cases.situations import MANDATE, Offer, Way, offer_of, regions_to_choose, way_of
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Audience, Declaration, Flag
from guangyue.matters.models import Matter
from guangyue.registries.identity import identity_address, identity_of
from guangyue.registries.models import Person

PHONES = ("Mobile", "Android", "iPhone")


@never_cache
@open_to_all
def begin(request: SignedInRequest, code: str) -> HttpResponse:
    """开始办理."""
    at = timezone.now()
    matter = get_object_or_404(Matter.objects.open().select_related("current", "owner"), code=code)
    if matter.current is None:
        raise Http404
    if matter.current.declared.entrance:
        return redirect(entrance_of(matter.current.declared))
    mandate = _mandate(request, matter, at)
    applicant = mandate.applicant if mandate else _identity(request)
    said = request.POST if request.method == "POST" else request.GET
    way = way_of(matter, matter.current.declared, said, applicant, on=local_day(at))
    if request.method == "POST":
        return _open(request, way, applicant, mandate, at)
    context = {
        "matter": matter,
        "way": way,
        "applicant": applicant,
        "mandate": mandate,
        "regions": regions_to_choose(on=local_day(at)),
        "online": is_online(way.declared),
        "instant": Flag.INSTANT in way.declared.flags,
        "wrong_audience": _wrong_audience(way.declared, applicant),
        **_offered(way, applicant, at),
    }
    return render(request, "cases/own_begin.html", context)


def _offered(way: Way, applicant: Applicant | None, at: datetime) -> dict[str, Offer | Refused | None]:
    """What is asked for there, or why it cannot be applied for there now."""
    if way.variant is None:
        return {"offer": None, "not_here": None}
    try:
        return {"offer": offer_of(way, way.variant, applicant, on=local_day(at), at=at), "not_here": None}
    except Refused as refusal:
        return {"offer": None, "not_here": refusal}


def _open(
    request: SignedInRequest, way: Way, applicant: Applicant | None, mandate: Mandate | None, at: datetime
) -> HttpResponse:
    """开始填写: needs a situation and a verified applicant; a helper needs his mandate."""
    here = f"{request.path}{way.query()}"
    if way.variant is None:
        return redirect(here)
    if not request.user.is_authenticated:
        return redirect_to_login(here)
    if not is_online(way.declared):
        raise Refused("这个事项要到窗口办理，网上还不能申请。")
    if mandate is not None:
        case = begin_on_behalf(
            mandate=mandate, variant=way.variant.key, region=way.region, by=request.user, at=at
        )
    elif applicant is None:
        return redirect(identity_address(back=here))
    else:
        case = begin_draft(
            matter=way.matter,
            variant=way.variant.key,
            region=way.region,
            applicant=applicant,
            channel=channel_of(request),
            at=at,
        )
    return redirect("cases:fill", case.key) if case.number == "" else redirect("cases:own_case", case.key)


def channel_of(request: HttpRequest) -> str:
    """网上 or 移动端, by what the browser says of itself."""
    agent = request.headers.get("User-Agent", "")
    return Case.Channel.PHONE if any(word in agent for word in PHONES) else Case.Channel.ONLINE


def _identity(request: SignedInRequest) -> Applicant | None:
    return identity_of(request.user) if request.user.is_authenticated else None


def _mandate(request: SignedInRequest, matter: Matter, at: datetime) -> Mandate | None:
    said = request.POST.get(MANDATE, "") or request.GET.get(MANDATE, "")
    if not said:
        if request.user.is_authenticated and request.user.kind == Kind.STAFF and request.method == "POST":
            raise Refused("工作账户不能为自己申请；帮办的，请从“帮办委托”里开始。")
        return None
    if not request.user.is_authenticated or not said.isdecimal():
        raise Http404
    live = live_mandates(request.user, on=local_day(at)).select_related("person__region", "firm__region")
    return get_object_or_404(live, pk=int(said), matter_code=matter.code)


def _wrong_audience(declared: Declaration, applicant: Applicant | None) -> bool:
    if applicant is None or declared.audience is Audience.BOTH:
        return False
    theirs = Audience.PERSON if isinstance(applicant, Person) else Audience.FIRM
    return declared.audience is not theirs
