"""批次 on the desk: one road from the snapshot to the reveal, and the names behind a door with a log."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.inspections import lists
from guangyue.inspections.batch_forms import BatchForm, CommitmentForm, PurposeForm, ValueForm
from guangyue.inspections.models import Batch, BatchMove, Plan, PlanLine, Seat
from guangyue.inspections.permissions import DRAW_BATCHES, SEE_INSPECTIONS, SEE_NAMES
from guangyue.inspections.seating import seats_of
from guangyue.inspections.services.batches import commit_batch, create_batch, drop_batch
from guangyue.inspections.services.drawing import assign_batch, draw_by_value, widen_batch
from guangyue.inspections.services.looking import look_at_names
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.states import ROAD, State
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted

MOST_NAMES = 500


@dataclass(frozen=True)
class Stop:
    """A state on the road of a batch, and when it came there."""

    state: State
    move: BatchMove | None
    here: bool


@needs(SEE_INSPECTIONS)
def batches(request: SignedInRequest) -> HttpResponseBase:
    rows = Batch.objects.within(request.scope).select_related("organisation", "line")
    return show_list(request, lists.BATCHES, rows)


@needs(DRAW_BATCHES)
def batch_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Of a line of the plan."""
    rows = PlanLine.objects.standing().filter(plan__in=Plan.objects.within(request.scope))
    line = get_object_or_404(rows.select_related("plan__organisation"), pk=pk)
    form = BatchForm(posted(request), line=line)
    return answer_form(
        request,
        form,
        title=f"建立批次：{line}",
        lead="建立时写下名单快照：参加抽取的对象和权重，符合条件的执法人员，登记的回避。",
        back=reverse("inspections:batches"),
        button="建立批次",
        do=lambda said: create_batch(
            line=line,
            slots=form.slots(),
            weights=form.weights(),
            algorithm=form.algorithm(),
            by=request.user,
            at=timezone.now(),
        ),
        done="批次已经建立，核对以后公布承诺。",
    )


@needs(SEE_INSPECTIONS)
def batch(request: SignedInRequest, number: str) -> HttpResponse:
    """Numbers and states; no name."""
    shown = _batch(request, number)
    moves = {move.state: move for move in shown.moves.select_related("by")}
    here = shown.in_state
    short = Seat.objects.filter(drawn__batch=shown, entry=None)
    context = {
        "batch": shown,
        "stops": [Stop(state, moves.get(state.name), state is here) for state in ROAD],
        "items": shown.line.items.select_related("organisation"),
        "seats": seats_of(shown),
        "excluded": shown.targets.exclude(excluded="").count(),
        "roster": shown.roster.usual().count(),
        "wider": shown.roster.wide().count(),
        "short": short.filter(wider=False).count(),
        "widened": Seat.objects.filter(drawn__batch=shown, wider=True).exists(),
        "visits": shown.visits.count(),
        "done": shown.visits.exclude(done_at=None).count(),
        "entered": shown.visits.exclude(entered_at=None).count(),
        "looks": shown.looks.select_related("by")[:20],
        "may_draw": request.may(DRAW_BATCHES),
        "may_see_names": request.may(SEE_NAMES),
        "may_seed": shown.may_seed(timezone.now()),
    }
    return render(request, "inspections/batch.html", context)


@needs(DRAW_BATCHES)
def commitment(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    return answer_form(
        request,
        CommitmentForm(posted(request)),
        title=f"批次 {shown} 公布承诺",
        lead="公布以后名单、权重、人员、回避和抽取数都不能再改，批次也不能撤掉。",
        back=shown.get_absolute_url(),
        button="公布承诺",
        do=lambda said: commit_batch(batch=shown, **said, by=request.user, at=timezone.now()),
        done="承诺已经公布，等公开值公布以后抽取。",
    )


@needs(DRAW_BATCHES)
def drawing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    return answer_form(
        request,
        ValueForm(posted(request), batch=shown),
        title=f"批次 {shown} 抽取",
        lead="录入公开值以后，检查对象和执法人员一次抽出，只抽一次。",
        back=shown.get_absolute_url(),
        button="抽取",
        facts=[
            ("抽取算法", shown.get_algorithm_display()),
            ("公开值", shown.source),
            ("公布时间", shown.source_at),
            ("承诺", shown.commitment),
        ],
        do=lambda said: draw_by_value(batch=shown, **said, by=request.user, at=timezone.now()),
        done="已经抽取、匹配。",
    )


@require_POST
@needs(DRAW_BATCHES)
def dropping(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    if question := ask_first(
        request, question=f"撤掉批次 {shown}？", consequence="名单快照一起撤掉，可以重新建立。", yes="撤掉"
    ):
        return question
    drop_batch(batch=shown, by=request.user)
    messages.success(request, "批次已经撤掉。")
    return redirect("inspections:batches")


@require_POST
@needs(DRAW_BATCHES)
def widening(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    filled = widen_batch(batch=shown, by=request.user, at=timezone.now())
    messages.success(request, f"全市范围补抽了 {filled} 个席位。")
    return redirect(shown)


@require_POST
@needs(DRAW_BATCHES)
def assignment(request: SignedInRequest, number: str) -> HttpResponse:
    return _step(request, number, assign_batch, "已经派发，检查组成员收到通知。")


@require_POST
@needs(DRAW_BATCHES)
def publication(request: SignedInRequest, number: str) -> HttpResponse:
    return _step(request, number, publish_batch, "检查结果已经公示。")


@require_POST
@needs(DRAW_BATCHES)
def reveal(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _batch(request, number)
    if question := ask_first(
        request,
        question=f"揭示批次 {shown}？",
        consequence="盐、名单编号和权重、执法人员编号、抽取记录都向社会公开，不能收回。",
        yes="揭示",
    ):
        return question
    return _step(request, number, reveal_batch, "抽取记录已经公开，任何人可以核对。")


@never_cache
@needs(SEE_NAMES)
def names(request: SignedInRequest, number: str) -> HttpResponse:
    """The purpose is asked, and who read is written down, before any name is shown."""
    shown = _batch(request, number)
    form = PurposeForm(posted(request))
    if not shown.is_revealed and not (form.is_bound and form.is_valid()):
        context = {"batch": shown, "form": form}
        return render(request, "inspections/names_asked.html", context, status=422 if form.errors else 200)
    if not shown.is_revealed:
        purpose = form.cleaned_data["purpose"]
        look_at_names(batch=shown, purpose=purpose, by=request.user, at=timezone.now())
    drawn = shown.drawn.select_related("target__subject__region").prefetch_related(
        "seats__entry__inspector", "visit"
    )
    excluded = shown.targets.exclude(excluded="").select_related("subject")
    context = {
        "batch": shown,
        "drawn": drawn[:MOST_NAMES],
        "excluded": excluded[:MOST_NAMES],
        "most": MOST_NAMES,
    }
    return render(request, "inspections/names.html", context)


def _step(request: SignedInRequest, number: str, step: Callable[..., Batch], done: str) -> HttpResponse:
    shown = step(batch=_batch(request, number), by=request.user, at=timezone.now())
    messages.success(request, done)
    return redirect(shown)


def _batch(request: SignedInRequest, number: str) -> Batch:
    rows = Batch.objects.within(request.scope).select_related("organisation", "line__plan", "made_by")
    return get_object_or_404(rows, number=number)
