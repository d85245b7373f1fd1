"""赋权台账, 落实督办 and the registers of papers."""

from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from guangyue.empowerments import lists
from guangyue.empowerments.models import (
    Agreement,
    Empowerment,
    GrantingDocument,
    PlatformPermission,
    SecondSeal,
    StoppedPower,
)
from guangyue.empowerments.permissions import KEEP_POWERS, SEE_POWERS
from guangyue.empowerments.progress import warnings
from guangyue.empowerments.sheets import PowerList
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list


@never_cache
@needs(SEE_POWERS)
def powers(request: SignedInRequest) -> HttpResponseBase:
    context = {
        "may_keep": request.may(KEEP_POWERS),
        "warnings": warnings(),
        "documents": GrantingDocument.objects.all(),
        "power_lists": PowerList,
    }
    rows = Empowerment.objects.within(request.scope).with_pieces()
    return show_list(request, lists.LEDGER, rows, template="empowerments/powers.html", context=context)


@never_cache
@needs(SEE_POWERS)
def watch(request: SignedInRequest) -> HttpResponseBase:
    """What is unfinished, the overdue first."""
    rows = Empowerment.objects.within(request.scope).unfinished().with_pieces()
    return show_list(request, lists.WATCH, rows, template="empowerments/watch.html")


@needs(SEE_POWERS)
def agreements(request: SignedInRequest) -> HttpResponseBase:
    reached = Empowerment.objects.within(request.scope)
    rows = Agreement.objects.filter(pk__in=Agreement.objects.filter(empowerments__in=reached).values("pk"))
    rows = rows.select_related("department", "body").prefetch_related("empowerments")
    return show_list(request, lists.AGREEMENTS, rows, template="empowerments/papers.html", context=TABS)


@needs(SEE_POWERS)
def seals(request: SignedInRequest) -> HttpResponseBase:
    reached = Empowerment.objects.within(request.scope)
    rows = SecondSeal.objects.filter(pk__in=SecondSeal.objects.filter(empowerments__in=reached).values("pk"))
    rows = rows.prefetch_related("empowerments__department", "empowerments__body")
    return show_list(request, lists.SEALS, rows, template="empowerments/papers.html", context=TABS)


@needs(SEE_POWERS)
def permissions(request: SignedInRequest) -> HttpResponseBase:
    reached = Empowerment.objects.within(request.scope)
    opened = PlatformPermission.objects.filter(empowerments__in=reached).values("pk")
    rows = PlatformPermission.objects.filter(pk__in=opened)
    rows = rows.prefetch_related("empowerments__department", "empowerments__body")
    return show_list(request, lists.PERMISSIONS, rows, template="empowerments/papers.html", context=TABS)


@needs(SEE_POWERS)
def stopped(request: SignedInRequest) -> HttpResponseBase:
    rows = StoppedPower.objects.within(request.scope).select_related("body__region", "goes_to", "document")
    return show_list(request, lists.STOPPED, rows, template="empowerments/papers.html", context=TABS)


TABS = {
    "tabs": (
        ("委托协议", "empowerments:agreements"),
        ("二号章", "empowerments:seals"),
        ("平台权限", "empowerments:permissions"),
        ("不再实施的事项", "empowerments:stopped"),
    )
}
