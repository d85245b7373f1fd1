"""一单一细则 on the desk: items with their procedures, drafted, approved by another, published."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.inspections import lists
from guangyue.inspections.forms import ItemForm, ProcedureForm, initial_of
from guangyue.inspections.models import Item
from guangyue.inspections.permissions import APPROVE_ITEMS, KEEP_POOLS, SEE_INSPECTIONS
from guangyue.inspections.services.items import (
    approve_item,
    draft_item,
    publish_item,
    redraft_item,
    write_procedure,
)
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_INSPECTIONS)
def items(request: SignedInRequest) -> HttpResponseBase:
    rows = Item.objects.within(request.scope).select_related("organisation")
    context = {"may_keep": request.may(KEEP_POOLS)}
    return show_list(request, lists.ITEMS, rows, template="inspections/items.html", context=context)


@needs(SEE_INSPECTIONS)
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _item(request, pk)
    context = {
        "item": shown,
        "procedures": shown.procedures.select_related("by"),
        "may_keep": request.may(KEEP_POOLS),
        "may_approve": request.may(APPROVE_ITEMS) and shown.made_by_id != request.user.pk,
    }
    return render(request, "inspections/item.html", context)


@needs(KEEP_POOLS)
def item_draft(request: SignedInRequest) -> HttpResponse:
    form = ItemForm(posted(request), organisations=_organisations(request))
    return answer_form(
        request,
        form,
        title="起草抽查事项",
        back=reverse("inspections:items"),
        button="保存草稿",
        do=lambda said: draft_item(
            organisation=said["organisation"], said=form.said(), by=request.user, at=timezone.now()
        ),
        done="已经保存，制定细则、由另一人审定以后公布。",
    )


@needs(KEEP_POOLS)
def item_editing(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _item(request, pk)
    form = ItemForm(
        posted(request),
        organisations=Organisation.objects.filter(pk=shown.organisation_id),
        initial=initial_of(shown),
    )
    return answer_form(
        request,
        form,
        title=f"修改“{shown}”",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: redraft_item(item=shown, said=form.said(), by=request.user, at=timezone.now()),
        done="已经保存，要重新审定。",
    )


@needs(KEEP_POOLS)
def procedure(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _item(request, pk)
    last = shown.procedure
    initial = {"steps": last.steps, "points": "\n".join(last.points)} if last else {}
    return answer_form(
        request,
        ProcedureForm(posted(request), initial=initial),
        title=f"“{shown}”的抽查细则",
        back=shown.get_absolute_url(),
        button="存为新版本",
        do=lambda said: write_procedure(item=shown, **said, by=request.user, at=timezone.now()),
        done="细则已经保存为新版本。",
    )


@require_POST
@needs(APPROVE_ITEMS)
def item_approval(request: SignedInRequest, pk: int) -> HttpResponse:
    approved = approve_item(item=_item(request, pk), by=request.user)
    messages.success(request, "已经审定。")
    return redirect(approved)


@require_POST
@needs(KEEP_POOLS)
def item_publication(request: SignedInRequest, pk: int) -> HttpResponse:
    published = publish_item(item=_item(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "已经公布。")
    return redirect(published)


def _item(request: SignedInRequest, pk: int) -> Item:
    rows = Item.objects.within(request.scope).select_related("organisation", "made_by", "approved_by")
    return get_object_or_404(rows, pk=pk)


def _organisations(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.within(request.scope).apart_from_bodies()
