"""The trail and its chain, for those who audit."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from guangyue.audit.chain import ALGORITHM
from guangyue.audit.linking import count_waiting, current_head
from guangyue.audit.lists import TRAIL, action_tag
from guangyue.audit.models import Anchor, Link, Record, Verification
from guangyue.audit.permissions import SEE_TRAIL, VERIFY_CHAIN
from guangyue.audit.recording import record as record_act
from guangyue.audit.verification import heads_as_text
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list

SHOWN = 30


@needs(SEE_TRAIL)
def trail(request: SignedInRequest) -> HttpResponseBase:
    context = {"may_verify": request.may(VERIFY_CHAIN)}
    return show_list(request, TRAIL, Record.objects.all(), template="audit/trail.html", context=context)


@needs(SEE_TRAIL)
def record(request: SignedInRequest, number: int) -> HttpResponse:
    kept = get_object_or_404(Record, pk=number)
    context = {
        "record": kept,
        "tag": action_tag(kept),
        "changes": list(kept.changes()),
        "link": Link.objects.filter(record=kept).first(),
    }
    return render(request, "audit/record.html", context)


@needs(VERIFY_CHAIN)
def chain(request: SignedInRequest) -> HttpResponse:
    verifications = Verification.objects.select_related("by").order_by("-at", "-pk")
    context = {
        "head": current_head(),
        "algorithm": ALGORITHM.upper(),
        "waiting": count_waiting(),
        "last": verifications.first(),
        "verifications": verifications[:SHOWN],
        "anchors": Anchor.objects.order_by("-pk")[:SHOWN],
    }
    return render(request, "audit/chain.html", context)


@needs(VERIFY_CHAIN)
def heads(request: SignedInRequest) -> HttpResponse:
    """All heads that were noted down, for somebody outside to keep."""
    anchors = list(Anchor.objects.order_by("pk"))
    at = timezone.now()
    record_act(action="导出链头", detail={"行数": len(anchors)}, by=request.user, at=at)
    return HttpResponse(
        "".join(heads_as_text(anchors)),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="heads-{timezone.localdate(at)}.txt"'},
    )
