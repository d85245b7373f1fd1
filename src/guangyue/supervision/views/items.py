"""监管事项 on the desk: drafted, checked, confirmed, published, changed and cancelled."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.supervision import lists
from guangyue.supervision.forms import (
    AmendedItemForm,
    ChangedItemForm,
    NewItemForm,
    PointsForm,
    SaidForm,
    written_points,
)
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.permissions import KEEP_ITEMS, RUN_SUPERVISION, SEE_SUPERVISION
from guangyue.supervision.services.cataloguing import (
    amend_item,
    cancel_item,
    check_item,
    confirm_item,
    draft_item,
    publish_item,
    send_back_item,
    write_checklist,
)
from guangyue.systems.today import moment_of_the_city

LAST_ACTS = 20


@needs(SEE_SUPERVISION)
def items(request: SignedInRequest) -> HttpResponseBase:
    rows = SupervisionItem.objects.within(request.scope).select_related("office")
    context = {"may_keep": request.may(KEEP_ITEMS)}
    return show_list(request, lists.ITEMS, rows, template="supervision/desk_items.html", context=context)


@needs(SEE_SUPERVISION)
def desk_item(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _item(request, pk)
    context = {
        "item": shown,
        "checklists": shown.checklists.select_related("by"),
        "matters": shown.matters.order_by("code"),
        "moves": shown.moves.select_related("by"),
        "acts": shown.acts.order_by("-day", "-pk")[:LAST_ACTS],
        "next": getattr(shown, "followed_by", None),
        "may_keep": shown.office_id in _kept(request),
        "may_run": request.may(RUN_SUPERVISION),
    }
    return render(request, "supervision/desk_item.html", context)


@needs(KEEP_ITEMS)
def new_item(request: SignedInRequest) -> HttpResponse:
    own = {"office": request.user.organisation_id}
    form = NewItemForm(posted(request), offices=_offices(request), initial=own)
    return answer_form(
        request,
        form,
        title="梳理监管事项",
        lead="写明设定依据和至少一个检查要点；梳理以后由本部门另一位人员核对。",
        back=reverse("supervision:items"),
        button="保存",
        do=lambda said: draft_item(
            described=form.described(),
            office=said["office"],
            points=said["points"],
            by=request.user,
            at=moment_of_the_city(),
        ),
        done="已经保存，等待核对。",
    )


@needs(KEEP_ITEMS)
def amendment(request: SignedInRequest, pk: int) -> HttpResponse:
    """修改 of a draft."""
    shown = _item(request, pk)
    form = AmendedItemForm(posted(request), initial=_said_of(shown))
    return answer_form(
        request,
        form,
        title="修改监管事项",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: amend_item(
            item=shown, described=form.described(), by=request.user, at=moment_of_the_city()
        ),
        done="已经修改。",
    )


@needs(KEEP_ITEMS)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """变更 of what is published: another item of the same code, on the same road."""
    shown = _item(request, pk)
    checklist = shown.checklist
    points = written_points(checklist.declared) if checklist else ""
    form = ChangedItemForm(posted(request), initial={**_said_of(shown), "points": points})
    return answer_form(
        request,
        form,
        title="变更监管事项",
        lead="变更后的事项经核对、确认、公布才生效；已有的监管行为仍按原来的事项可查。",
        back=reverse("supervision:items"),
        button="保存",
        do=lambda said: draft_item(
            described=form.described(),
            office=shown.office,
            points=said["points"],
            by=request.user,
            at=moment_of_the_city(),
            follows=shown,
        ),
        done="已经保存，等待核对。",
    )


@needs(KEEP_ITEMS)
def new_checklist(request: SignedInRequest, pk: int) -> HttpResponse:
    """新版 of the checklist."""
    shown = _item(request, pk)
    checklist = shown.checklist
    initial = {"points": written_points(checklist.declared) if checklist else ""}
    return answer_form(
        request,
        PointsForm(posted(request), initial=initial),
        title="检查实施清单新版",
        lead="新版立即使用；原来的版本保留可查。",
        back=shown.get_absolute_url(),
        button="保存新版",
        facts=[("监管事项", shown.name), ("现行版本", checklist)],
        do=lambda said: write_checklist(
            item=shown, points=said["points"], by=request.user, at=moment_of_the_city()
        ),
        done="新版已经使用。",
    )


@require_POST
@needs(KEEP_ITEMS)
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = check_item(item=_item(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经核对，等待市政府办公室确认。")
    return redirect(shown)


@require_POST
@needs(RUN_SUPERVISION)
def confirmation(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = confirm_item(item=_item(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经确认。")
    return redirect(shown)


@require_POST
@needs(RUN_SUPERVISION)
def publication(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = publish_item(item=_item(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经公布，公众可以查看。")
    return redirect(shown)


@needs(RUN_SUPERVISION)
def sending_back(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _item(request, pk)
    return answer_form(
        request,
        SaidForm(posted(request)),
        title="退回部门",
        back=shown.get_absolute_url(),
        button="退回",
        facts=[("监管事项", shown.name), ("监管部门", shown.office)],
        do=lambda said: send_back_item(item=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经退回。",
    )


@require_POST
@needs(RUN_SUPERVISION)
def cancelling(request: SignedInRequest, pk: int) -> HttpResponse:
    """取消 cannot be undone, and says why."""
    shown = _item(request, pk)
    form = SaidForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请写明取消的理由。")
        return redirect(shown)
    if question := ask_first(
        request,
        question=f"取消“{shown.name}”？",
        consequence="取消以后不再接收新的监管行为，也不能恢复；已有的监管行为仍然可查。",
        yes="取消事项",
    ):
        return question
    cancel_item(item=shown, **form.cleaned_data, by=request.user, at=moment_of_the_city())
    messages.success(request, "已经取消。")
    return redirect(shown)


def _item(request: SignedInRequest, pk: int) -> SupervisionItem:
    rows = SupervisionItem.objects.within(request.scope).select_related("office", "follows")
    return get_object_or_404(rows, pk=pk)


def _offices(request: SignedInRequest) -> object:
    return Organisation.objects.within(request.scope).apart_from_bodies().order_by("pk")


def _kept(request: SignedInRequest) -> set[int]:
    """The offices whose items this person may draft and check."""
    if not request.may(KEEP_ITEMS):
        return set()
    rows = Organisation.objects.within(request.scope_of(KEEP_ITEMS))
    return set(rows.values_list("pk", flat=True))


def _said_of(item: SupervisionItem) -> dict[str, object]:
    return {
        "code": item.code,
        "name": item.name,
        "kind": item.kind,
        "stage": item.stage,
        "basis": item.basis,
        "subjects": item.subjects,
        "frequency": item.frequency,
        "provincial_code": item.provincial_code,
        "matters": [matter.code for matter in item.matters.all()],
    }
